package org.mhpcheck.checker.run;

import java.util.Optional;
import org.mhpcheck.model.question.Limits;

/**
 * The memory that the states of one question may take, where several are asked at once.
 *
 * @param bytes at most
 */
public record MemoryShare(long bytes) {

  /** All that there is. */
  public static final MemoryShare WHOLE = of(Optional.empty(), 1);

  /**
   * One of {@code questions} shares, no more than most of the heap together: Java has to be left
   * room for all else, whatever was asked for.
   *
   * @param all bytes; empty for most of the heap
   * @param questions at least 1
   */
  public static MemoryShare of(Optional<Long> all, int questions) {
    long most = Runtime.getRuntime().maxMemory() / 4 * 3;
    return new MemoryShare(Math.min(most, all.orElse(most)) / questions);
  }

  /** {@code limits}, and no more than this. */
  Limits within(Limits limits) {
    return new Limits(
        limits.depth(),
        limits.time(),
        limits.states(),
        Optional.of(Math.min(bytes, limits.memoryBytes().orElse(bytes))));
  }
}
