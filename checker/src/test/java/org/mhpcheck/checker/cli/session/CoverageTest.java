package org.mhpcheck.checker.cli.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mhpcheck.checker.cli.CommandLineRun;
import org.mhpcheck.checker.cli.catalogue.CanFire;
import org.mhpcheck.checker.cli.catalogue.Catalogue;
import org.mhpcheck.checker.cli.catalogue.Coverage;
import org.mhpcheck.checker.cli.console.Console;
import org.mhpcheck.checker.cli.console.Environment;
import org.mhpcheck.checker.cli.console.Interrupt;
import org.mhpcheck.checker.cli.option.OutputOptions;
import org.mhpcheck.checker.prove.SmallSections;
import org.mhpcheck.model.answer.CoverageReport;
import org.mhpcheck.model.answer.CoverageReport.Judgement;
import org.mhpcheck.model.answer.CoverageReport.NeverFired;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Fired;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.specs.coverage.NeverFiredCatalogue;

/** What nothing comes to is noticed. */
class CoverageTest {
  private static final String NAME = "history/b01-readded-early-usage";
  private static final Scenario SCENARIO = Catalogue.scenarios().read(NAME);

  private static RunReport run(int threads, Coverage coverage) {
    PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    OutputOptions options = new OutputOptions();
    options.quiet = true;
    options.threads = threads;
    Environment environment =
        new Environment(
            new Console(out, out, false, false, 80), new Interrupt(), List.of("nightly"));
    return new RunSession(environment, options, false)
        .telling(coverage)
        .ask(List.of(SCENARIO), List.of(), RunSession.Tell.NONE);
  }

  private static List<String> never(CoverageReport report) {
    return report.judgement().orElseThrow().neverFired().stream().map(NeverFired::what).toList();
  }

  /** One scenario does not do what all of them do. */
  @Test
  void whatNoScenarioComesToIsNamed() {
    RunReport run = run(1, new Coverage(List.of(SCENARIO), Map.of()));
    assertTrue(run.complete());
    assertEquals(ExitStatus.VACUOUS, run.exitStatus());
    CoverageReport coverage = run.coverage().orElseThrow();
    Set<String> all = new HashSet<>(coverage.fired());
    assertTrue(all.contains("store section_deactivate.usage"), all::toString);
    assertTrue(never(coverage).contains("call online_pages"), () -> never(coverage).toString());
    assertTrue(all.addAll(never(coverage)));
    assertEquals(CanFire.of(List.of(SCENARIO)), all);
  }

  @Test
  void eachWithAReasonIsEnoughAndOneMoreIsTooMany() {
    Map<String, String> reasons = new TreeMap<>();
    RunReport bare = run(1, new Coverage(List.of(SCENARIO), Map.of()));
    never(bare.coverage().orElseThrow()).forEach(n -> reasons.put(n, "of other scenarios"));
    Coverage coverage = new Coverage(List.of(SCENARIO), reasons);
    RunReport explained = run(2, coverage);
    assertEquals(ExitStatus.OK, explained.exitStatus());
    assertEquals(bare.coverage().orElseThrow().fired(), explained.coverage().orElseThrow().fired());
    SortedSet<String> more = new TreeSet<>(explained.coverage().orElseThrow().fired());
    more.add("call online_pages");
    Judgement judgement = coverage.of(more, true).judgement().orElseThrow();
    assertEquals(List.of("call online_pages"), judgement.stale());
    assertEquals(ExitStatus.VACUOUS, coverage.of(more, true).exitStatus());
  }

  /** More might have fired. */
  @Test
  void whatIsNotCompleteIsNotJudged() {
    Coverage coverage = new Coverage(List.of(SCENARIO), Map.of());
    assertEquals(CoverageReport.of(new TreeSet<>()), coverage.of(new TreeSet<>(), false));
  }

  @Test
  void aRunOfSomeScenariosIsNotJudged(@TempDir Path directory) throws IOException {
    CommandLineRun.withOut("nightly", directory, "--quiet --only " + NAME).endsWith(0);
    String summary = Files.readString(directory.resolve("out/summary.json"));
    assertTrue(summary.contains("\"coverage\""), summary);
    assertFalse(summary.contains("\"neverFired\""), summary);
  }

  /** That each of them has not fired is what a whole nightly run shows. */
  @Test
  void allScenariosAreJudgedByTheCatalogue() {
    List<String> names = Catalogue.scenarios().names();
    Coverage all = Coverage.of(names);
    assertEquals(names, all.asked().stream().map(Scenario::name).toList());
    SortedSet<String> can = CanFire.of(all.asked());
    assertTrue(can.containsAll(all.reasons().keySet()), () -> all.reasons().keySet().toString());
    can.removeAll(all.reasons().keySet());
    assertEquals(ExitStatus.OK, all.of(can, true).exitStatus());
    assertEquals(List.of(), Coverage.of(names.subList(1, names.size())).asked());
  }

  /** Most of what never fires is dead code: no sequence of any steps comes to it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "v5.2",
        "v5.2-vmemmap",
        "v5.2+1..8",
        "v5.3",
        "v5.5-vmemmap",
        "v5.6",
        "v6.12",
        "v7.0-vmemmap"
      })
  void whatTheCatalogueCallsDeadIsDead(String name) {
    Design design = Design.parse(name);
    Fired fired = new Fired(true);
    int subsections = design.has(Change.SUBSECTION_HOTPLUG) ? 3 : 1;
    SmallSections.reachable(
        new ModelledKernel(design).telling(fired),
        SmallSections.allSteps(design, subsections),
        subsections);
    Set<String> alive = new TreeSet<>(NeverFiredCatalogue.packaged().reasons().keySet());
    alive.retainAll(fired.texts());
    // Which is for callers to see to.
    assertEquals(Set.of("test offline_mem_sections.if 1 false"), alive);
  }
}
