package org.mhpcheck.checker.compose;

import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a section does in a system of any number of sections: its states and moves, cut down to
 * those that neighbours allow.
 *
 * <p>What neighbours there are follows from the moves, and which moves are made from the
 * neighbours: both are worked out by turns until nothing changes. Every round is sound: whatever a
 * section of any system does has been there from the start, and is never cut off.
 */
public final class Composition {

  /**
   * How a property is broken first.
   *
   * @param state of {@link BootedSections}
   * @param part of the {@link Seam}, the one that breaks it; no part if the state does, at rest
   */
  public record Hit(int state, int part) {}

  private final Closure closure;
  private final BootedSections sections;
  private final BitSet states = new BitSet();
  private final Map<Integer, Hit> hits = new TreeMap<>();
  private BitSet live;
  private Optional<Interfaces> interfaces = Optional.empty();
  private Optional<String> unfinished;
  private long met;
  private int depth;

  private Composition(Seam seam, BootedSections sections, Limit limit) {
    this.sections = sections;
    this.closure = Closure.of(seam, sections, limit);
    this.live = closure.awakeMoves();
    this.unfinished = closure.unfinished();
    if (unfinished.isEmpty()) {
      cutDown(seam, limit);
    }
  }

  public static Composition of(Seam seam, BootedSections sections, Limit limit) {
    return new Composition(seam, sections, limit);
  }

  private void cutDown(Seam seam, Limit limit) {
    while (true) {
      goOver();
      Neighbours neighbours = Neighbours.of(closure, live, seam, limit);
      unfinished = neighbours.unfinished();
      BitSet allowed = neighbours.allowed();
      allowed.and(live);
      if (unfinished.isPresent() || allowed.equals(live)) {
        interfaces = Optional.of(new Interfaces(closure.states(), neighbours));
        return;
      }
      live = allowed;
    }
  }

  /** Finds the states that live moves lead to, and leaves only the moves from those. */
  private void goOver() {
    states.clear();
    hits.clear();
    met = 0;
    depth = 0;
    BitSet made = new BitSet();
    IntList todo = new IntList();
    for (int state = 0; state < closure.initial(); state++) {
      come(state, todo);
    }
    int level = todo.size();
    for (int i = 0; i < todo.size(); i++) {
      if (i == level) {
        level = todo.size();
        depth++;
      }
      int state = todo.get(i);
      for (int move = closure.firstMove(state); move < closure.firstMove(state + 1); move++) {
        if (live.get(move)) {
          made.set(move);
          Closure.Effect effect = closure.effectOf(move);
          met |= effect.met();
          hit(effect.broken(), state, closure.partOf(move));
          come(closure.after(move), todo);
        }
      }
    }
    live = made;
  }

  private void come(int number, IntList todo) {
    if (number >= 0 && !states.get(number)) {
      states.set(number);
      todo.add(number);
      met |= sections.metBy(closure.state(number));
      hit(sections.brokenBy(closure.state(number)), number, Seam.NONE);
    }
  }

  private void hit(long broken, int number, int part) {
    for (long rest = broken; rest != 0; rest &= rest - 1) {
      hits.putIfAbsent(Long.numberOfTrailingZeros(rest), new Hit(closure.state(number), part));
    }
  }

  /** Why it is not complete: then nothing it says is of any worth. */
  public Optional<String> unfinished() {
    return unfinished;
  }

  /** How many states a section can be in. */
  public int states() {
    return unfinished.isPresent() ? closure.states() : states.cardinality();
  }

  /** Whether a section can be in a state that {@link BootedSections} has. */
  public boolean contains(int state) {
    int number = closure.number(state);
    return number >= 0 && states.get(number);
  }

  /** How many moves a section makes, each from one state. */
  public int moves() {
    return unfinished.isPresent() ? closure.moves() : live.cardinality();
  }

  /** Moves to the furthest state. */
  public int depth() {
    return depth;
  }

  /** How each property that is broken is broken first, by its bit's number. */
  public Map<Integer, Hit> hits() {
    return hits;
  }

  /** The properties whose premise is met. */
  public long met() {
    return met;
  }

  /** What sections can be beside each other, of a composition that is complete. */
  public Interfaces interfaces() {
    return interfaces.orElseThrow();
  }
}
