package org.mhpcheck.model.answer;

import java.time.Duration;

/**
 * How far a long run has come.
 *
 * @param what the scenario and design
 * @param states distinct states so far
 * @param frontier states found and not yet expanded
 * @param sectionStates distinct states of a single section so far; 0 where they are not counted
 * @param bytes that states take; 0 where that is not known
 */
public record Progress(
    String what,
    long states,
    long transitions,
    int depth,
    long frontier,
    Duration time,
    long sectionStates,
    long bytes) {

  /** Of an engine that explores no states. */
  public Progress(
      String what, long states, long transitions, int depth, long frontier, Duration time) {
    this(what, states, transitions, depth, frontier, time, 0, 0);
  }
}
