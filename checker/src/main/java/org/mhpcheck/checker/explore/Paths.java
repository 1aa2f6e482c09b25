package org.mhpcheck.checker.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Shortest paths to states, found backwards over the levels: no state keeps its predecessor. Of all
 * paths to any of the states asked for it is the first in the order of initial states and
 * transitions, which is what a search with a queue would have come by first.
 */
final class Paths {
  private final Transitions transitions;
  private final Agendas agendas;
  private final Prefixes prefixes;
  private final Reached reached;

  Paths(Transitions transitions, Agendas agendas, Prefixes prefixes, Reached reached) {
    this.transitions = transitions;
    this.agendas = agendas;
    this.prefixes = prefixes;
    this.reached = reached;
  }

  /**
   * @param targets at least one state of that level
   */
  List<List<Integer>> to(int level, StateSet targets) {
    List<StateSet> onTheWay = new ArrayList<>(List.of(targets));
    for (int i = level - 1; i >= 0; i--) {
      onTheWay.add(0, leadingTo(onTheWay.get(0), reached.levels().get(i)));
    }
    List<int[]> path = new ArrayList<>();
    path.add(firstInitial(onTheWay.get(0)));
    for (int i = 1; i <= level; i++) {
      path.add(firstNext(path.get(i - 1), onTheWay.get(i)));
    }
    return path.stream().map(s -> IntStream.of(s).boxed().toList()).toList();
  }

  /** Whether any of what it is told of is one of some states. */
  private static final class Hit implements Sink {
    private final StateSet states;
    private boolean is;

    Hit(StateSet states) {
      this.states = states;
    }

    @Override
    public void to(long prefix, Bitmap last) {
      is |= states.containsAny(prefix, last);
    }
  }

  private StateSet leadingTo(StateSet states, Level level) {
    Hit hit = new Hit(states);
    Expander expander = new Expander(agendas, prefixes, transitions, true, hit);
    StateSet leading = new StateSet();
    Bitmap row = new Bitmap();
    Bitmap one = new Bitmap();
    for (int i = 0; i < level.rows(); i++) {
      level.read(i, row);
      hit.is = false;
      expander.expand(level.prefix(i), row);
      if (!hit.is) {
        continue;
      }
      for (int s = row.next(0); s >= 0; s = row.next(s + 1)) {
        one.clear();
        one.set(s);
        hit.is = false;
        expander.expand(level.prefix(i), one);
        if (hit.is) {
          leading.add(level.prefix(i), s);
        }
      }
    }
    return leading;
  }

  private boolean isIn(StateSet states, int[] state) {
    int[] numbers = agendas.atRest().numbers(state);
    return states.contains(prefixes.of(numbers), numbers[prefixes.last()]);
  }

  private int[] firstInitial(StateSet states) {
    List<int[]> found = new ArrayList<>();
    transitions.initial(
        state -> {
          if (found.isEmpty() && isIn(states, state)) {
            found.add(state.clone());
          }
        });
    return found.get(0);
  }

  private int[] firstNext(int[] state, StateSet states) {
    List<int[]> found = new ArrayList<>();
    StateWalk.of(
        transitions,
        state,
        (call, taken, next, broken, met) -> {
          if (found.isEmpty() && next != null && isIn(states, next)) {
            found.add(next);
          }
        });
    return found.get(0);
  }
}
