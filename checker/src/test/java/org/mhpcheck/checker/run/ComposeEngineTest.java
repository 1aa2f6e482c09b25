package org.mhpcheck.checker.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mhpcheck.checker.Worlds;
import org.mhpcheck.checker.run.Engine.Answer;
import org.mhpcheck.model.answer.Reach;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.caller.Arch;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.World;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.question.Limits;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.model.state.Geometry;
import org.mhpcheck.model.state.Section;

/** What may be said of any number of sections, and how far it goes. */
class ComposeEngineTest {
  private static final Reach ANY = new Reach.AnySections(4);
  private static final String MENDED = "v5.8+ef69bc9f689d";
  private static final Property VALID = Worlds.property("pfn-valid-has-memmap");

  private static Question.Compose device(boolean faults, List<BootLayout> boot, Limits limits) {
    return new Question.Compose(
        new Question.Explore(new Geometry(1, 4), boot, List.of(Caller.DEVICE), faults, limits));
  }

  private static Question.Compose device(Limits limits) {
    return device(false, BootLayout.DEFAULTS, limits);
  }

  private static List<Answer> answers(
      int threads,
      BooleanSupplier cancelled,
      Question.Compose question,
      AskedKernel asked,
      Property... properties) {
    Scenario scenario = Worlds.scenario(question, asked.design().name(), List.of(properties));
    return new ComposeEngine(threads, cancelled).answers(scenario, asked, p -> {});
  }

  private static Verdict verdict(Question.Compose question, String design, Property property) {
    AskedKernel asked = AskedKernel.modelOf(Design.parse(design));
    return answers(1, () -> false, question, asked, property).get(0).verdict();
  }

  private static Property[] applicable(Question question) {
    return Worlds.ofTraces().stream()
        .filter(p -> question.notApplicable(p).isEmpty())
        .toArray(Property[]::new);
  }

  @Test
  void holdsForAnyNumberOfSections() {
    assertEquals(new Verdict.Holds(ANY), verdict(device(Limits.NONE), "v6.12", VALID));
  }

  @Test
  void aViolationHasATraceAndAShortestOne() {
    Verdict.Violated violated =
        assertInstanceOf(Verdict.Violated.class, verdict(device(Limits.NONE), "v5.8", VALID));
    Trace trace = assertInstanceOf(Trace.class, violated.evidence());
    assertEquals(2, trace.depth());
    assertEquals(1, trace.machine().geometry().sections());
  }

  /** What a failed add leaves in an earlier section takes two of them. */
  @Test
  void aViolationIsLookedForInTwoSectionsWhereOneHasNone() {
    Verdict.Violated violated =
        assertInstanceOf(
            Verdict.Violated.class,
            verdict(
                device(true, BootLayout.DEFAULTS, Limits.NONE),
                "v6.12",
                Worlds.property("online-page-is-memory")));
    Trace trace = assertInstanceOf(Trace.class, violated.evidence());
    assertEquals(2, trace.machine().geometry().sections());
  }

  @Test
  void vacuousWhereNoSectionEverMeetsThePremise() {
    Property early = Worlds.property("early-memmap-whole");
    assertEquals(
        new Verdict.Vacuous(ANY, early.about().premise()),
        verdict(device(false, List.of(BootLayout.ABSENT), Limits.NONE), "v6.12", early));
  }

  @Test
  void propertiesOfCallsAreNotAsked() {
    Property ofCalls = Worlds.property("failed-add-changes-nothing");
    assertTrue(device(Limits.NONE).impossible(ofCalls).isPresent());
    assertTrue(device(Limits.NONE).impossible(VALID).isEmpty());
  }

  private static Limits states(long states) {
    return new Limits(Optional.empty(), Optional.empty(), Optional.of(states), Optional.empty());
  }

  private static Limits time(Duration time) {
    return new Limits(Optional.empty(), Optional.of(time), Optional.empty(), Optional.empty());
  }

  private static Limits memory(long bytes) {
    return new Limits(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(bytes));
  }

  private static void isInconclusive(String reason, Limits limits, BooleanSupplier cancelled) {
    AskedKernel asked = AskedKernel.modelOf(Design.parse("v6.12"));
    Verdict verdict = answers(1, cancelled, device(limits), asked, VALID).get(0).verdict();
    assertEquals(
        new Verdict.Inconclusive(new Reach.ToDepth(0, new Geometry(1, 4)), reason), verdict);
  }

