package org.mhpcheck.checker.cli.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mhpcheck.checker.cli.console.Interrupt;
import org.mhpcheck.checker.cli.session.Engines;
import org.mhpcheck.checker.run.ScenarioRunner;
import org.mhpcheck.model.answer.CorpusReport;
import org.mhpcheck.model.answer.CorpusReport.Fix;
import org.mhpcheck.model.answer.CorpusReport.Other;
import org.mhpcheck.model.answer.CorpusReport.Row;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.Listener;
import org.mhpcheck.model.answer.NotAsked;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.specs.property.Properties;
import org.mhpcheck.specs.scenario.ScenarioReader;

/**
 * What is said of the corpus after a run, of real answers, also where they are not the right ones.
 */
class KnownBugsTest {
  private static final String B01 = "history/b01-readded-early-usage";
  private static final String B01_BY_A_FAULT = "history/b01-readded-early-usage-by-a-fault";
  private static final List<String> ALL = Catalogue.scenarios().names();

  private static RunReport run(List<NotAsked> notAsked, Scenario... scenarios) {
    ScenarioRunner runner =
        new ScenarioRunner(Engines.all(2, false, new Interrupt()), Listener.SILENT);
    List<Finding> findings = Stream.of(scenarios).flatMap(s -> runner.run(s).stream()).toList();
    return new RunReport(
        "1", "", Instant.EPOCH, Duration.ZERO, findings, notAsked, true, ExitStatus.OK);
  }

  private static CorpusReport bugs(String... scenarios) {
    List<String> chosen = List.of(scenarios);
    Scenario[] read = chosen.stream().map(Catalogue.scenarios()::read).toArray(Scenario[]::new);
    return new KnownBugs(Catalogue.corpus(), ALL).in(run(List.of(), read), chosen);
  }

  /** The bug in one section of four subsections, with what the designs are expected to be. */
  private static Scenario b01(String name, String designs, String expect) {
    return new ScenarioReader(Properties.all())
        .read(
            name,
            name,
            """
            title = "t"
            why = "w"
            designs = [%s]
            properties = ["boot-usage-never-freed"]
            sections = 1
            subsections = 4
            [expect]
            %s
            """
                .formatted(designs, expect));
  }

  private static CorpusReport bugs(Scenario scenario) {
    return new KnownBugs(Catalogue.corpus(), List.of(scenario.name()))
        .in(run(List.of(), scenario), List.of());
  }

  private static List<String> text(CorpusReport report) {
    return report.rows().stream()
        .map(
            (Row r) ->
                "%s %s %s %s"
                    .formatted(
                        r.bug(),
                        r.finding().kernel(),
                        r.finding().grade().word(),
                        r.fix()
                            .map((Fix f) -> f.change() + " " + f.holdsIn().orElse("-"))
                            .orElse("none")))
        .toList();
  }

  @Test
  void aBugIsFoundAndItsFixIsShown() {
    CorpusReport report = bugs(B01);
    assertEquals(
        List.of("B01 v5.3 expected 8068df3b6037 v5.5", "B01 v5.4 expected 8068df3b6037 v5.5"),
        text(report));
    assertEquals(List.of(), report.others());
  }

  @Test
  void ofSeveralScenariosTheOneNamedAsTheChangeTellsFirst() {
    CorpusReport report = bugs(B01_BY_A_FAULT, B01);
    assertEquals(
        List.of(B01, B01, B01_BY_A_FAULT),
        report.rows().stream().map(r -> r.finding().scenario().name()).toList());
    assertEquals(1, bugs(B01_BY_A_FAULT).rows().size());
  }

  @Test
  void aLatentBugHasNoFix() {
    assertEquals(
        List.of("L10 v6.12-debian expected none"), text(bugs("latent/l10-inaccessible-poisoned")));
  }

  @Test
  void norHasAKnownOne() {
    String known = "\"v5.4\".boot-usage-never-freed = { verdict = \"violated\", known = \"L99\" }";
    assertEquals(
        List.of("B01 v5.4 expected none"),
        text(bugs(b01("history/b01-x", "\"v5.4\", \"v5.5\"", known))));
  }

  @Test
  void aFixIsShownOnlyByADesignThatHasIt() {
    String violated = "\"v5.4\".boot-usage-never-freed = \"violated\"";
    assertEquals(
        List.of("B01 v5.4 expected 8068df3b6037 -"),
        text(bugs(b01("history/b01-x", "\"v5.4\"", violated))));
    assertEquals(
        List.of("B01 v5.4 expected 8068df3b6037 v5.4+8068df3b6037"),
        text(bugs(b01("history/b01-x", "\"v5.4\", \"v5.4+8068df3b6037\"", violated))));
  }

  @Test
  void anUncataloguedFixIsShownByALaterDesignThatHolds() {
    // No change is catalogued of B19; that the property is another bug's does not matter here.
    String violated = "\"v5.4\".boot-usage-never-freed = \"violated\"";
    assertEquals(
        List.of("B19 v5.4 expected feee6b298916 v5.5"),
        text(bugs(b01("history/b19-x", "\"v5.4\", \"v5.5\"", violated))));
    assertEquals(
        List.of("B19 v5.4 expected feee6b298916 -"),
        text(bugs(b01("history/b19-x", "\"v5.5\", \"v5.4\"", violated))));
  }

  @Test
  void whatWasNotFoundIsThere() {
    Scenario lost =
        b01(
            "history/b01-x",
            "\"v5.4\", \"v5.5\"",
            "\"v5.5\".boot-usage-never-freed = { verdict = \"violated\", depth = 3 }");
    assertEquals(
        List.of("B01 v5.4 UNEXPECTED 8068df3b6037 v5.5", "B01 v5.5 UNEXPECTED 8068df3b6037 -"),
        text(bugs(lost)));
  }

  @Test
  void aBugThatNothingShowsIsThere() {
    CorpusReport report = bugs(b01("history/b01-x", "\"v5.5\"", ""));
    assertEquals(List.of(), report.rows());
    assertEquals(
        List.of(new Other("B01", "asked, and nothing is violated, as expected")), report.others());
  }

  @Test
  void whatWasCutShortIsThere() {
    List<NotAsked> left = List.of(new NotAsked(B01, "interrupted before it ran"));
    CorpusReport report = new KnownBugs(Catalogue.corpus(), ALL).in(run(left), List.of(B01));
    assertEquals(List.of(new Other("B01", B01 + ": interrupted before it ran")), report.others());
  }

  @Test
  void absentBugsAreListedWhereTheirFolderWasChosenAsAWhole() {
    List<String> chosen =
        new ArrayList<>(ALL.stream().filter(n -> n.startsWith("history/")).toList());
    KnownBugs bugs = new KnownBugs(Catalogue.corpus(), ALL);
    List<Other> others = bugs.in(run(List.of()), chosen).others();
    assertTrue(
        others.contains(
            new Other(
                "B14",
                "no scenario: about the sanitizer around the code, not about any state of a"
                    + " section")));
    assertTrue(others.stream().allMatch(o -> o.bug().startsWith("B")));
    chosen.remove(0);
    assertEquals(List.of(), bugs.in(run(List.of()), chosen).others());
    assertTrue(bugs.in(run(List.of()), ALL).others().stream().anyMatch(o -> o.bug().equals("L11")));
  }

  @Test
  void scenariosOfNoBugAreNotSpokenOf() {
    assertTrue(bugs("sizes/every-release").isEmpty());
    assertEquals(Optional.empty(), Catalogue.corpus().owning("sizes/every-release"));
  }
}
