package org.mhpcheck.checker.explore;

import java.util.function.LongConsumer;

/**
 * A transition system, as the explorer sees it: states are opaque longs, properties are bits.
 *
 * <p>Implementations must answer alike whenever and from whichever thread they are asked.
 */
public interface Transitions {

  /** Every initial state, in a fixed order; a state may come twice. */
  void initial(LongConsumer states);

  /** Told of each state that is reached, once, in order, by one thread. */
  default void reached(long state) {}

  /** The properties of states that {@code state} breaks. */
  long brokenBy(long state);

  /** The properties of states whose premise {@code state} meets. */
  long metBy(long state);

  /**
   * The properties that ask for a way back: from every state that can be reached, to one in which
   * they are at rest.
   */
  default long ofRecovery() {
    return 0;
  }

  /** Those of them that are at rest in {@code state}. */
  default long recoveredIn(long state) {
    return 0;
  }

  /**
   * Every transition from {@code state}, in a fixed order, self-loops included.
   *
   * @param open the properties still of interest: of others, nothing need be told
   */
  void successors(long state, long open, Sink sink);

  /** Where transitions go. */
  interface Sink {
    /**
     * A transition to {@code next}, which breaks and meets the premises of these properties of
     * transitions.
     */
    void to(long next, long broken, long met);

    /** A transition after which nothing can be told: the branch ends. */
    void end(long broken, long met);
  }
}
