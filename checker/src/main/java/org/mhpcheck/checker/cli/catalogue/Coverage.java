package org.mhpcheck.checker.cli.catalogue;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.mhpcheck.model.answer.CoverageReport;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.specs.coverage.NeverFiredCatalogue;
import org.mhpcheck.specs.scenario.ScenarioCatalogue;

/**
 * What is to be said of what has fired in a run.
 *
 * @param asked all scenarios, if the run is to fire all that can; none if it asks a part of them
 * @param reasons why some never fire, by what they are called
 */
public record Coverage(List<Scenario> asked, Map<String, String> reasons) {

  /**
   * Of a run that asks {@code chosen}: only one that asks all packaged scenarios is to fire all.
   *
   * @param chosen the names of scenarios
   */
  public static Coverage of(Collection<String> chosen) {
    ScenarioCatalogue catalogue = Catalogue.scenarios();
    return chosen.containsAll(catalogue.names())
        ? new Coverage(
            catalogue.names().stream().map(catalogue::read).toList(),
            NeverFiredCatalogue.packaged().reasons())
        : new Coverage(List.of(), Map.of());
  }

  /**
   * @param complete whether everything was answered to the end: if not, more might have fired
   */
  public CoverageReport of(SortedSet<String> fired, boolean complete) {
    return asked.isEmpty() || !complete
        ? CoverageReport.of(fired)
        : CoverageReport.judged(fired, CanFire.of(asked), reasons);
  }
}
