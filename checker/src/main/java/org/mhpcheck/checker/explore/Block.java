package org.mhpcheck.checker.explore;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * The successors of a stretch of the frontier, computed by one worker while nobody adds to what is
 * reached. Blocks are merged in the order of the frontier, so results do not depend on threads.
 */
final class Block implements Transitions.Sink {
  /** Few enough for a kernel that hangs, and takes a second for each step. */
  private static final int TRANSITIONS_BETWEEN_LOOKS = 16;

  private final Transitions transitions;
  private final Reached reached;
  private final int from;
  private final int to;
  private final long open;
  private final BooleanSupplier stopped;

  /** New states, each followed by its predecessor's index. */
  private final LongList found = new LongList();

  /** By property, the index of the state and the number of the transition out of it. */
  private final Map<Integer, int[]> broken = new HashMap<>();

  private long met;
  private long generated;
  private int current;
  private int transition;
  private long currentState;
  private long lastFound = Long.MIN_VALUE;

  /**
   * @param stopped asked now and then: whether to leave off
   */
  Block(
      Transitions transitions,
      Reached reached,
      int from,
      int to,
      long open,
      BooleanSupplier stopped) {
    this.transitions = transitions;
    this.reached = reached;
    this.from = from;
    this.to = to;
    this.open = open;
    this.stopped = stopped;
  }

  /** The block was left off in the middle; what it found so far counts for nothing. */
  static final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoppedException() {
      super(null, null, false, false);
    }
  }

  Block expand() {
    for (current = from; current < to; current++) {
      currentState = reached.state(current);
      transition = 0;
      transitions.successors(currentState, open, this);
      generated += transition;
    }
    return this;
  }

  @Override
  public void to(long next, long brokenHere, long metHere) {
    note(brokenHere, metHere);
    if (next != currentState && next != lastFound && !reached.contains(next)) {
      found.add(next);
      found.add(current);
      lastFound = next;
    }
  }

  @Override
  public void end(long brokenHere, long metHere) {
    note(brokenHere, metHere);
  }

  private void note(long brokenHere, long metHere) {
    met |= metHere;
    for (long rest = brokenHere & open; rest != 0; rest &= rest - 1) {
      broken.putIfAbsent(Long.numberOfTrailingZeros(rest), new int[] {current, transition});
    }
    transition++;
    if (transition % TRANSITIONS_BETWEEN_LOOKS == 0 && stopped.getAsBoolean()) {
      throw new StoppedException();
    }
  }

  LongList found() {
    return found;
  }

  Map<Integer, int[]> broken() {
    return broken;
  }

  long met() {
    return met;
  }

  long generated() {
    return generated;
  }

  /** The first frontier index not in this block. */
  int end() {
    return to;
  }
}
