package org.mhpcheck.checker.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mhpcheck.checker.Worlds;
import org.mhpcheck.checker.replay.Tracer;
import org.mhpcheck.checker.run.Engine.Answer;
import org.mhpcheck.model.answer.CallsAtHand;
import org.mhpcheck.model.answer.Reach;
import org.mhpcheck.model.answer.Script;
import org.mhpcheck.model.answer.Script.ScriptedCall;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.World;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.question.Limits;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.model.state.Geometry;
import org.mhpcheck.specs.property.Properties;

/** What random walks answer, and how small what they broke is made. */
class SimulationTest {
  private static final List<Caller> OWNERS =
      List.of(Caller.DEVICE, Caller.PRIVATE_DEVICE, Caller.MEMORY_BLOCK);

  /** With these at hand owners are kept, even where no call is left that has one. */
  private static final CallsAtHand KEPT = new CallsAtHand(OWNERS, List.of(Altmap.NONE), true);

  private static Question.Explore real(List<Caller> callers, Limits limits) {
    return new Question.Explore(
        new Geometry(4, 64), BootLayout.DEFAULTS, callers, List.of(Altmap.NONE), true, limits);
  }

  private static List<Property> applicable(Question question) {
    return Properties.all().stream().filter(p -> question.notApplicable(p).isEmpty()).toList();
  }

  private static List<Answer> answers(int threads, Question.Simulate question, String design) {
    return answers(new SimulateEngine(threads, false, () -> false), question, design);
  }

  private static List<Answer> answers(
      SimulateEngine engine, Question.Simulate question, String design) {
    Scenario scenario = Worlds.scenario(question, design, applicable(question));
    return engine.answers(scenario, scenario.designs().get(0), p -> {});
  }

  private static Optional<Trace> trace(Answer answer) {
    return answer.verdict() instanceof Verdict.Violated v
        ? Optional.of((Trace) v.evidence())
        : Optional.empty();
  }

  /** The depths are those of shortest traces, by exploration of one section of 4 subsections. */
  @ParameterizedTest
  @CsvSource({
    "DIRECT, boot-usage-never-freed, 2",
    "DIRECT, no-memory-corruption, 2",
    "DIRECT, early-memmap-whole, 1",
    "DIRECT, invalid-section-is-reset, 1",
    "DEVICE, pfn-valid-has-memmap, 2",
    "DEVICE, early-memmap-whole, 2",
  })
  void findsAtRealSizeWhatIsKnownOfV54(Caller caller, String property, int depth) {
    Question.Simulate question = new Question.Simulate(real(List.of(caller), Limits.NONE), 1, 300);
    Answer answer =
        answers(2, question, "v5.4").stream()
            .filter(a -> a.property().name().equals(property))
            .findFirst()
            .orElseThrow();
    assertEquals(depth, trace(answer).orElseThrow().depth());
    assertEquals("simulated:300", answer.verdict().reach().word());
  }

  @ParameterizedTest
  @CsvSource({"v5.4, 3", "v6.12, 4"})
  void noCallCanBeLeftOut(String design, long seed) {
    Question.Simulate question = new Question.Simulate(real(OWNERS, Limits.NONE), seed, 128);
    List<Trace> traces =
        answers(2, question, design).stream().flatMap(a -> trace(a).stream()).toList();
    assertTrue(traces.size() >= 5, () -> traces.size() + " violations");
    for (Trace trace : traces) {
      Script script = trace.script();
      Tracer tracer = new Tracer(Worlds.kernel(design));
      assertEquals(trace.property(), tracer.trace(script, trace.property()).property());
      for (int i = 0; i < script.calls().size(); i++) {
        List<ScriptedCall> fewer = new ArrayList<>(script.calls());
        fewer.remove(i);
        Script without =
            new Script(
                script.machine(), script.property(), script.boot(), fewer, Optional.of(KEPT));
        int left = i;
        assertEquals(
            Optional.empty(),
            tracer.breaking(without, trace.property()),
            () -> "call %d of %s".formatted(left + 1, script));
      }
    }
  }

  @Test
  void whatIsOnlyBrokenWithoutOwnersIsNoViolation() {
    Question.Simulate question = new Question.Simulate(real(OWNERS, Limits.NONE), 1, 200);
    for (Answer answer : answers(2, question, "v6.12")) {
      trace(answer).ifPresent(t -> assertTrue(t.depth() > 0, t.property().name()));
    }
  }

