package org.mhpcheck.reports.text;

import java.util.List;
import java.util.stream.Stream;
import org.mhpcheck.model.answer.CoverageReport;
import org.mhpcheck.model.answer.CoverageReport.NeverFired;

/** What has fired of the modelled kernel, in words. */
public final class CoverageText {
  private static final String NO_REASON = "NO REASON GIVEN: nothing has come there";

  private CoverageText() {}

  /** Why it never fires. */
  public static String of(NeverFired never) {
    return never.reason().orElse(NO_REASON);
  }

  /** All that keeps the run from passing, a line each. */
  public static List<String> complaints(CoverageReport report) {
    return report.judgement().stream()
        .flatMap(
            j ->
                Stream.concat(
                    j.unexplained().stream().map(n -> "never fired: " + n.what()),
                    j.stale().stream().map(s -> "listed as never fired, and that is not so: " + s)))
        .toList();
  }
}
