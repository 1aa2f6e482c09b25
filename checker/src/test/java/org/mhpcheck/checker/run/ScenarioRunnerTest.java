package org.mhpcheck.checker.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mhpcheck.checker.Worlds;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.Listener;
import org.mhpcheck.model.answer.Progress;
import org.mhpcheck.model.answer.Statistics;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.question.Counts;
import org.mhpcheck.model.question.Expectation;
import org.mhpcheck.model.question.Limits;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.question.Scenario;

/** Designs in their order, each held against its own expectations, and the listener told. */
class ScenarioRunnerTest {
  private static final List<Design> DESIGNS = List.of(Design.parse("v5.4"), Design.parse("v5.5"));

  private static Scenario scenario(Map<String, Map<String, Expectation>> expected) {
    return new Scenario(
        "one",
        "",
        "",
        Worlds.direct(1, 4, false),
        DESIGNS,
        Worlds.named("boot-usage-is-reserved", "boot-usage-never-freed").toList(),
        Optional.of(expected));
  }

  private static List<Finding> run(Scenario scenario, Listener listener) {
    ExploreEngine explore = new ExploreEngine(1, false, () -> false);
    return new ScenarioRunner(Map.of("explore", explore), listener).run(scenario);
  }

  private static List<String> graded(Scenario scenario) {
    return run(scenario, Listener.SILENT).stream()
        .map(f -> f.id() + " " + f.grade().word())
        .toList();
  }

  @Test
  void whatIsNotSaidIsExpectedToHold() {
    assertEquals(
        List.of(
            "one@v5.4/boot-usage-is-reserved expected",
            "one@v5.4/boot-usage-never-freed UNEXPECTED",
            "one@v5.5/boot-usage-is-reserved expected",
            "one@v5.5/boot-usage-never-freed expected"),
        graded(scenario(Map.of())));
  }

  @Test
  void anExpectationIsOfOneDesignAndOneProperty() {
    Expectation violated =
        new Expectation(Expectation.Word.VIOLATED, Optional.of(3), Optional.empty());
    Map<String, Expectation> freed = Map.of("boot-usage-never-freed", violated);
    assertEquals(
        List.of(
            "one@v5.4/boot-usage-is-reserved expected",
            "one@v5.4/boot-usage-never-freed expected",
            "one@v5.5/boot-usage-is-reserved expected",
            "one@v5.5/boot-usage-never-freed UNEXPECTED"),
        graded(scenario(Map.of("v5.4", freed, "v5.5", freed))));
  }

  private static Scenario counted(long states, long transitions) {
    return counted(new Counts(Optional.of(states), Optional.of(transitions)), Limits.NONE);
  }

  private static Scenario counted(Counts counts, Limits limits) {
    Scenario scenario = scenario(Map.of());
    return new Scenario(
        scenario.name(),
        "",
        "",
        ((Question.Explore) scenario.question()).withLimits(limits),
        List.of(Design.parse("v5.5")),
        scenario.properties(),
        scenario.expected(),
        Map.of("v5.5", counts));
  }

  @Test
  void otherCountsThanExpectedAreNoPass() {
    Finding plain = run(scenario(Map.of()), Listener.SILENT).get(2);
    long states = plain.statistics().states();
    long transitions = plain.statistics().transitions();
    assertEquals(
        List.of(
            "one@v5.5/boot-usage-is-reserved expected", "one@v5.5/boot-usage-never-freed expected"),
        graded(counted(states, transitions)));
    assertEquals(
        List.of(
            "one@v5.5/boot-usage-is-reserved UNEXPECTED",
            "one@v5.5/boot-usage-never-freed UNEXPECTED"),
        graded(counted(states + 1, transitions)));
    assertEquals(
        List.of(
            "%d states, expected %d".formatted(states, states + 1),
            "%d transitions, expected 1".formatted(transitions)),
        run(counted(states + 1, 1), Listener.SILENT).get(0).remarks());
  }

  /**
   * All of the last depth are known before it is expanded, so their number alone proves nothing.
   */
  @Test
  void aPartIsNoPassThoughItCountsTheSame() {
    Finding whole = run(counted(Counts.NONE, Limits.NONE), Listener.SILENT).get(0);
    Statistics statistics = whole.statistics();
    Counts states = new Counts(Optional.of(statistics.states()), Optional.empty());
    assertEquals(Finding.Grade.EXPECTED, whole.grade());
    assertEquals(
        Finding.Grade.EXPECTED, run(counted(states, Limits.NONE), Listener.SILENT).get(0).grade());
    Limits limits =
        new Limits(
            Optional.of(statistics.depth()), Optional.empty(), Optional.empty(), Optional.empty());
    Finding part = run(counted(states, limits), Listener.SILENT).get(0);
    assertEquals(statistics.states(), part.statistics().states());
    assertEquals(Finding.Grade.UNEXPECTED, part.grade());
    assertEquals(List.of("not all was explored, expected counts are of all"), part.remarks());
  }

  /** What was cut off is not known to differ, whatever was found before. */
  @Test
  void aPartWithItsVerdictAsExpectedIsInconclusive() {
    Expectation freed =
        new Expectation(Expectation.Word.VIOLATED, Optional.empty(), Optional.empty());
    Scenario scenario =
        scenario(Map.of("v5.4", Map.of("boot-usage-never-freed", freed))).of(Design.parse("v5.4"));
    Counts counts = new Counts(Optional.of(1L), Optional.empty());
    Limits limits =
        new Limits(Optional.of(4), Optional.empty(), Optional.empty(), Optional.empty());
    List<Finding> findings =
        run(
            new Scenario(
                scenario.name(),
                "",
                "",
                ((Question.Explore) scenario.question()).withLimits(limits),
                scenario.designs(),
                scenario.properties(),
                scenario.expected(),
                Map.of("v5.4", counts)),
            Listener.SILENT);
    Finding violated =
        findings.stream()
            .filter(f -> f.verdict() instanceof Verdict.Violated)
            .findFirst()
            .orElseThrow();
    assertEquals(Finding.Grade.UNEXPECTED, violated.grade());
    assertTrue(Grading.isUnfinished(violated));
    assertEquals(ExitStatus.INCONCLUSIVE, Grading.status(List.of(violated)));
  }

  @Test
  void theListenerIsToldInOrder() {
    List<String> told = new ArrayList<>();
    List<Finding> findings =
        run(
            scenario(Map.of()),
            new Listener() {
              @Override
              public void onStarted(String what) {
                told.add("started " + what);
              }

              @Override
              public void onProgress(Progress progress) {
                String line = "progress " + progress.what();
                if (!told.get(told.size() - 1).equals(line)) {
                  told.add(line);
                }
              }

              @Override
              public void onFinding(Finding finding) {
                told.add(finding.id());
              }
            });
    assertEquals(4, findings.size());
    assertEquals(
        List.of(
            "started one@v5.4",
            "progress one@v5.4",
            "one@v5.4/boot-usage-is-reserved",
            "one@v5.4/boot-usage-never-freed",
            "started one@v5.5",
            "progress one@v5.5",
            "one@v5.5/boot-usage-is-reserved",
            "one@v5.5/boot-usage-never-freed"),
        told);
  }
}