  @Test
  void noViolationIsInconclusiveAndNamesTheWalks() {
    Question.Simulate question =
        new Question.Simulate(
            real(
                List.of(Caller.DIRECT),
                new Limits(Optional.of(9), Optional.empty(), Optional.empty(), Optional.empty())),
            5,
            70);
    List<Answer> answers = answers(2, question, "v6.12");
    assertTrue(
        answers.stream()
            .map(Answer::verdict)
            .allMatch(v -> v instanceof Verdict.Violated || v instanceof Verdict.Inconclusive));
    Answer kept =
        answers.stream()
            .filter(a -> a.property().name().equals("boot-usage-never-freed"))
            .findFirst()
            .orElseThrow();
    assertEquals(
        new Verdict.Inconclusive(
            new Reach.Simulated(70, 9, 5, new Geometry(4, 64)),
            "70 random walks of at most 9 calls from seed 5, 4 x 64 subsections met no violation"),
        kept.verdict());
  }

  /** Nothing is from boot here. */
  @Test
  void premisesThatWereNotMetAreTold() {
    Question.Explore absent =
        new Question.Explore(
            World.of(new Geometry(2, 8)),
            List.of(BootLayout.ABSENT),
            List.of(Caller.DEVICE),
            List.of(Altmap.NONE),
            false,
            Limits.NONE);
    Question.Simulate question = new Question.Simulate(absent, 1, 10);
    Scenario scenario =
        Worlds.scenario(question, "v6.12", List.of(Worlds.property("early-memmap-whole")));
    Verdict verdict =
        new SimulateEngine(1, false, () -> false)
            .answers(scenario, scenario.designs().get(0), p -> {})
            .get(0)
            .verdict();
    String reason = ((Verdict.Inconclusive) verdict).reason();
    assertTrue(reason.contains("; nor was its premise ever met: "), reason);
  }

  @Test
  void timeCutsWalksOff() {
    Limits none =
        new Limits(
            Optional.empty(), Optional.of(Duration.ZERO), Optional.empty(), Optional.empty());
    for (Answer answer : answers(2, new Question.Simulate(real(OWNERS, none), 1, 1000), "v5.4")) {
      Verdict.Inconclusive verdict = (Verdict.Inconclusive) answer.verdict();
      assertEquals("simulated:0", verdict.reach().word());
      assertTrue(verdict.reason().endsWith("cut off: time limit of 0 s"), verdict.reason());
    }
  }

  @Test
  void interruptsCutWalksOff() {
    Question.Simulate question = new Question.Simulate(real(OWNERS, Limits.NONE), 1, 1000);
    for (Answer answer : answers(new SimulateEngine(2, false, () -> true), question, "v5.4")) {
      String reason = ((Verdict.Inconclusive) answer.verdict()).reason();
      assertTrue(reason.endsWith("cut off: interrupted"), reason);
    }
  }

  @Test
  void stoppingAtTheFirstWalksNoFurther() {
    Question.Simulate question = new Question.Simulate(real(OWNERS, Limits.NONE), 1, 1_000_000);
    List<Answer> answers = answers(new SimulateEngine(2, true, () -> false), question, "v5.4");
    assertTrue(answers.stream().anyMatch(a -> trace(a).isPresent()));
    assertTrue(
        answers.stream()
            .map(Answer::verdict)
            .filter(Verdict.Inconclusive.class::isInstance)
            .allMatch(
                v ->
                    ((Verdict.Inconclusive) v)
                        .reason()
                        .endsWith("given up at the first violation")));
  }

  @Test
  void threadsDoNotMatter() {
    Question.Simulate question = new Question.Simulate(real(OWNERS, Limits.NONE), 11, 130);
    List<Answer> one = answers(1, question, "v5.4");
    List<Answer> more = answers(3, question, "v5.4");
    assertEquals(
        one.stream().map(Answer::verdict).map(Object::toString).toList(),
        more.stream().map(Answer::verdict).map(Object::toString).toList());
    assertEquals(
        one.stream().map(Answer::remarks).toList(), more.stream().map(Answer::remarks).toList());
    assertEquals(one.get(0).statistics().sectionStates(), more.get(0).statistics().sectionStates());
  }

  @Test
  void anotherSeedWalksOtherwise() {
    Question.Explore world = real(OWNERS, Limits.NONE);
    Set<List<String>> different =
        List.of(1L, 2L, -1L).stream()
            .map(seed -> answers(2, new Question.Simulate(world, seed, 20), "v6.12"))
            .map(answers -> answers.get(0).remarks())
            .collect(Collectors.toSet());
    assertEquals(3, different.size());
    assertFalse(different.contains(List.of()));
  }
}
