package org.mhpcheck.reports.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mhpcheck.model.answer.Finding;

/** The findings of a run, scenario by scenario, in the order they were found in. */
public final class ByScenario {
  private ByScenario() {}

  /** By the scenario's name, under which all of its findings go. */
  public static Map<String, List<Finding>> of(List<Finding> findings) {
    Map<String, List<Finding>> scenarios = new LinkedHashMap<>();
    for (Finding finding : findings) {
      scenarios.computeIfAbsent(finding.scenario().name(), s -> new ArrayList<>()).add(finding);
    }
    return scenarios;
  }
}
