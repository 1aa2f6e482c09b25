package org.mhpcheck.checker.explore;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.mhpcheck.checker.parts.Sections;
import org.mhpcheck.checker.parts.SpanningCall;

/**
 * A transition system, as the explorer sees it: a few sections, whose states are numbers, and calls
 * that step through them. A state of the system is the tuple of its sections' states, and behind
 * them, where there is a {@link Whole}, its word. Properties are bits. A transition is one (call,
 * outcomes of its steps), self-loops included.
 *
 * <p>Implementations must answer alike whenever they are asked, and number section states in the
 * order in which they come by them. They are asked by one thread at a time.
 */
public interface Transitions {

  /** How many sections there are, at least 1. */
  int count();

  Sections sections();

  /** Every call, in the order in which their transitions are numbered. */
  List<SpanningCall> calls();

  /** Every initial state, in a fixed order; a state may come twice. */
  void initial(Consumer<int[]> states);

  /** What is of all sections together, if anything is. */
  default Optional<Whole> whole() {
    return Optional.empty();
  }

  /**
   * The properties of calls, and of recovery, whose premise a call meets that returns {@code code}.
   */
  default long metBy(int operation, int code) {
    return 0;
  }

  /** The properties of calls: broken by a call that meets their premise, and spoils a section. */
  default long ofCalls() {
    return 0;
  }

  /** Those that a call would break that makes {@code after} of a section in {@code before}. */
  default long spoiltBy(int before, int after) {
    return 0;
  }

  /**
   * The properties that ask for a way back: from every state that can be reached, to one in which
   * every section is recovered.
   */
  default long ofRecovery() {
    return 0;
  }

  /** Those of them for which a section in {@code state} is not recovered. */
  default long notRecoveredIn(int state) {
    return 0;
  }

  /**
   * What is kept of all sections together: a word, with steps that read all sections and may change
   * any.
   */
  interface Whole {
    /** What {@code step} makes of {@code state}: the one outcome that it has. */
    Came step(int step, int[] state);

    /** The properties of all sections together that {@code state} breaks. */
    long brokenBy(int[] state);

    /** Those whose premise {@code state} meets. */
    long metBy(int[] state);

    /**
     * What came of such a step.
     *
     * @param next the state afterwards; meaningless if all is lost
     * @param code an index into the plan's ways on, 0 to 63
     */
    record Came(int[] next, int code, boolean isLost, long broken, long met) {}
  }
}
