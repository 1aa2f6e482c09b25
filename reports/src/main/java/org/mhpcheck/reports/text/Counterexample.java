package org.mhpcheck.reports.text;

import java.util.Optional;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.answer.Verdict;

/** The trace that a finding may carry. */
public final class Counterexample {
  private Counterexample() {}

  public static Optional<Trace> of(Finding finding) {
    return finding.verdict() instanceof Verdict.Violated v && v.evidence() instanceof Trace t
        ? Optional.of(t)
        : Optional.empty();
  }

  /** Calls of the counterexample if there is one, else calls to the furthest state. */
  public static int depth(Finding finding) {
    return of(finding).map(Trace::depth).orElse(finding.statistics().depth());
  }
}
