package org.mhpcheck.checker.mutate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mhpcheck.checker.Worlds;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.answer.MutantReport;
import org.mhpcheck.model.answer.MutantReport.Equivalent;
import org.mhpcheck.model.answer.MutantReport.Fate;
import org.mhpcheck.model.answer.MutantReport.Killed;
import org.mhpcheck.model.answer.MutantReport.Row;
import org.mhpcheck.model.answer.MutantReport.Survived;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.question.Scenario;

/** Faults planted in a design, and the scenarios that have to tell. */
class MutantsTest {
  private static final Design DESIGN = Design.parse("v6.12");
  private static final String NEVER_STALE = "section_mark_present.section_mem_map skipped";

  private static Scenario asking(String... properties) {
    return Worlds.scenario(
        Worlds.direct(1, 2, true),
        DESIGN.name(),
        List.of(properties).stream().map(Worlds::property).toList());
  }

  private static MutantReport run(int threads, Map<String, String> argued, Scenario... scenarios) {
    return new Mutants(DESIGN, List.of(scenarios), argued, () -> false).run(threads, r -> {});
  }

  private static Fate fate(MutantReport report, String mutant) {
    return report.rows().stream()
        .filter(r -> r.mutant().toString().equals(mutant))
        .map(Row::fate)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void eachIsKilledOrEquivalentOrSurvives() {
    MutantReport report =
        run(1, Map.of(), asking("usage-reached-only-while-live", "no-memmap-when-invalid"));
    assertEquals(
        new Killed("test", List.of(Worlds.property("usage-reached-only-while-live"))),
        fate(report, "section_activate.usage skipped"));
    assertEquals(
        new Killed("test", List.of(Worlds.property("no-memmap-when-invalid"))),
        fate(report, "free_map_bootmem.memmap skipped"));
    assertTrue(fate(report, "fill_subsection_map.if 1 false") instanceof Equivalent);
    assertEquals(new Survived(Optional.empty()), fate(report, NEVER_STALE));
    assertEquals(ExitStatus.VIOLATED, report.exitStatus());
    assertEquals(
        report.rows().size(),
        report.killed()
            + report.equivalent()
            + report.rows().stream().filter(r -> r.fate() instanceof Survived).count());
  }

  /** What is violated anyway kills nothing, and what kills nothing lets all live. */
  @Test
  void whatTheDesignBreaksByItselfTellsNothing() {
    MutantReport report = run(1, Map.of(), asking("added-section-has-clear-flags"));
    assertEquals(0, report.killed());
    assertTrue(report.equivalent() > 0);
  }

  @Test
  void aSurvivorIsArguedForAndNobodyElse() {
    Map<String, String> argued =
        Map.of(NEVER_STALE, "nobody asks", "section_activate.usage skipped", "wrong");
    MutantReport report = run(1, argued, asking("usage-reached-only-while-live"));
    assertEquals(new Survived(Optional.of("nobody asks")), fate(report, NEVER_STALE));
    assertEquals(List.of("section_activate.usage skipped"), report.stale());
  }

  /** A property that is never met any more has noticed as well. */
  @Test
  void whatIsNeverMetWithTheFaultNotices() {
    MutantReport report = run(1, Map.of(), asking("present-subsection-refused"));
    assertTrue(fate(report, "section_activate.if 1 true") instanceof Killed, report.score());
  }

  @Test
  void threadsDoNotMatter() {
    Scenario scenario = asking("usage-reached-only-while-live");
    List<Row> told = new ArrayList<>();
    MutantReport side =
        new Mutants(DESIGN, List.of(scenario), Map.of(), () -> false).run(3, told::add);
    assertEquals(run(1, Map.of(), scenario), side);
    assertEquals(side.rows(), told);
  }

  @Test
  void whatIsCancelledIsNotWhole() {
    MutantReport report =
        new Mutants(DESIGN, List.of(asking("no-memory-corruption")), Map.of("x", "y"), () -> true)
            .run(2, r -> {});
    assertEquals(ExitStatus.INCONCLUSIVE, report.exitStatus());
    assertTrue(report.score().endsWith(", not all were asked"), report.score());
    assertEquals(List.of(), report.stale());
  }
}
