package org.mhpcheck.checker.explore;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * The states that have no way back, among all that can be reached: a search backwards, without
 * edges that lead backwards.
 *
 * <p>To store every edge takes many times what the states take. So sweeps go forwards over the
 * states that are not known to have a way back: one that leads to a state outside of them has one
 * too. What is left when a sweep finds none has none. There are as many sweeps as the longest of
 * the shortest ways back has transitions, and one more at most; a state at rest is never swept.
 * Where some of the nearest of them lead to others of them only, however far one goes, those are
 * the ones asked for, and no sweep is needed: so what has no way back is mostly found without
 * looking at all.
 *
 * <p>Every reachable state has to be reached already. Sweeps see only what the sweep before left,
 * so what is found does not depend on the order.
 */
final class WaysBack {
  private final Transitions transitions;
  private final Agendas agendas;
  private final Prefixes prefixes;
  private final Reached reached;
  private final Watch watch;
  private final LongSupplier held;
  private final LongConsumer swept;

  /**
   * @param held what there is besides, in bytes
   * @param swept told now and then how many states are not known to have a way back
   */
  WaysBack(
      Transitions transitions,
      Agendas agendas,
      Prefixes prefixes,
      Reached reached,
      Watch watch,
      LongSupplier held,
      LongConsumer swept) {
    this.transitions = transitions;
    this.agendas = agendas;
    this.prefixes = prefixes;
    this.reached = reached;
    this.watch = watch;
    this.held = held;
    this.swept = swept;
  }

  /** The nearest states that have no way back: those of the first level that has any. */
  record Lost(int level, StateSet states) {}

  /**
   * The nearest states without a way back.
   *
   * @param property its bit
   * @throws StoppedException if a limit was met before that is known
   */
  Optional<Lost> firstLost(long property) {
    StateSet left = notRecovered(property);
    while (left.size() > 0) {
      swept.accept(left.size());
      int level = firstLevel(left);
      StateSet lost = lostIn(level, left);
      if (lost.size() > 0) {
        return Optional.of(new Lost(level, lost));
      }
      left = sweep(left);
    }
    return Optional.empty();
  }

  private StateSet notRecovered(long property) {
    StateSet found = new StateSet();
    Bitmap row = new Bitmap();
    for (Level level : reached.levels()) {
      for (int i = 0; i < level.rows(); i++) {
        look(found);
        long prefix = level.prefix(i);
        boolean not = false;
        for (int section = 0; section < prefixes.last(); section++) {
          not |= isNotRecovered(property, prefixes.of(prefix, section));
        }
        level.read(i, row);
        for (int s = row.next(0); s >= 0; s = row.next(s + 1)) {
          if (not || isNotRecovered(property, s)) {
            found.add(prefix, s);
          }
        }
      }
    }
    return found;
  }

  private boolean isNotRecovered(long property, int number) {
    return (transitions.notRecoveredIn(agendas.atRest().state(number)) & property) != 0;
  }

  private int firstLevel(StateSet left) {
    for (int level = 0; ; level++) {
      if (in(level, left).size() > 0) {
        return level;
      }
    }
  }

  private StateSet in(int level, StateSet states) {
    return reached.levels().get(level).select(states::contains);
  }

  /** The states of {@code level} from which nothing outside of {@code left} can be reached. */
  private StateSet lostIn(int level, StateSet left) {
    StateSet lost = new StateSet();
    StateSet known = new StateSet();
    in(level, left)
        .forEach(
            (prefix, row) -> {
              for (int s = row.next(0); s >= 0; s = row.next(s + 1)) {
                if (isLost(prefix, s, left, known)) {
                  lost.add(prefix, s);
                }
              }
            });
    return lost;
  }

  /**
   * @param known states that are lost; those that turn out to be are added
   */
  private boolean isLost(long start, int last, StateSet left, StateSet known) {
    Closure closure = new Closure(left, known);
    Bitmap row = new Bitmap();
    row.set(last);
    closure.to(start, row);
    Expander expander = new Expander(agendas, prefixes, transitions, true, closure);
    while (!closure.isLeft && !closure.waiting.isEmpty()) {
      look(closure.met);
      Waiting next = closure.waiting.pop();
      expander.expand(next.prefix(), next.states());
    }
    if (!closure.isLeft) {
      closure.met.forEach(known::addAll);
    }
    return !closure.isLeft;
  }

  private record Waiting(long prefix, Bitmap states) {}

  /** What can be reached, for as long as that stays within some states. */
  private static final class Closure implements Sink {
    private final StateSet within;
    private final StateSet known;
    private final StateSet met = new StateSet();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private boolean isLeft;

    Closure(StateSet within, StateSet known) {
      this.known = known;
      this.within = within;
    }

    @Override
    public void to(long prefix, Bitmap last) {
      isLeft |= !within.containsAll(prefix, last);
      if (isLeft || met.containsAll(prefix, last)) {
        return;
      }
      Bitmap fresh = new Bitmap();
      for (int s = last.next(0); s >= 0; s = last.next(s + 1)) {
        if (!met.contains(prefix, s) && !known.contains(prefix, s)) {
          met.add(prefix, s);
          fresh.set(s);
        }
      }
      if (!fresh.isEmpty()) {
        waiting.add(new Waiting(prefix, fresh));
      }
    }
  }

  /** Whether transitions lead out of some states. One that ends its branch leads nowhere. */
  private static final class Leaving implements Sink {
    private final StateSet states;
    private boolean is;

    Leaving(StateSet states) {
      this.states = states;
    }

    @Override
    public void to(long prefix, Bitmap last) {
      is = is || !states.containsAll(prefix, last);
    }
  }

  /** Those of {@code left} that lead to others of {@code left} only: fewer, where any leads out. */
  private StateSet sweep(StateSet left) {
    StateSet stay = new StateSet();
    Leaving leaving = new Leaving(left);
    Expander expander = new Expander(agendas, prefixes, transitions, true, leaving);
    Bitmap one = new Bitmap();
    left.forEach(
        (prefix, row) -> {
          look(left);
          for (int s = row.next(0); s >= 0; s = row.next(s + 1)) {
            one.clear();
            one.set(s);
            leaving.is = false;
            expander.expand(prefix, one);
            if (!leaving.is) {
              stay.add(prefix, s);
            }
          }
        });
    return stay;
  }

  private void look(StateSet states) {
    Optional<String> reason = watch.reason(0, held.getAsLong() + states.bytes());
    if (reason.isPresent()) {
      throw new StoppedException(reason.get() + ", before every way back was looked for");
    }
  }
}
