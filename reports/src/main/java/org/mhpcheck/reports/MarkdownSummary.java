package org.mhpcheck.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.NotAsked;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.question.Expectation;
import org.mhpcheck.reports.text.CallText;
import org.mhpcheck.reports.text.Counterexample;
import org.mhpcheck.reports.text.CoverageText;
import org.mhpcheck.reports.text.FindingText;
import org.mhpcheck.reports.text.Printable;
import org.mhpcheck.reports.text.Standing;
import org.mhpcheck.reports.text.Tally;
import org.mhpcheck.reports.text.Words;

/**
 * A run in Markdown, for a comment on a pull request or the page of a CI job: what has to be looked
 * at is told, and all the rest is folded.
 */
final class MarkdownSummary {
  private final StringBuilder text = new StringBuilder();
  private final Function<Finding, Optional<String>> traceFile;

  MarkdownSummary(Function<Finding, Optional<String>> traceFile) {
    this.traceFile = traceFile;
  }

  void write(RunReport report, OutputStream out) throws IOException {
    Tally tally = new Tally(report);
    String whole = tally.shortfall().map(s -> "INCOMPLETE, " + s + ": ").orElse("");
    line("# " + whole + "mhpcheck " + escaped(report.command()));
    line("");
    line("* " + Words.of(report.exitStatus()));
    line("* " + tally.verdicts());
    if (!report.findings().isEmpty()) {
      line("* " + tally.grades());
    }
    tally.mutants().ifPresent(score -> line("* " + score));
    tally.coverage().ifPresent(score -> line("* " + score));
    report.coverage().map(CoverageText::complaints).stream()
        .flatMap(List::stream)
        .forEach(c -> line("* " + escaped(c)));
    if (tally.shortfall().isEmpty()) {
      line("* " + tally.completeness());
    }
    List<Finding> news =
        report.findings().stream().filter(f -> Standing.of(f) != Standing.PASS).toList();
    if (!news.isEmpty()) {
      line("");
      line("## To look at");
      news.forEach(this::told);
    }
    folded("All answers: %d".formatted(report.findings().size()));
    table(report.findings());
    unfolded();
    if (!report.notAsked().isEmpty()) {
      folded("Not asked: %d".formatted(report.notAsked().size()));
      for (NotAsked notAsked : report.notAsked()) {
        line("* %s: %s".formatted(escaped(notAsked.property()), escaped(notAsked.reason())));
      }
      unfolded();
    }
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void told(Finding finding) {
    line("");
    line("### %s %s".formatted(finding.verdict().word(), escaped(finding.id())));
    line("");
    String expected = FindingText.expected(finding);
    line(
        "%s%s."
            .formatted(
                escaped(finding.property().about().statement()),
                expected.isEmpty() ? "" : " Expected: " + expected));
    String reason = FindingText.reason(finding);
    if (!reason.isEmpty()) {
      line("");
      line(escaped(reason));
    }
    Counterexample.of(finding).ifPresent(this::counterexample);
    traceFile.apply(finding).ifPresent(f -> line("[trace](%s)".formatted(f)));
  }

  private void counterexample(Trace trace) {
    line("");
    line("```");
    int number = 0;
    for (Trace.TracedCall call : trace.calls()) {
      number++;
      line("%d. %s".formatted(number, CallText.of(call, trace.geometry().subsections())));
      call.fault().ifPresent(f -> line("   fault: " + CallText.of(f)));
    }
    line("violated: " + Printable.line(trace.clause()));
    for (Change change : trace.mendedBy()) {
      line("mended by %s \"%s\"".formatted(change.canonicalName(), change.subject()));
    }
    line("```");
    line("");
  }

  private void table(List<Finding> findings) {
    line(
        "| verdict | scenario@design/property | reach | depth | states | grade | known, or mended by"
            + " | trace |");
    line("|---|---|---|---:|---:|---|---|---|");
    findings.forEach(this::row);
  }

  private void row(Finding finding) {
    line(
        "| %s | %s | %s | %d | %d | %s | %s | %s |"
            .formatted(
                finding.verdict().word(),
                escaped(finding.id()),
                finding.verdict().reach().word(),
                Counterexample.depth(finding),
                finding.statistics().states(),
                finding.grade().word(),
                escaped(knownOrMended(finding)),
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

  private void folded(String title) {
    line("");
    line("<details><summary>%s</summary>".formatted(title));
    line("");
  }

  private void unfolded() {
    line("");
    line("</details>");
  }

  /** Text as text: no table's border, no tag, no heading, no emphasis of its own. */
  private static String escaped(String content) {
    return Printable.line(content)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replaceAll("[\\\\|*_`\\[\\]#]", "\\\\$0");
  }

  private void line(String content) {
    text.append(content).append('\n');
  }
}
