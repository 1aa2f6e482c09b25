package org.mhpcheck.checker.cli.session;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.UnaryOperator;
import org.mhpcheck.checker.run.Grading;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.NotAsked;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.question.Scenario;

/**
 * What a run asks at once: a scenario, of one of its designs.
 *
 * @param design empty for all trees that are asked instead
 */
record RunPart(Scenario scenario, Optional<Design> design) {

  /** {@code scenario@design}. */
  String name() {
    return scenario.name() + design.map(d -> "@" + d).orElse("");
  }

  /** Whether {@code finding} is an answer to it. */
  boolean asks(Finding finding) {
    return finding.scenario().name().equals(scenario.name())
        && design.filter(d -> d.equals(finding.design())).isPresent();
  }

  /** Whether it may take longer than all others together, on a single thread. */
  boolean takesLong() {
    return scenario.question() instanceof Question.Prove;
  }

  /** That it was not asked, and why. */
  Answered not(String why) {
    return new Answered(
        List.of(), Collections.emptySortedSet(), Optional.of(new NotAsked(name(), why)));
  }

  /**
   * What came of a part: findings, or why there are none.
   *
   * @param fired what has fired of the modelled kernel meanwhile
   */
  record Answered(List<Finding> findings, SortedSet<String> fired, Optional<NotAsked> left) {
    static Answered of(List<Finding> findings, SortedSet<String> fired) {
      return new Answered(findings, fired, Optional.empty());
    }

    /** Whether some of it is not known yet. */
    boolean isOpen() {
      return findings.stream().anyMatch(f -> Grading.isUnfinished(f) || Grading.isLessThanAsked(f));
    }

    Answered map(UnaryOperator<Finding> of) {
      return new Answered(findings.stream().map(of).toList(), fired, left);
    }
  }
}
