package org.mhpcheck.checker.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mhpcheck.checker.Worlds;
import org.mhpcheck.checker.replay.Tracer;
import org.mhpcheck.checker.run.Engine.Answer;
import org.mhpcheck.checker.run.ExploreEngine;
import org.mhpcheck.model.answer.Reach;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.question.Expectation.Word;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.model.state.Geometry;
import org.mhpcheck.specs.scenario.Architectures;

/** Answers at the real geometry of architectures. */
class ProveEngineTest {
  private static final String FREED = "boot-usage-never-freed";

  private static List<Answer> answers(
      String design, String arch, List<Property.OfState> strengthening, Property... properties) {
    Question question = new Question.Prove(List.of(Architectures.named(arch).orElseThrow()));
    Scenario scenario = Worlds.scenario(question, design, List.of(properties));
    return engine(false, strengthening, false)
        .answers(scenario, scenario.designs().get(0), p -> {});
  }

  /**
   * Without z3, which is not what is tested here.
   *
   * @param explored whether the explorer gives up
   * @param cancelled whether the solver does
   */
  private static ProveEngine engine(
      boolean explored, List<Property.OfState> strengthening, boolean cancelled) {
    return new ProveEngine(
        new ExploreEngine(1, false, () -> explored),
        strengthening,
        Optional::empty,
        Optional.empty(),
        () -> cancelled);
  }

  /** What speaks of one section: of calls, a small world of one says less. */
  private static Property[] ofSections() {
    return Worlds.ofProofs().stream()
        .filter(p -> !(p instanceof Property.OfCall))
        .toArray(Property[]::new);
  }

  private static Answer freed(String design, String arch) {
    return answers(design, arch, Worlds.ofStates(), Worlds.property(FREED)).get(0);
  }

  @Test
  void holdsOfV612AtTheGeometryOfS390() {
    Answer answer = freed("v6.12", "s390");
    assertEquals(new Verdict.Holds(new Reach.AnyLength(128)), answer.verdict());
    assertEquals("s390", answer.subject());
  }

  @Test
  void violatedInV54ByATraceAtTheGeometryOfX86() {
    Answer answer = freed("v5.4", "x86_64");
    Verdict.Violated verdict = assertInstanceOf(Verdict.Violated.class, answer.verdict());
    assertEquals(new Reach.AnyLength(64), verdict.reach());
    Trace trace = assertInstanceOf(Trace.class, verdict.evidence());
    assertEquals(new Geometry(1, 64), trace.geometry());
    assertEquals(2, trace.depth());
    Trace again = new Tracer(Worlds.kernel("v5.4")).trace(trace.script(), Worlds.property(FREED));
    assertEquals(trace, again);
  }

  /** Since v5.5 the kernel asks PageReserved(): without knowing what that means, no proof. */
  @Test
  void theProofLeansOnReservedMeaningBoot() {
    List<Property.OfState> without =
        Worlds.ofStates().stream().filter(p -> !p.name().equals("boot-usage-is-reserved")).toList();
    assertEquals(Worlds.ofStates().size() - 1, without.size());
    Answer answer = answers("v6.12", "ppc64", without, Worlds.property(FREED)).get(0);
    Verdict.Inconclusive verdict = assertInstanceOf(Verdict.Inconclusive.class, answer.verdict());
    assertTrue(verdict.reason().startsWith("not inductive, and no trace was found"));
  }

  @Test
  void remarksSayWhatAProofAssumes() {
    Property reserved = Worlds.property("boot-usage-is-reserved");
    List<String> remarks =
        answers("v6.12", "ppc64", List.of((Property.OfState) reserved), Worlds.property(FREED))
            .get(0)
            .remarks();
    assertTrue(remarks.contains("assumes, proved together: boot-usage-is-reserved"));
  }

  @Test
  void allThatV612KeepsOfOneSectionIsProved() {
    Property[] asked = ofSections();
    List<Answer> answers = answers("v6.12", "ppc64", Worlds.ofStates(), asked);
    assertEquals(asked.length, answers.size());
    for (Answer answer : answers) {
      String name = answer.property().name();
      boolean breaks = Worlds.BROKEN_BY_SECTIONS_OF_V6_12.contains(name);
      assertEquals(breaks ? Word.VIOLATED : Word.HOLDS, answer.verdict().word(), name);
    }
  }

  /** What a proof refutes, exploration refutes; and what it proves, exploration does. */
  @Test
  void agreesWithExplorationOnADesignWithBugs() {
    Property[] asked = ofSections();
    List<Answer> explored = Worlds.answers(1, Worlds.direct(1, 4, true), "v5.5", asked);
    List<Answer> proved = answers("v5.5", "ppc64", Worlds.ofStates(), asked);
    for (int i = 0; i < asked.length; i++) {
      Word word = proved.get(i).verdict().word();
      assertTrue(
          word == Word.INCONCLUSIVE || word == explored.get(i).verdict().word(), asked[i].name());
    }
    assertTrue(proved.stream().anyMatch(a -> a.verdict() instanceof Verdict.Violated));
    assertTrue(proved.stream().anyMatch(a -> a.verdict() instanceof Verdict.Holds));
  }

  @Test
  void aSolverThatIsStoppedProvesNothing() {
    Question question = new Question.Prove(List.of(Architectures.named("ppc64").orElseThrow()));
    Scenario scenario = Worlds.scenario(question, "v6.12", List.of(Worlds.property(FREED)));
    Answer answer =
        engine(false, Worlds.ofStates(), true)
            .answers(scenario, scenario.designs().get(0), p -> {})
            .get(0);
    assertEquals(
        "interrupted", assertInstanceOf(Verdict.Inconclusive.class, answer.verdict()).reason());
  }

  @Test
  void aSecondOpinionThatIsNotFinishedIsNoConfirmation() {
    Question question = new Question.Prove(List.of(Architectures.named("ppc64").orElseThrow()));
    Scenario scenario = Worlds.scenario(question, "v6.12", List.of(Worlds.property(FREED)));
    Answer answer =
        engine(true, Worlds.ofStates(), false)
            .answers(scenario, scenario.designs().get(0), p -> {})
            .get(0);
    assertInstanceOf(Verdict.Inconclusive.class, answer.verdict());
  }
}