  @Test
  void limitsAreNoPass() {
    isInconclusive("limit of 10 states", states(10), () -> false);
    isInconclusive("time limit of 0 s", time(Duration.ofNanos(1)), () -> false);
    isInconclusive("memory limit of 0 MB", memory(1), () -> false);
    isInconclusive("interrupted", Limits.NONE, () -> true);
  }

  /** Whenever it is interrupted: what it then says is no pass it would not have said. */
  @Test
  void anInterruptIsNoPassWhenever() {
    AskedKernel asked = AskedKernel.modelOf(Design.parse("v5.8"));
    int inconclusive = 0;
    for (int after = 1; after < 2000; after += 150) {
      AtomicInteger left = new AtomicInteger(after);
      Verdict verdict =
          answers(1, () -> left.getAndDecrement() <= 0, device(Limits.NONE), asked, VALID)
              .get(0)
              .verdict();
      if (!(verdict instanceof Verdict.Violated)) {
        assertInstanceOf(Verdict.Inconclusive.class, verdict);
        inconclusive++;
      }
    }
    assertTrue(inconclusive > 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v5.8", "v6.12"})
  void threadsDoNotMatter(String design) {
    Question.Compose question = device(true, BootLayout.DEFAULTS, Limits.NONE);
    AskedKernel asked = AskedKernel.modelOf(Design.parse(design));
    List<Answer> one = answers(1, () -> false, question, asked, applicable(question));
    List<Answer> four = answers(4, () -> false, question, asked, applicable(question));
    for (int i = 0; i < one.size(); i++) {
      assertEquals(one.get(i).verdict(), four.get(i).verdict());
      assertEquals(one.get(i).remarks(), four.get(i).remarks());
      assertEquals(one.get(i).statistics().states(), four.get(i).statistics().states());
      assertEquals(one.get(i).statistics().transitions(), four.get(i).statistics().transitions());
    }
  }

  @Test
  void memoryBlocksOfSeveralSections() {
    Question.Compose blocks =
        new Question.Compose(
            new Question.Explore(
                new World(new Geometry(2, 4), Arch.X86_64, 2, 0),
                BootLayout.DEFAULTS,
                List.of(Caller.MEMORY_BLOCK),
                List.of(Altmap.NONE, Altmap.ALTMAP),
                true,
                Limits.NONE));
    assertEquals(new Verdict.Holds(ANY), verdict(blocks, "v6.12", VALID));
    Property freed = Worlds.property("memmap-freed-as-allocated");
    assertInstanceOf(Verdict.Violated.class, verdict(blocks, "v6.12", freed));
    assertEquals(new Verdict.Holds(ANY), verdict(blocks, "v7.2", freed));
  }

  /** Four sections a block leave room for two blocks only, which is too few to tell. */
  @Test
  void memoryBlocksTooLargeToTellAreInconclusive() {
    Question.Compose blocks =
        new Question.Compose(
            new Question.Explore(
                new World(new Geometry(4, 2), Arch.X86_64, 4, 0),
                BootLayout.DEFAULTS,
                List.of(Caller.MEMORY_BLOCK),
                List.of(Altmap.NONE),
                false,
                Limits.NONE));
    Verdict.Inconclusive verdict =
        assertInstanceOf(Verdict.Inconclusive.class, verdict(blocks, "v6.12", VALID));
    assertTrue(verdict.reason().startsWith("calls over 8 sections still"), verdict.reason());
  }

  /** Answers otherwise the second time: what explore then finds, the closure does not have. */
  private static final class Fickle implements Kernel {
    private final Kernel before;
    private final Kernel after;
    private final int turn;
    private int boots;

    Fickle(String before, String after, int turn) {
      this.before = new ModelledKernel(Design.parse(before));
      this.after = new ModelledKernel(Design.parse(after));
      this.turn = turn;
    }

    @Override
    public String name() {
      return before.name();
    }

    @Override
    public Section boot(Bits ram, int node) {
      boots++;
      return before.boot(ram, node);
    }

    @Override
    public List<Outcome> step(Section section, Step step) {
      return (boots > turn ? after : before).step(section, step);
    }
  }

  @Test
  void aClosureThatExplorationContradictsIsNotBelieved() {
    int layouts = BootLayout.DEFAULTS.size();
    AskedKernel fickle =
        new AskedKernel(new Fickle(MENDED, "v5.8", layouts), Design.parse(MENDED), List.of());
    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class,
            () ->
                answers(
                    1,
                    () -> false,
                    device(Limits.NONE),
                    fickle,
                    VALID,
                    Worlds.property("removed-memory-is-not-valid")));
    assertTrue(thrown.getMessage().contains("what exploration has found"), thrown.getMessage());
  }
}
