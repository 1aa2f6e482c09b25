package org.mhpcheck.checker.cli.console;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * How long a run may take, from its making on. A question may take half of what is left when it
 * begins: so one that never ends leaves time for all behind it, and most do not notice.
 */
public final class TimeBudget {
  private final Optional<Duration> all;
  private final LongSupplier nanoClock;
  private final long started;

  /** Of a run that takes as long as it takes. */
  public static final TimeBudget NONE = new TimeBudget(Optional.empty(), System::nanoTime);

  /**
   * @param nanoClock as {@link System#nanoTime()}
   */
  public TimeBudget(Optional<Duration> all, LongSupplier nanoClock) {
    this.all = all;
    this.nanoClock = nanoClock;
    this.started = nanoClock.getAsLong();
  }

  public boolean isOver() {
    return left().filter(n -> n <= 0).isPresent();
  }

  /** Whether a question that begins now has had its time. */
  public BooleanSupplier isOverForOne() {
    Optional<Long> left = left();
    if (left.isEmpty()) {
      return () -> false;
    }
    long end = nanoClock.getAsLong() + left.get() / 2;
    return () -> nanoClock.getAsLong() - end >= 0;
  }

  /** Why something was not asked to its end: {@code the 90 s of --time were over}. */
  public String reason() {
    return "the %d s of --time were over".formatted(all.orElseThrow().toSeconds());
  }

  /** Why a question that had begun was not. */
  public String reasonOfOne() {
    return reason() + ", or half of what was left of them when it began";
  }

  private Optional<Long> left() {
    return all.map(a -> a.toNanos() - (nanoClock.getAsLong() - started));
  }
}
