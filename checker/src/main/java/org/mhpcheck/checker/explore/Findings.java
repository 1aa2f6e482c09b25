package org.mhpcheck.checker.explore;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
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

  /** How many those are, but for the level that is being filled. */
  int sectionStates() {
    return seen.cardinality();
  }

  /** The properties without a violation so far. */
  long open() {
    return open;
  }

  long met() {
    return met | agendas.met();
  }

  /**
   * Whether a transition was come by that breaks a property first.
   *
   * @param rows how many rows of the level were expanded
   */
  void lookAtTransitions(int level, int rows) {
    for (long rest = agendas.takeBroken() & open; rest != 0; rest &= rest - 1) {
      long property = Long.lowestOneBit(rest);
      StateSet breaking = breaking(property, reached.levels().get(level), rows);
      if (breaking.size() > 0) {
        violated(property, level, breaking, true);
      }
    }
    agendas.takeBroken(); // what was asked again was known
  }

  private StateSet breaking(long property, Level level, int rows) {
    Expander expander = new Expander(agendas, prefixes, transitions, true, (prefix, last) -> {});
    StateSet found = new StateSet();
    Bitmap row = new Bitmap();
    Bitmap one = new Bitmap();
    for (int i = 0; i < rows; i++) {
      level.read(i, row);
      if (expander.breaks(property, level.prefix(i), row)) {
        for (int s = row.next(0); s >= 0; s = row.next(s + 1)) {
          one.clear();
          one.set(s);
          if (expander.breaks(property, level.prefix(i), one)) {
            found.add(level.prefix(i), s);
          }
        }
      }
    }
    return found;
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
    BitSet fresh = numbersIn(reached.levels().get(level));
    fresh.andNot(seen);
    seen.or(fresh);
    long broken = 0;
    for (int s = fresh.nextSetBit(0); s >= 0; s = fresh.nextSetBit(s + 1)) {
      broken |= transitions.sections().brokenBy(agendas.atRest().state(s));
      met |= transitions.sections().metBy(agendas.atRest().state(s));
    }
    violated(broken, level, (property, prefix, s) -> isBrokenInAny(property, prefix, s));
  }

  /** The states that single sections are in, in all states of a level. */
  private BitSet numbersIn(Level level) {
    BitSet numbers = new BitSet();
    Bitmap row = new Bitmap();
    Bitmap last = new Bitmap();
    for (int i = 0; i < level.rows(); i++) {
      level.read(i, row);
      last.addAll(row);
      for (int section = 0; section < prefixes.last(); section++) {
        numbers.set(prefixes.of(level.prefix(i), section));
      }
    }
    for (int s = last.next(0); s >= 0; s = last.next(s + 1)) {
      numbers.set(s);
    }
    return numbers;
  }

  private boolean isBrokenInAny(long property, long prefix, int last) {
    boolean is = isBrokenBy(property, last);
    for (int section = 0; section < prefixes.last(); section++) {
      is = is || isBrokenBy(property, prefixes.of(prefix, section));
    }
    return is;
  }

  private boolean isBrokenBy(long property, int number) {
    return (transitions.sections().brokenBy(agendas.atRest().state(number)) & property) != 0;
  }

  private void lookAtWhole(int level, Whole whole) {
    long[] broken = new long[1];
    Level states = reached.levels().get(level);
    states.select(
        (prefix, s) -> {
          int[] state = agendas.atRest().states(prefixes.state(prefix, s));
          broken[0] |= whole.brokenBy(state);
          met |= whole.metBy(state);
          return false;
        });
    violated(
        broken[0],
        level,
        (property, prefix, s) ->
            (whole.brokenBy(agendas.atRest().states(prefixes.state(prefix, s))) & property) != 0);
  }

  private interface Breaking {
    boolean is(long property, long prefix, int last);
  }

  private void violated(long properties, int level, Breaking breaking) {
    for (long rest = properties & open; rest != 0; rest &= rest - 1) {
      long property = Long.lowestOneBit(rest);
      StateSet states =
          reached.levels().get(level).select((prefix, s) -> breaking.is(property, prefix, s));
      violated(property, level, states, false);
    }
  }

  private void violated(long property, int level, StateSet states, boolean isOfTransition) {
    open &= ~property;
    agendas.close(property);
    violations.put(
        Long.numberOfTrailingZeros(property),
        new Violation(paths.to(level, states), isOfTransition));
  }

  /** Takes up what was found before, in the levels that there are. */
  void restore(Map<Integer, Violation> before, long metBefore) {
    reached.levels().forEach(level -> seen.or(numbersIn(level)));
    for (int property : before.keySet()) {
      open &= ~(1L << property);
      agendas.close(1L << property);
    }
    violations.putAll(before);
    met = metBefore;
  }

  /** A property of recovery that states of {@code level} break. */
  void lost(long property, int level, StateSet states) {
    violated(property, level, states, false);
  }
}
