package org.mhpcheck.reports.past;

import java.util.Optional;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.question.Expectation;

/**
 * What became of one question from one run to the next; one of the two runs has it at least.
 *
 * @param before empty if it was not asked then
 * @param after empty if it was not asked any more
 */
public record FindingDifference(
    Kind kind, Optional<PastFinding> before, Optional<PastFinding> after) {

  /** From the most alarming on. */
  public enum Kind {
    /** Violated, and was not before, or was not asked. */
    NEW,
    /** Another verdict, reach or grade, or another counterexample of the same violation. */
    CHANGED,
    /** Not answered, or not asked any more: not known, and never taken for fixed. */
    LOST,
    /** Was violated, and holds. */
    FIXED,
    /** Was not asked before, and is not violated. */
    ADDED,
    /** The same answer, from another number of states or transitions. */
    COUNTS
  }

  /**
   * Empty if nothing differs but time.
   *
   * @param sameCommand whether both runs were asked the same
   */
  static Optional<FindingDifference> of(
      Optional<PastFinding> before, Optional<PastFinding> after, boolean sameCommand) {
    return kind(before, after, sameCommand).map(k -> new FindingDifference(k, before, after));
  }

  private static Optional<Kind> kind(
      Optional<PastFinding> before, Optional<PastFinding> after, boolean sameCommand) {
    if (after.isEmpty()) {
      return Optional.of(Kind.LOST);
    }
    if (before.isEmpty()) {
      return Optional.of(after.get().isViolated() ? Kind.NEW : Kind.ADDED);
    }
    return kind(before.get(), after.get(), sameCommand);
  }

  private static Optional<Kind> kind(PastFinding before, PastFinding after, boolean sameCommand) {
    if (after.isViolated() && !before.isViolated()) {
      return Optional.of(Kind.NEW);
    }
    if (before.isAnswered() && !after.isAnswered()) {
      return Optional.of(Kind.LOST);
    }
    if (isFixed(before, after) && (sameCommand || !after.isOfCommand())) {
      return Optional.of(Kind.FIXED);
    }
    if (isChanged(before, after)) {
      return Optional.of(Kind.CHANGED);
    }
    return isCountedOtherwise(before, after) ? Optional.of(Kind.COUNTS) : Optional.empty();
  }

  /**
   * That it holds in a smaller world, or where less was asked, does not mean that it was mended.
   */
  private static boolean isFixed(PastFinding before, PastFinding after) {
    return before.isViolated()
        && after.verdict() == Expectation.Word.HOLDS
        && after.reach().isOfTheSameAs(before.reach());
  }

  private static boolean isChanged(PastFinding before, PastFinding after) {
    return before.verdict() != after.verdict()
        || before.grade() != after.grade()
        || !before.reach().equals(after.reach())
        || isViolatedOtherwise(before, after);
  }

  private static boolean isViolatedOtherwise(PastFinding before, PastFinding after) {
    return before.isViolated()
        && after.isViolated()
        && (before.depth() != after.depth() || isByOtherCalls(before, after));
  }

  /**
   * A fingerprint has the kernel's name in it: of a tree whose release has become another one,
   * nothing can be said.
   */
  private static boolean isByOtherCalls(PastFinding before, PastFinding after) {
    return before.id().equals(after.id()) && !before.fingerprint().equals(after.fingerprint());
  }

  private static boolean isCountedOtherwise(PastFinding before, PastFinding after) {
    return before.states() != after.states()
        || before.transitions() != after.transitions()
        || before.depth() != after.depth();
  }

  /** {@code scenario@kernel[subject]/property}. */
  public String id() {
    return after.or(() -> before).orElseThrow().id();
  }

  /** Whether both are violated, but not by the same calls or numbers. */
  public boolean isAnotherCounterexample() {
    return before.isPresent()
        && after.isPresent()
        && before.get().isViolated()
        && after.get().isViolated()
        && isByOtherCalls(before.get(), after.get());
  }

  /** Whether the reaches are not the same claim, though they are the same word. */
  public boolean isOfAnotherSize() {
    return before.isPresent()
        && after.isPresent()
        && before.get().reach().word().equals(after.get().reach().word())
        && !before.get().reach().equals(after.get().reach());
  }

  private boolean isUnexpectedNow() {
    return after.filter(PastFinding::isUnexpected).isPresent()
        && before.filter(PastFinding::isUnexpected).isEmpty();
  }

  /** What it means for who asked whether the two runs say the same. */
  ExitStatus exitStatus() {
    ExitStatus status =
        switch (kind) {
          case NEW, CHANGED -> ExitStatus.VIOLATED;
          case LOST -> ExitStatus.INCONCLUSIVE;
          case FIXED, ADDED, COUNTS -> ExitStatus.OK;
        };
    return isUnexpectedNow() ? ExitStatus.VIOLATED : status;
  }
}
