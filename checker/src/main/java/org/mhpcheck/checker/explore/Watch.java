package org.mhpcheck.checker.explore;

import java.time.Duration;
import java.util.Optional;
import org.mhpcheck.model.question.Limits;

/** When to give up: runs from its making on. */
public final class Watch {
  private final Settings settings;
  private final long started = System.nanoTime();

  public Watch(Settings settings) {
    this.settings = settings;
  }

  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - started);
  }

  /** The limits that do not wait; any thread may ask. */
  boolean isOutOfTime() {
    return settings.cancelled().getAsBoolean() || isPast(limits().time());
  }

  /**
   * The limit that does not wait either.
   *
   * @param bytes that is held
   */
  boolean isOutOfMemory(long bytes) {
    return limits().memoryBytes().filter(most -> bytes >= most).isPresent();
  }

  /**
   * Why to give up, if so.
   *
   * @param states held
   * @param bytes that they take
   */
  public Optional<String> reason(long states, long bytes) {
    if (settings.cancelled().getAsBoolean()) {
      return Optional.of("interrupted");
    }
    if (limits().states().filter(most -> states >= most).isPresent()) {
      return Optional.of("limit of " + limits().states().get() + " states");
    }
    if (isPast(limits().time())) {
      return Optional.of("time limit of " + limits().time().get().toSeconds() + " s");
    }
    if (isOutOfMemory(bytes)) {
      return Optional.of("memory limit of " + (limits().memoryBytes().get() >> 20) + " MB");
    }
    return Optional.empty();
  }

  private Limits limits() {
    return settings.limits();
  }

  private boolean isPast(Optional<Duration> limit) {
    return limit.isPresent() && elapsed().compareTo(limit.get()) >= 0;
  }
}
