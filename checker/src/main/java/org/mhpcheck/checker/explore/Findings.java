package org.mhpcheck.checker.explore;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.mhpcheck.checker.explore.Transitions.Whole;

/**
 * Which properties were broken and whose premises were met, level by level. Each property keeps its
 * first violation, which is a shortest one.
 */
final class Findings {
  private final Transitions transitions;
  private final Agendas agendas;
  private final Prefixes prefixes;
  private final Reached reached;
  private final Paths paths;
  private final Map<Integer, Violation> violations = new TreeMap<>();
  private final BitSet seen = new BitSet();
  private long open;
  private long met;

  Findings(
      Transitions transitions,
      Agendas agendas,
      Prefixes prefixes,
      Reached reached,
      long properties) {
    this.transitions = transitions;
    this.agendas = agendas;
    this.prefixes = prefixes;
    this.reached = reached;
    this.paths = new Paths(transitions, agendas, prefixes, reached);
    this.open = properties;
  }

  Map<Integer, Violation> violations() {
    return violations;
  }

  /** The states that single sections are in, in all states reached. */
  BitSet sections() {
    BitSet states = new BitSet();
    seen.stream().forEach(number -> states.set(agendas.atRest().state(number)));
    return states;
  }

  /** The properties without a violation so far. */
  long open() {
    return open;
  }

  long met() {
    return met | agendas.met();
  }

  /** Whether a transition was come by that breaks a property first. */
  void lookAtTransitions(int level, int rows) {
    for (long rest = agendas.takeBroken() & open; rest != 0; rest &= rest - 1) {
      long property = Long.lowestOneBit(rest);
      Expander expander = new Expander(agendas, prefixes, transitions, true, (prefix, last) -> {});
      StateSet breaking =
          select(level, rows, (prefix, states) -> expander.breaks(property, prefix, states));
      if (breaking.size() > 0) {
        violated(property, level, breaking, true);
      }
    }
    agendas.takeBroken(); // what was asked again was known
  }

  /** Whether a state of the last level breaks a property first. */
  void lookAtStates() {
    int level = reached.levels().size() - 1;
    lookAtSections(level);
    if (transitions.whole().isPresent()) {
      lookAtWhole(level, transitions.whole().get());
    }
  }

  private void lookAtSections(int level) {
    BitSet fresh = new BitSet();
    Level states = reached.levels().get(level);
    Bitmap row = new Bitmap();
    Bitmap last = new Bitmap();
    for (int i = 0; i < states.rows(); i++) {
      states.read(i, row);
      last.addAll(row);
      for (int section = 0; section < prefixes.last(); section++) {
        fresh.set(prefixes.of(states.prefix(i), section));
      }
    }
    for (int s = last.next(0); s >= 0; s = last.next(s + 1)) {
      fresh.set(s);
    }
    fresh.andNot(seen);
    seen.or(fresh);
    long broken = 0;
    for (int s = fresh.nextSetBit(0); s >= 0; s = fresh.nextSetBit(s + 1)) {
      broken |= transitions.sections().brokenBy(agendas.atRest().state(s));
      met |= transitions.sections().metBy(agendas.atRest().state(s));
    }
    for (long rest = broken & open; rest != 0; rest &= rest - 1) {
      long property = Long.lowestOneBit(rest);
      violated(
          property,
          level,
          select(
              level,
              states.rows(),
              (prefix, some) -> {
                for (int section = 0; section < prefixes.last(); section++) {
                  if (isBrokenBy(property, prefixes.of(prefix, section))) {
                    return true;
                  }
                }
                for (int s = some.next(0); s >= 0; s = some.next(s + 1)) {
                  if (isBrokenBy(property, s)) {
                    return true;
                  }
                }
                return false;
              }),
          false);
    }
  }

  private boolean isBrokenBy(long property, int number) {
    return (transitions.sections().brokenBy(agendas.atRest().state(number)) & property) != 0;
  }

  private void lookAtWhole(int level, Whole whole) {
    long[] broken = new long[1];
    select(
        level,
        reached.levels().get(level).rows(),
        (prefix, some) -> {
          for (int s = some.next(0); s >= 0; s = some.next(s + 1)) {
            int[] state = agendas.atRest().states(prefixes.state(prefix, s));
            broken[0] |= whole.brokenBy(state);
            met |= whole.metBy(state);
          }
          return false;
        });
    for (long rest = broken[0] & open; rest != 0; rest &= rest - 1) {
      long property = Long.lowestOneBit(rest);
      violated(
          property,
          level,
          select(
              level,
              reached.levels().get(level).rows(),
              (prefix, some) -> {
                for (int s = some.next(0); s >= 0; s = some.next(s + 1)) {
                  if ((whole.brokenBy(agendas.atRest().states(prefixes.state(prefix, s)))
                          & property)
                      != 0) {
                    return true;
                  }
                }
                return false;
              }),
          false);
    }
  }

  /**
   * The states of the level's first rows of which {@code any} is true.
   *
   * @param any whether it is true of any of some states: those of a row, or one
   */
  private StateSet select(int level, int rows, BiPredicate<Long, Bitmap> any) {
    StateSet selected = new StateSet();
    Level states = reached.levels().get(level);
    Bitmap row = new Bitmap();
    Bitmap one = new Bitmap();
    for (int i = 0; i < rows; i++) {
      states.read(i, row);
      if (any.test(states.prefix(i), row)) {
        for (int s = row.next(0); s >= 0; s = row.next(s + 1)) {
          one.clear();
          one.set(s);
          if (any.test(states.prefix(i), one)) {
            selected.add(states.prefix(i), s);
          }
        }
      }
    }
    return selected;
  }

  private void violated(long property, int level, StateSet states, boolean isOfTransition) {
    open &= ~property;
    agendas.close(property);
    violations.put(
        Long.numberOfTrailingZeros(property),
        new Violation(paths.to(level, states), isOfTransition));
  }

  /** A property of recovery that states of {@code level} break. */
  void lost(long property, int level, StateSet states) {
    violated(property, level, states, false);
  }
}
