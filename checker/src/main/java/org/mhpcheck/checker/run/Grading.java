package org.mhpcheck.checker.run;

import java.util.List;
import java.util.Optional;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.Finding.Grade;
import org.mhpcheck.model.answer.Space;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.question.Counts;
import org.mhpcheck.model.question.Expectation;
import org.mhpcheck.model.question.Limits;

/** Holds answers against expectations, and says what the process ends with. Pure decisions. */
public final class Grading {
  private Grading() {}

  /** How {@code verdict} compares with what was expected, if anything was. */
  public static Grade grade(Verdict verdict, Optional<Expectation> expected) {
    if (expected.isEmpty()) {
      return Grade.NONE;
    }
    boolean sameWord = expected.get().verdict() == verdict.word();
    boolean sameDepth =
        expected.get().depth().isEmpty() || expected.get().depth().equals(depth(verdict));
    return sameWord && sameDepth ? Grade.EXPECTED : Grade.UNEXPECTED;
  }

  private static Optional<Integer> depth(Verdict verdict) {
    return verdict instanceof Verdict.Violated v && v.evidence() instanceof Trace t
        ? Optional.of(t.depth())
        : Optional.empty();
  }

  /** The worst of all findings. No findings at all is no pass. */
  public static ExitStatus status(List<Finding> findings) {
    if (findings.isEmpty()) {
      throw new IllegalArgumentException("nothing was asked");
    }
    return findings.stream().map(Grading::status).reduce(ExitStatus.OK, ExitStatus::worse);
  }

  /** Whether something of the answer is not known, so that asking longer may tell. */
  public static boolean isUnfinished(Finding finding) {
    return finding.verdict() instanceof Verdict.Inconclusive || isCutOff(finding);
  }

  /**
   * Whether it is as expected but for the counts of a state space of which not all was explored:
   * then it is not known whether they are.
   */
  private static boolean isCutOff(Finding finding) {
    boolean isCounted = !finding.scenario().counts(finding.design()).equals(Counts.NONE);
    return isCounted
        && isPart(finding)
        && grade(finding.verdict(), finding.expected()) == Grade.EXPECTED;
  }

  /**
   * Whether not all states were explored, though the scenario sets no limit: time, memory or
   * patience came to an end. What was found stands, but asking longer may fire more, and count
   * more.
   */
  public static boolean isLessThanAsked(Finding finding) {
    boolean asksForAll =
        finding
            .scenario()
            .question()
            .calling()
            .filter(q -> q.limits().equals(Limits.NONE))
            .isPresent();
    return asksForAll && isPart(finding);
  }

  private static boolean isPart(Finding finding) {
    return !finding.statistics().space().map(Space::complete).orElse(true);
  }

  private static ExitStatus status(Finding finding) {
    if (isCutOff(finding)) {
      return ExitStatus.INCONCLUSIVE;
    }
    return switch (finding.grade()) {
      case EXPECTED -> ExitStatus.OK;
      case NONE, UNEXPECTED ->
          switch (finding.verdict().word()) {
            case HOLDS -> finding.grade() == Grade.NONE ? ExitStatus.OK : ExitStatus.VIOLATED;
            case VIOLATED -> ExitStatus.VIOLATED;
            case VACUOUS -> ExitStatus.VACUOUS;
            case INCONCLUSIVE -> ExitStatus.INCONCLUSIVE;
          };
    };
  }
}
