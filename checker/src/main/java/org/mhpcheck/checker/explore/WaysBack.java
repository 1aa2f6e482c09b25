package org.mhpcheck.checker.explore;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;

/**
 * The states that have no way back, among all that can be reached: a search backwards, without
 * edges that lead backwards.
 *
 * <p>To store every edge takes many times what the states take. So sweeps go forwards over the
 * states that are not known to have a way back: one that leads to a state outside of them has one
 * too. What is left when a sweep finds none has none. There are as many sweeps as the longest of
 * the shortest ways back has transitions, and one more at most; a state at rest is never swept.
 * Where the first of them leads to others of them only, however far one goes, it is the one asked
 * for, and no sweep is needed: so what has no way back is mostly found without looking at all.
 *
 * <p>Every reachable state has to be reached already. Sweeps see only what the sweep before left,
 * so what is found does not depend on the order.
 */
final class WaysBack {
  private static final int STATES_BETWEEN_LOOKS = 256;
  private static final int TRANSITIONS_BETWEEN_LOOKS = 1024;

  private final Transitions transitions;
  private final Reached reached;
  private final Watch watch;
  private final IntConsumer swept;

  /**
   * @param swept told now and then how many states are not known to have a way back
   */
  WaysBack(Transitions transitions, Reached reached, Watch watch, IntConsumer swept) {
    this.transitions = transitions;
    this.reached = reached;
    this.watch = watch;
    this.swept = swept;
  }

  /** A limit was met; the message says which. Nothing is known then. */
  static final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoppedException(String message) {
      super(message, null, false, false);
    }
  }

  /** States in the order in which they were reached, by index, and as a set. */
  private static final class States {
    private final LongList indices = new LongList();
    private final LongSet states = new LongSet();

    void add(int index, long state) {
      indices.add(index);
      states.add(state);
    }

    int size() {
      return indices.size();
    }

    int index(int i) {
      return (int) indices.get(i);
    }

    long bytes() {
      return indices.bytes() + states.bytes();
    }
  }

  /**
   * The index of the first state reached, which no path is shorter to, that has no way back.
   *
   * @param property its bit
   * @throws StoppedException if a limit was met before that is known
   */
  OptionalInt firstLost(long property) {
    States left = notAtRest(property);
    while (left.size() > 0) {
      swept.accept(left.size());
      if (isLost(left.index(0), left)) {
        return OptionalInt.of(left.index(0));
      }
      left = sweep(left);
    }
    return OptionalInt.empty();
  }

  private States notAtRest(long property) {
    States found = new States();
    for (int i = 0; i < reached.size(); i++) {
      if (i % STATES_BETWEEN_LOOKS == 0) {
        look(found.bytes());
      }
      if ((transitions.recoveredIn(reached.state(i)) & property) == 0) {
        found.add(i, reached.state(i));
      }
    }
    return found;
  }

  /** Whether all that can be reached from the state at {@code index} is in {@code left} too. */
  private boolean isLost(int index, States left) {
    LongSet met = new LongSet();
    LongList waiting = new LongList();
    waiting.add(reached.state(index));
    met.add(reached.state(index));
    Within within =
        new Within(
            left.states,
            next -> {
              if (met.add(next)) {
                waiting.add(next);
              }
            });
    for (int i = 0; i < waiting.size(); i++) {
      if (i % STATES_BETWEEN_LOOKS == 0) {
        look(left.bytes() + met.bytes() + waiting.bytes());
      }
      if (within.isLeftFrom(waiting.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Those of {@code left} that lead to others of {@code left} only: fewer, where any leads out. */
  private States sweep(States left) {
    States stay = new States();
    Within within = new Within(left.states, next -> {});
    for (int i = 0; i < left.size(); i++) {
      if (i % STATES_BETWEEN_LOOKS == 0) {
        look(left.bytes() + stay.bytes());
      }
      long state = reached.state(left.index(i));
      if (!within.isLeftFrom(state)) {
        stay.add(left.index(i), state);
      }
    }
    return stay;
  }

  /** Whether transitions lead out of a set. One that ends its branch leads nowhere. */
  private final class Within implements Transitions.Sink {
    private final LongSet states;
    private final LongConsumer stays;
    private boolean isLeft;
    private int seen;

    Within(LongSet states, LongConsumer stays) {
      this.states = states;
      this.stays = stays;
    }

    boolean isLeftFrom(long state) {
      isLeft = false;
      transitions.successors(state, 0, this);
      return isLeft;
    }

    @Override
    public void to(long next, long broken, long met) {
      if (!states.contains(next)) {
        isLeft = true;
      } else if (!isLeft) {
        stays.accept(next);
      }
      if (++seen % TRANSITIONS_BETWEEN_LOOKS == 0) {
        look(states.bytes());
      }
    }

    @Override
    public void end(long broken, long met) {}
  }

  /** Tables grow by doubling, the old one beside the new one; what is reached grows no more. */
  private void look(long bytes) {
    Optional<String> reason = watch.reason(0, reached.bytes() + 3 * bytes);
    if (reason.isPresent()) {
      throw new StoppedException(reason.get() + ", before every way back was looked for");
    }
  }
}
