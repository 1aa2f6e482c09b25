package org.mhpcheck.checker.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mhpcheck.checker.run.Engine.Answer;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.Finding.Grade;
import org.mhpcheck.model.answer.Listener;
import org.mhpcheck.model.answer.Space;
import org.mhpcheck.model.answer.Statistics;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.question.Counts;
import org.mhpcheck.model.question.Expectation;
import org.mhpcheck.model.question.Scenario;

/** Has a scenario answered by the engine that it asks for, and grades the answers. */
public final class ScenarioRunner {
  private final Map<String, Engine> engines;
  private final Listener listener;

  /**
   * @param engines by {@link org.mhpcheck.model.question.Question#engine()}
   */
  public ScenarioRunner(Map<String, Engine> engines, Listener listener) {
    this.engines = engines;
    this.listener = listener;
  }

  /** Asks the model of each of the scenario's designs. */
  public List<Finding> run(Scenario scenario) {
    List<Finding> findings = new ArrayList<>();
    for (Design design : scenario.designs()) {
      findings.addAll(run(scenario, AskedKernel.modelOf(design, scenario.question())));
    }
    return findings;
  }

  /** Asks one kernel. */
  public List<Finding> run(Scenario scenario, AskedKernel asked) {
    listener.onStarted(scenario.name() + "@" + asked.name());
    List<Finding> findings = new ArrayList<>();
    Engine engine = engines.get(scenario.question().engine());
    for (Answer answer : engine.answers(scenario, asked, listener::onProgress)) {
      Finding finding = finding(scenario, asked, answer);
      findings.add(finding);
      listener.onFinding(finding);
    }
    return findings;
  }

  private static Finding finding(Scenario scenario, AskedKernel asked, Answer answer) {
    Optional<Expectation> expected = scenario.expectation(asked.design(), answer.property());
    List<String> remarks = new ArrayList<>(answer.remarks());
    List<String> differences = differences(scenario.counts(asked.design()), answer.statistics());
    remarks.addAll(differences);
    Grade grade =
        differences.isEmpty() ? Grading.grade(answer.verdict(), expected) : Grade.UNEXPECTED;
    return new Finding(
        scenario,
        asked.name(),
        asked.design(),
        answer.subject(),
        answer.property(),
        answer.verdict(),
        answer.statistics(),
        expected,
        grade,
        List.copyOf(remarks));
  }

  /** Of a part of the state space no count is as expected: were it the same, that is chance. */
  private static List<String> differences(Counts counts, Statistics found) {
    if (counts.equals(Counts.NONE)) {
      return List.of();
    }
    List<String> differences =
        new ArrayList<>(counts.differences(found.states(), found.transitions()));
    if (!found.space().map(Space::complete).orElse(false)) {
      differences.add("not all was explored, expected counts are of all");
    }
    return differences;
  }
}
