package org.mhpcheck.model.answer;

import java.time.Duration;
import java.util.Optional;

/**
 * What an engine went through.
 *
 * <p>For any number of sections all of it is about one: its states, and its parts in calls. For
 * random walks the states are those of single sections, and the transitions the calls made.
 *
 * @param states distinct system states; for proofs, obligations
 * @param transitions generated, self-loops included; for proofs, solver calls
 * @param sectionStates distinct states of a single section, between calls; for proofs, paths
 * @param depth calls to the furthest state
 * @param time as a clock has it; for proofs, the processor time that the solver took
 * @param space what was explored; empty where nothing was
 */
public record Statistics(
    long states,
    long transitions,
    long sectionStates,
    int depth,
    Duration time,
    Optional<Space> space) {

  /** Of an engine that explores no states. */
  public Statistics(long states, long transitions, long sectionStates, int depth, Duration time) {
    this(states, transitions, sectionStates, depth, time, Optional.empty());
  }

  /** Rounded down; 0 where no time passed. */
  public long transitionsPerSecond() {
    double seconds = time.toNanos() / 1e9;
    return seconds == 0 ? 0 : (long) (transitions / seconds);
  }
}
