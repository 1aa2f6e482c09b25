package org.mhpcheck.reports.html.view;

import java.util.Optional;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.question.Expectation;
import org.mhpcheck.reports.text.Counterexample;
import org.mhpcheck.reports.text.FindingText;
import org.mhpcheck.reports.text.Standing;

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
    return switch (Standing.of(finding)) {
      case PASS -> finding.verdict().word() == Expectation.Word.HOLDS ? "good" : "known";
      case FAIL -> "bad";
      case VACUOUS, UNKNOWN -> "open";
    };
  }

  /** Whether a reader has to look at it. */
  public boolean isNews() {
    return Standing.of(finding) != Standing.PASS;
  }

  /** What must be said beside the verdict; empty if nothing must. */
  public String reason() {
    return FindingText.reason(finding);
  }

  /** Empty where nothing was expected. */
  public String expected() {
    return FindingText.expected(finding);
  }
}
