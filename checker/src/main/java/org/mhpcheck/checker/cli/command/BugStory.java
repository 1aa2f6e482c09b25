package org.mhpcheck.checker.cli.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mhpcheck.checker.cli.catalogue.Catalogue;
import org.mhpcheck.checker.cli.catalogue.KnownBugs;
import org.mhpcheck.checker.cli.console.Console;
import org.mhpcheck.checker.cli.console.Environment;
import org.mhpcheck.checker.cli.session.Engines;
import org.mhpcheck.checker.run.Grading;
import org.mhpcheck.checker.run.ScenarioRunner;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.reports.terminal.ProgressLine;
import org.mhpcheck.reports.terminal.ResultLines;
import org.mhpcheck.reports.terminal.TraceWriter;
import org.mhpcheck.specs.corpus.Entry;

/** Tells a bug of the corpus, and lets its scenario show it: where it is found, and where not. */
final class BugStory {
  private final Environment environment;
  private final PrintStream out;

  BugStory(Environment environment) {
    this.environment = environment;
    this.out = environment.console().out();
  }

  /**
   * @return what the process ends with: fine, unless the scenario does not show what it should
   */
  ExitStatus tell(Entry entry) {
    out.println(entry.id() + ": " + entry.title());
    entry.story().lines().forEach(l -> out.println("  " + l));
    line("affected", entry.affected());
    line("functions", String.join(", ", entry.functions()));
    if (entry.isLatent()) {
      entry.changes().forEach(c -> line("brought by", text(c)));
      line("mended by", "nothing");
    } else {
      entry.changes().forEach(c -> line("mended by", text(c)));
      entry.upstream().ifPresent(f -> line("mended by", text(f)));
    }
    line("read in", entry.confidence().text());
    List<String> scenarios = entry.scenarios(Catalogue.scenarios().names());
    if (scenarios.isEmpty()) {
      line("scenario", "none: " + KnownBugs.absence(entry));
      return ExitStatus.OK;
    }
    scenarios.forEach(s -> line("scenario", s));
    return show(Catalogue.scenarios().read(scenarios.get(0)));
  }

  private void line(String label, String text) {
    out.println("  %-11s %s".formatted(label + ":", text));
  }

  private static String text(Change change) {
    return "%s \"%s\" (%s)".formatted(change.canonicalName(), change.subject(), change.release());
  }

  private static String text(Entry.Fix fix) {
    return Stream.of(
            fix.hash(),
            Optional.of("\"" + fix.subject() + "\""),
            fix.release().map(r -> "(" + r + ")"))
        .flatMap(Optional::stream)
        .reduce((a, b) -> a + " " + b)
        .get();
  }

  private ExitStatus show(Scenario scenario) {
    Console console = environment.console();
    List<Finding> findings;
    try (ProgressLine progress =
        new ProgressLine(console.err(), console.errIsTerminal(), console.width())) {
      findings =
          new ScenarioRunner(
                  Engines.all(Engines.ALL_PROCESSORS, false, environment.interrupt()), progress)
              .run(scenario);
    }
    out.println();
    findings.stream()
        .flatMap(BugStory::trace)
        .findFirst()
        .ifPresent(
            trace -> {
              new TraceWriter(out, console.width(), console.colour()).write(trace);
              out.println();
            });
    ResultLines lines = new ResultLines(out, console.width(), console.colour(), false);
    findings.forEach(lines::write);
    return Grading.status(findings);
  }

  private static Stream<Trace> trace(Finding finding) {
    return finding.verdict() instanceof Verdict.Violated v && v.evidence() instanceof Trace trace
        ? Stream.of(trace)
        : Stream.empty();
  }
}
