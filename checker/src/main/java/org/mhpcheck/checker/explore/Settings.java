package org.mhpcheck.checker.explore;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.mhpcheck.model.question.Limits;

/**
 * How to explore.
 *
 * @param threads at least 1; what is found does not depend on it
 * @param cancelled asked now and then: whether to give up
 * @param goal where there is no more to look for
 * @param checkpoints where it is kept what a long exploration has come to, if anywhere
 */
public record Settings(
    int threads,
    Limits limits,
    boolean stopAtFirst,
    BooleanSupplier cancelled,
    Goal goal,
    Optional<Checkpoints> checkpoints) {

  /** Without checkpoints. */
  public Settings(
      int threads, Limits limits, boolean stopAtFirst, BooleanSupplier cancelled, Goal goal) {
    this(threads, limits, stopAtFirst, cancelled, goal, Optional.empty());
  }

  /** To look for all there is. */
  public Settings(int threads, Limits limits, boolean stopAtFirst, BooleanSupplier cancelled) {
    this(threads, limits, stopAtFirst, cancelled, Goal.NONE);
  }

  /**
   * What an exploration is for, where it is not for all there is: properties by their bits.
   *
   * @param broken those of which a violation is looked for
   * @param met those whose premise is to be met
   */
  public record Goal(long broken, long met) {
    /** Nothing in particular; never reached. */
    public static final Goal NONE = new Goal(0, 0);

    boolean isReached(long stillOpen, long metSoFar) {
      return (broken | met) != 0 && (broken & stillOpen) == 0 && (met & ~metSoFar) == 0;
    }
  }
}
