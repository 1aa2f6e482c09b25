package org.mhpcheck.reports.terminal;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.mhpcheck.model.answer.Evidence;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.NotAsked;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.model.answer.Statistics;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.question.Expectation;
import org.mhpcheck.reports.text.Counterexample;
import org.mhpcheck.reports.text.Words;

/**
 * One line a finding, for eyes and for grep: never wrapped, the verdict first and the grade last.
 *
 * <p>What a verdict needs said beside it (why inconclusive, what was expected instead) follows
 * indented.
 */
public final class ResultLines {
  private static final int INDENT = 4;

  private final Layout layout;
  private final boolean remarks;
  private final Map<Evidence.Numbers, String> written = new HashMap<>();

  /**
   * @param remarks whether the findings' remarks are written too; those of what was not expected
   *     always are, since they may be all there is to see of why
   */
  public ResultLines(PrintStream out, int width, boolean colour, boolean remarks) {
    this.layout = new Layout(out, width, colour);
    this.remarks = remarks;
  }

  public static String of(Finding finding) {
    Statistics statistics = finding.statistics();
    return String.format(
        Locale.ROOT,
        "%s %s reach=%s depth=%d states=%d transitions=%d %s",
        finding.verdict().word(),
        finding.id(),
        finding.verdict().reach().word(),
        Counterexample.depth(finding),
        statistics.states(),
        statistics.transitions(),
        finding.grade().word());
  }

  public static String of(NotAsked notAsked) {
    return "NOT ASKED %s: %s".formatted(notAsked.property(), Words.oneLine(notAsked.reason()));
  }

  public void write(RunReport report) {
    report.findings().forEach(this::write);
    report.notAsked().forEach(n -> layout.unwrapped(of(n), Layout.Style.PLAIN));
  }

  public void write(Finding finding) {
    layout.unwrapped(of(finding), Layout.Style.of(finding));
    if (finding.verdict() instanceof Verdict.Inconclusive v) {
      layout.line(INDENT, "reason: " + v.reason());
    } else if (finding.verdict() instanceof Verdict.Vacuous v) {
      layout.line(INDENT, "never met: " + v.premise());
    } else if (finding.verdict() instanceof Verdict.Violated v
        && v.evidence() instanceof Evidence.Numbers numbers) {
      write(numbers, finding);
    }
    if (finding.grade() == Finding.Grade.UNEXPECTED) {
      finding.expected().ifPresent(e -> layout.line(INDENT, "expected: " + text(e)));
    }
    if (remarks || finding.grade() == Finding.Grade.UNEXPECTED) {
      finding.remarks().forEach(r -> layout.line(INDENT, r));
    }
  }

  /** What was said of another design already is not said again. */
  private void write(Evidence.Numbers numbers, Finding finding) {
    String before = written.putIfAbsent(numbers, finding.id());
    layout.line(INDENT, before == null ? numbers.text() : "numbers as of " + before);
  }

  private static String text(Expectation expected) {
    return expected.verdict()
        + expected.depth().map(d -> " depth=" + d).orElse("")
        + expected.known().map(k -> " (known as " + k + ")").orElse("");
  }
}
