package org.mhpcheck.reports.html.view;

import java.util.Optional;
import org.mhpcheck.model.answer.Evidence;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.Finding.Grade;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.question.Expectation;
import org.mhpcheck.reports.text.Counterexample;

/**
 * A finding as a row, and as what opens below it.
 *
 * @param anchor its name within the page
 * @param traceFile relative to the page; empty if there is none
 */
public record FindingView(Finding finding, String anchor, Optional<String> traceFile) {

  /** The pictures; made anew whenever they are asked for. */
  public Optional<TraceView> trace() {
    return Counterexample.of(finding).map(TraceView::of);
  }

  public int depth() {
    return Counterexample.depth(finding);
  }

  /** The one word that style goes by: what is as expected is calm, whatever the verdict. */
  public String mood() {
    return switch (finding.verdict().word()) {
      case HOLDS -> finding.grade() == Grade.UNEXPECTED ? "bad" : "good";
      case VIOLATED -> finding.grade() == Grade.EXPECTED ? "known" : "bad";
      case VACUOUS, INCONCLUSIVE -> finding.grade() == Grade.EXPECTED ? "known" : "open";
    };
  }

  /** Whether a reader has to look at it. */
  public boolean isNews() {
    return finding.grade() == Grade.UNEXPECTED
        || (finding.grade() == Grade.NONE && finding.verdict().word() != Expectation.Word.HOLDS);
  }

  /** What must be said beside the verdict; empty if nothing must. */
  public String reason() {
    if (finding.verdict() instanceof Verdict.Inconclusive v) {
      return "Not known: " + v.reason();
    } else if (finding.verdict() instanceof Verdict.Vacuous v) {
      return "Never met: " + v.premise();
    } else if (finding.verdict() instanceof Verdict.Violated v
        && v.evidence() instanceof Evidence.Numbers numbers) {
      return numbers.text();
    }
    return "";
  }

  /** {@code VIOLATED after 3 calls, known as L01}; empty where nothing was expected. */
  public String expected() {
    return finding
        .expected()
        .map(
            e ->
                e.verdict()
                    + e.depth().map(d -> " at depth " + d).orElse("")
                    + e.known().map(k -> ", known as " + k).orElse(""))
        .orElse("");
  }
}
