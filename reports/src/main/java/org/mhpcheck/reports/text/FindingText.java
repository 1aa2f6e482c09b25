package org.mhpcheck.reports.text;

import org.mhpcheck.model.answer.Evidence;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.Verdict;

/** What is said beside a verdict. */
public final class FindingText {
  private FindingText() {}

  /** Why it is not known, what was never met, which numbers contradict; empty if nothing. */
  public static String reason(Finding finding) {
    if (finding.verdict() instanceof Verdict.Inconclusive v) {
      return "not known: " + v.reason();
    } else if (finding.verdict() instanceof Verdict.Vacuous v) {
      return "never met: " + v.premise();
    } else if (finding.verdict() instanceof Verdict.Violated v
        && v.evidence() instanceof Evidence.Numbers numbers) {
      return numbers.text();
    }
    return "";
  }

  /** {@code VIOLATED at depth 3, known as L01}; empty where nothing was expected. */
  public static String expected(Finding finding) {
    return finding
        .expected()
        .map(
            e ->
                e.verdict()
                    + e.depth().map(d -> " at depth " + d).orElse("")
                    + e.known().map(k -> ", known as " + k).orElse(""))
        .orElse("");
  }

  /** {@code VIOLATED: every sequence of calls, 1 x 4 subsections; expected VIOLATED at depth 3}. */
  public static String verdict(Finding finding) {
    String expected = expected(finding);
    return "%s: %s%s"
        .formatted(
            finding.verdict().word(),
            finding.verdict().reach().text(),
            expected.isEmpty() ? "" : "; expected " + expected);
  }
}
