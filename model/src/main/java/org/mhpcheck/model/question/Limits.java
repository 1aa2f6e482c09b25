package org.mhpcheck.model.question;

import java.time.Duration;
import java.util.Optional;

/**
 * Where a run gives up. What it has not finished by then is inconclusive, never a pass.
 *
 * @param depth calls after boot, at least 1
 * @param states distinct system states, at least 1
 * @param memoryBytes for states and frontier
 */
public record Limits(
    Optional<Integer> depth,
    Optional<Duration> time,
    Optional<Long> states,
    Optional<Long> memoryBytes) {
  public static final Limits NONE =
      new Limits(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
