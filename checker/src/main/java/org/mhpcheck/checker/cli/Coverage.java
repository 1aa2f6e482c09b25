package org.mhpcheck.checker.cli;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.mhpcheck.model.answer.CoverageReport;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.specs.coverage.NeverFired;

/**
 * What is to be said of what has fired in a run.
 *
 * @param asked all scenarios, if the run is to fire all that can; none if it asks a part of them
 * @param reasons why some never fire, by what they are called
 */
record Coverage(List<Scenario> asked, Map<String, String> reasons) {

  /** Of a run that asks a part of all scenarios, and so says nothing of what has not fired. */
  static Coverage ofPart() {
    return new Coverage(List.of(), Map.of());
  }

  /** Of a run that asks all. */
  static Coverage ofAll(List<Scenario> scenarios) {
    return new Coverage(scenarios, NeverFired.packaged().reasons());
  }

  /**
   * @param complete whether everything was answered to the end: if not, more might have fired
   */
  CoverageReport of(SortedSet<String> fired, boolean complete) {
    return asked.isEmpty() || !complete
        ? CoverageReport.of(fired)
        : CoverageReport.judged(fired, CanFire.of(asked), reasons);
  }
}
