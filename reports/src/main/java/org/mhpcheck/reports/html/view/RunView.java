package org.mhpcheck.reports.html.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.mhpcheck.model.answer.ConformReport;
import org.mhpcheck.model.answer.CoverageReport;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.NotAsked;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.kernel.Mutant;
import org.mhpcheck.reports.text.ByScenario;
import org.mhpcheck.reports.text.Tally;
import org.mhpcheck.reports.text.Words;

/** A whole run, as its page has it. */
public final class RunView {
  private final RunReport report;
  private final Background background;
  private final List<ScenarioView> scenarios = new ArrayList<>();
  private final List<FindingView> findings = new ArrayList<>();

  /**
   * @param background what the run itself does not know
   * @param traceFile where a finding's trace is, relative to the page
   */
  public RunView(
      RunReport report, Background background, Function<Finding, Optional<String>> traceFile) {
    this.report = report;
    this.background = background;
    for (List<Finding> of : ByScenario.of(report.findings()).values()) {
      List<FindingView> views = new ArrayList<>();
      for (Finding finding : of) {
        String anchor = "f" + (findings.size() + 1);
        FindingView view = new FindingView(finding, anchor, traceFile.apply(finding));
        findings.add(view);
        views.add(view);
      }
      String anchor = "s" + (scenarios.size() + 1);
      scenarios.add(new ScenarioView(of.get(0).scenario(), anchor, views));
    }
  }

  public RunReport report() {
    return report;
  }

  public Tally tally() {
    return new Tally(report);
  }

  public String exitStatus() {
    return Words.of(report.exitStatus());
  }

  public List<ScenarioView> scenarios() {
    return scenarios;
  }

  public List<FindingView> findings() {
    return findings;
  }

  /** What a reader has to look at. */
  public List<FindingView> news() {
    return findings.stream().filter(FindingView::isNews).toList();
  }

  public MatrixView matrix() {
    return MatrixView.of(findings);
  }

  /** How far the verdicts go, each claim once. */
  public List<String> reaches() {
    return tally().reaches().toList();
  }

  /** What was not asked, by the reason. */
  public Map<String, List<String>> notAsked() {
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    for (NotAsked notAsked : report.notAsked()) {
      byReason.computeIfAbsent(notAsked.reason(), r -> new ArrayList<>()).add(notAsked.property());
    }
    return byReason;
  }

  /** Every property that was asked, by name. */
  public List<PropertyView> properties() {
    Map<String, List<FindingView>> byName = new TreeMap<>();
    Map<String, Property> properties = new TreeMap<>();
    for (FindingView view : findings) {
      Property property = view.finding().property();
      properties.put(property.name(), property);
      byName.computeIfAbsent(property.name(), p -> new ArrayList<>()).add(view);
    }
    return properties.values().stream()
        .map(p -> new PropertyView(p, byName.get(p.name()), kills(p)))
        .toList();
  }

  private List<Mutant> kills(Property property) {
    return report.mutants().map(m -> m.killedBy(property)).orElse(List.of());
  }

  /** What is said of all that can fire; empty of a run that was not to fire all. */
  public Optional<CoverageReport.Judgement> judgement() {
    return report.coverage().flatMap(CoverageReport::judgement);
  }

  /** How large a usage is on each architecture, drawn to scale. */
  public SizesView sizes() {
    return SizesView.of(background.architectures(), background.designs());
  }

  /** How a tree beside the design compares with its model; empty if none was. */
  public Optional<ConformReport> conformance() {
    return background.conformance();
  }

  public HistoryView history() {
    return new HistoryView(background.history());
  }

  /** The title of what is known as {@code id}; empty if there is no such bug. */
  public String bug(String id) {
    return background.bugs().getOrDefault(id, "");
  }

  /** Transitions by the kernel function called, over all that was explored. */
  public Map<String, Long> fired() {
    Map<String, Long> fired = new TreeMap<>();
    for (ScenarioView scenario : scenarios) {
      for (SpaceView space : scenario.spaces()) {
        space.space().byCall().forEach((call, n) -> fired.merge(call, n, Long::sum));
      }
    }
    return fired;
  }
}
