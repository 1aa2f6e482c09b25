package org.mhpcheck.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.NotAsked;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.model.question.Expectation;
import org.mhpcheck.reports.text.Counterexample;
import org.mhpcheck.reports.text.Tally;
import org.mhpcheck.reports.text.Words;

/** A run in Markdown, short enough for the page of a CI job. */
final class MarkdownSummary {
  private final StringBuilder text = new StringBuilder();
  private final Function<Finding, Optional<String>> traceFile;

  MarkdownSummary(Function<Finding, Optional<String>> traceFile) {
    this.traceFile = traceFile;
  }

  void write(RunReport report, OutputStream out) throws IOException {
    Tally tally = new Tally(report);
    line("# mhpcheck " + report.command());
    line("");
    line("* " + tally.verdicts());
    if (!report.findings().isEmpty()) {
      line("* " + tally.grades());
    }
    line("* " + tally.completeness());
    line("* " + Words.of(report.exitStatus()));
    line("");
    line(
        "| verdict | scenario@design/property | reach | depth | states | grade | known, or mended by"
            + " | trace |");
    line("|---|---|---|---:|---:|---|---|---|");
    report.findings().forEach(this::row);
    if (!report.notAsked().isEmpty()) {
      line("");
      for (NotAsked notAsked : report.notAsked()) {
        line("* not asked: %s: %s".formatted(cell(notAsked.property()), cell(notAsked.reason())));
      }
    }
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void row(Finding finding) {
    line(
        "| %s | %s | %s | %d | %d | %s | %s | %s |"
            .formatted(
                finding.verdict().word(),
                cell(finding.id()),
                finding.verdict().reach().word(),
                Counterexample.depth(finding),
                finding.statistics().states(),
                finding.grade().word(),
                cell(knownOrMended(finding)),
                traceFile.apply(finding).map("[trace](%s)"::formatted).orElse("")));
  }

  /** A latent bug's id, or the changes of which each alone mends the trace. */
  private static String knownOrMended(Finding finding) {
    return finding
        .expected()
        .flatMap(Expectation::known)
        .orElseGet(
            () ->
                Counterexample.of(finding).stream()
                    .flatMap(t -> t.mendedBy().stream())
                    .map(c -> "%s (%s)".formatted(c.canonicalName(), c.release()))
                    .collect(Collectors.joining(", ")));
  }

  private static String cell(String content) {
    return Words.oneLine(content).replace("|", "\\|");
  }

  private void line(String content) {
    text.append(content).append('\n');
  }
}
