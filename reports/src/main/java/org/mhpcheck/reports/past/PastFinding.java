package org.mhpcheck.reports.past;

import java.time.Duration;
import java.util.Optional;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.question.Expectation;
import org.mhpcheck.reports.text.Counterexample;
import org.mhpcheck.reports.text.Fingerprint;

/**
 * What is kept of a finding: all but its trace and its explanations.
 *
 * @param id {@code scenario@kernel[subject]/property}: the same in each run that asks the same
 * @param fingerprint tells one counterexample from another
 * @param depth calls of the counterexample if there is one, else to the furthest state
 * @param time empty where the run was told without times
 */
public record PastFinding(
    String id,
    String fingerprint,
    Expectation.Word verdict,
    Finding.Grade grade,
    PastReach reach,
    int depth,
    long states,
    long transitions,
    Optional<Duration> time) {

  static PastFinding of(Finding finding, boolean times) {
    return new PastFinding(
        finding.id(),
        Fingerprint.of(finding),
        finding.verdict().word(),
        finding.grade(),
        PastReach.of(finding.verdict().reach()),
        Counterexample.depth(finding),
        finding.statistics().states(),
        finding.statistics().transitions(),
        times
            ? Optional.of(finding.statistics().time()).map(PastRun::toTheMillisecond)
            : Optional.empty());
  }

  /** Whether what was asked is told by the command alone: no scenario is known by its name. */
  boolean isOfCommand() {
    return id.startsWith("check@") || id.startsWith("prove@");
  }

  boolean isViolated() {
    return verdict == Expectation.Word.VIOLATED;
  }

  /** Whether it says anything. */
  boolean isAnswered() {
    return verdict != Expectation.Word.INCONCLUSIVE;
  }

  /** Whether it is an answer, and not the one that was expected. */
  boolean isUnexpected() {
    return isAnswered() && grade == Finding.Grade.UNEXPECTED;
  }
}
