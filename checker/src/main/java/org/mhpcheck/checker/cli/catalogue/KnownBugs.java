package org.mhpcheck.checker.cli.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mhpcheck.checker.cli.console.Console;
import org.mhpcheck.model.answer.CorpusReport;
import org.mhpcheck.model.answer.CorpusReport.Fix;
import org.mhpcheck.model.answer.CorpusReport.Other;
import org.mhpcheck.model.answer.CorpusReport.Row;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.Finding.Grade;
import org.mhpcheck.model.answer.NotAsked;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.reports.terminal.CorpusTable;
import org.mhpcheck.specs.corpus.Corpus;
import org.mhpcheck.specs.corpus.Entry;

/**
 * What a run says of the corpus: each bug is found, or differs from what was expected, or there is
 * a reason why nothing is said of it.
 */
public final class KnownBugs {
  private final Corpus corpus;
  private final List<String> scenarios;

  /**
   * @param scenarios the names of all there are
   */
  KnownBugs(Corpus corpus, List<String> scenarios) {
    this.corpus = corpus;
    this.scenarios = scenarios;
  }

  /**
   * Tells what {@code run} says of the packaged corpus.
   *
   * @param chosen the names of the scenarios that it was to ask
   */
  public static void tell(Console console, RunReport run, List<String> chosen) {
    new CorpusTable(console.out(), console.width(), console.colour())
        .write(new KnownBugs(Catalogue.corpus(), Catalogue.scenarios().names()).in(run, chosen));
  }

  /**
   * @param chosen the names of the scenarios that the run was to ask
   */
  CorpusReport in(RunReport run, List<String> chosen) {
    List<Row> rows = new ArrayList<>();
    List<Other> others = new ArrayList<>();
    for (Entry entry : corpus.entries()) {
      List<Finding> findings = findings(entry, run);
      List<Row> found = rows(entry, findings);
      rows.addAll(found);
      others.addAll(notAsked(entry, run));
      if (findings.isEmpty() && entry.scenarios(scenarios).isEmpty() && isWhole(entry, chosen)) {
        others.add(new Other(entry.id(), "no scenario: " + absence(entry)));
      } else if (found.isEmpty() && !findings.isEmpty()) {
        others.add(new Other(entry.id(), "asked, and nothing is violated, as expected"));
      }
    }
    return new CorpusReport(rows, others);
  }

  /** Why an entry has no scenario. */
  public static String absence(Entry entry) {
    return entry.absent().orElse("none is written yet");
  }

  /** Whether all scenarios were chosen among which the entry's would be. */
  private boolean isWhole(Entry entry, List<String> chosen) {
    List<String> folder =
        scenarios.stream().filter(n -> n.startsWith(entry.folder() + "/")).toList();
    return !folder.isEmpty() && chosen.containsAll(folder);
  }

  /** Those of the scenario that tells the bug whole come first; property by property. */
  private List<Finding> findings(Entry entry, RunReport run) {
    List<String> order = entry.scenarios(scenarios);
    return run.findings().stream()
        .filter(f -> entry.owns(f.scenario().name()))
        .sorted(
            Comparator.comparingInt((Finding f) -> order.indexOf(f.scenario().name()))
                .thenComparingInt(f -> f.scenario().properties().indexOf(f.property()))
                .thenComparingInt(f -> f.scenario().designs().indexOf(f.design())))
        .toList();
  }

  private static List<Other> notAsked(Entry entry, RunReport run) {
    return run.notAsked().stream()
        .filter(n -> entry.owns(n.property()))
        .map((NotAsked n) -> new Other(entry.id(), n.property() + ": " + n.reason()))
        .toList();
  }

  private static List<Row> rows(Entry entry, List<Finding> findings) {
    List<Row> rows = new ArrayList<>();
    for (Finding finding : findings) {
      boolean isSurprise = finding.grade() == Grade.UNEXPECTED;
      if (isSurprise || finding.verdict() instanceof Verdict.Violated) {
        rows.add(new Row(entry.id(), finding, fix(entry, finding, findings)));
      }
    }
    return rows;
  }

  private static Optional<Fix> fix(Entry entry, Finding finding, List<Finding> findings) {
    boolean isKnown = finding.expected().flatMap(e -> e.known()).isPresent();
    if (entry.isLatent() || isKnown) {
      return Optional.empty();
    }
    List<Finding> holding = holding(finding, findings);
    if (entry.changes().isEmpty()) {
      return entry
          .upstream()
          .map(u -> new Fix(name(u), holding.stream().map(Finding::kernel).findFirst()));
    }
    List<Change> missing =
        entry.changes().stream()
            .filter(c -> !finding.design().has(c))
            .sorted(Comparator.comparing(c -> !isNamedAs(finding.scenario(), c)))
            .toList();
    for (Change change : missing) {
      for (Finding held : holding) {
        if (held.design().has(change)) {
          return Optional.of(new Fix(change.canonicalName(), Optional.of(held.kernel())));
        }
      }
    }
    Change change = Stream.concat(missing.stream(), entry.changes().stream()).findFirst().get();
    return Optional.of(new Fix(change.canonicalName(), Optional.empty()));
  }

  /** Of several changes, a scenario is about the one whose slug it bears. */
  private static boolean isNamedAs(Scenario scenario, Change change) {
    return scenario.name().endsWith("/" + change.slug());
  }

  private static String name(Entry.Fix fix) {
    return fix.hash().orElse(fix.subject());
  }

  /**
   * Where the same property holds: in the same scenario before others; in it, behind what is
   * violated, since designs are asked from old to new; and in releases before what is made of them.
   */
  private static List<Finding> holding(Finding violated, List<Finding> findings) {
    return findings.stream()
        .filter(f -> f.property().equals(violated.property()))
        .filter(f -> f.verdict() instanceof Verdict.Holds)
        .filter(f -> !isBefore(f, violated))
        .sorted(
            Comparator.comparing((Finding f) -> !f.scenario().equals(violated.scenario()))
                .thenComparing(f -> !f.design().isAsReleased()))
        .toList();
  }

  private static boolean isBefore(Finding one, Finding other) {
    List<Design> designs = one.scenario().designs();
    return one.scenario().equals(other.scenario())
        && designs.indexOf(one.design()) < designs.indexOf(other.design());
  }
}
