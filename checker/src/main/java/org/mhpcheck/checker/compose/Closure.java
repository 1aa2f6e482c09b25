package org.mhpcheck.checker.compose;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.mhpcheck.checker.compose.Program.Place;
import org.mhpcheck.checker.compose.Program.Way;
import org.mhpcheck.checker.compose.Sections.Outcome;

/**
 * The states that a section can be in, whatever is beside it.
 *
 * <p>A part is possible once some state found so far performs it; it counts only while a part that
 * may be beside it is possible too, at either side. What neighbours do at the same time is not
 * asked further: so this holds every state that a section of any system is ever in, and perhaps
 * others.
 */
public final class Closure {
  /** Between two questions whether to give up. */
  private static final int STATES_AT_ONCE = 64;

  private final Seam seam;
  private final Sections sections;
  private final Iterable<Program> programs;
  private final IntList numbers = new IntList();
  private final IntList states = new IntList();
  private final IntList firstMove = new IntList();
  private final IntList moveParts = new IntList();
  private final IntList moveStates = new IntList();
  private final BitSet performed = new BitSet();
  private final BitSet fromLeft = new BitSet();
  private final BitSet fromRight = new BitSet();
  private final BitSet awake = new BitSet();
  private final Map<Integer, Waiting> waiting = new HashMap<>();
  private final Map<Integer, Hit> hits = new TreeMap<>();
  private long met;
  private int initial;
  private int depth;
  private int expanding;
  private Optional<String> unfinished = Optional.empty();

  /**
   * How a property is broken here: by a state, or by a step from it.
   *
   * @param state of {@link Sections}
   * @param part the part that breaks it; {@link Seam#NONE} if the state does
   */
  public record Hit(int state, int part) {}

  /** What came of a part that nobody can be beside yet. */
  private static final class Waiting {
    final IntList next = new IntList();
    final Map<Integer, Hit> hits = new TreeMap<>();
    long met;
  }

  private Closure(Seam seam, Sections sections) {
    this.seam = seam;
    this.sections = sections;
    this.programs = Program.of(seam);
    for (BitSet set : List.of(fromLeft, fromRight)) {
      set.set(Seam.NONE);
      set.set(Seam.WALL);
    }
  }

  public static Closure of(Seam seam, Sections sections, Limit limit) {
    Closure closure = new Closure(seam, sections);
    closure.close(limit);
    return closure;
  }

  private void close(Limit limit) {
    sections.initial(this::reach);
    initial = states.size();
    int level = initial;
    while (expanding < states.size() && unfinished.isEmpty()) {
      if (expanding == level) {
        level = states.size();
        depth++;
      }
      expand();
      expanding++;
      if (expanding % STATES_AT_ONCE == 0) {
        unfinished = limit.reached(states.size(), 3 * bytes());
      }
    }
    firstMove.add(moveParts.size());
  }

  private void expand() {
    firstMove.add(moveParts.size());
    int state = states.get(expanding);
    for (Program program : programs) {
      if (meets(program.needs(), state)) {
        perform(program.start(), state, 0, 0);
      }
    }
  }

  private boolean meets(int[] needs, int state) {
    for (int condition : needs) {
      if (!sections.meets(condition, state)) {
        return false;
      }
    }
    return true;
  }

  private void perform(Place place, int state, long broken, long meets) {
    if (place.end >= 0) {
      moveParts.add(place.end);
      moveStates.add(state);
      come(place.end, state, broken, meets);
    }
    if (place.lost >= 0) {
      come(place.lost, -1, broken, meets);
    }
    for (Way way : place.ways) {
      for (Outcome outcome : sections.outcomes(way.step, state)) {
        Place next = way.on(outcome.isLost() ? Part.LOST : outcome.code());
        perform(next, outcome.next(), broken | outcome.broken(), meets | outcome.met());
      }
    }
  }

  /** A part has been performed: that may wake it, and what can be beside it. */
  private void come(int part, int next, long broken, long meets) {
    if (!performed.get(part)) {
      performed.set(part);
      reachFrom(fromLeft, part, seam::atLeft, seam::atRight);
      reachFrom(fromRight, part, seam::atRight, seam::atLeft);
    }
    if (awake.get(part)) {
      met |= meets;
      breaks(broken, part, hits);
      if (next >= 0) {
        reach(next);
      }
    } else {
      Waiting left = waiting.computeIfAbsent(part, p -> new Waiting());
      left.met |= meets;
      breaks(broken, part, left.hits);
      if (next >= 0) {
        left.next.add(next);
      }
    }
  }

  private void breaks(long broken, int part, Map<Integer, Hit> where) {
    for (long rest = broken; rest != 0; rest &= rest - 1) {
      where.putIfAbsent(Long.numberOfTrailingZeros(rest), new Hit(states.get(expanding), part));
    }
  }

  /**
   * Lets a call come to {@code part} from one side, if it can have come to what is beside it there;
   * and so on to the other side. A call begins and ends somewhere: parts that only ever have each
   * other beside them are never come to.
   */
  private void reachFrom(
      BitSet come, int part, IntFunction<BitSet> before, IntFunction<BitSet> behind) {
    if (!performed.get(part) || come.get(part) || !come.intersects(before.apply(part))) {
      return;
    }
    come.set(part);
    if (fromLeft.get(part) && fromRight.get(part)) {
      wake(part);
    }
    behind.apply(part).stream().forEach(next -> reachFrom(come, next, before, behind));
  }

  private void wake(int part) {
    awake.set(part);
    Waiting left = waiting.remove(part);
    if (left != null) {
      met |= left.met;
      left.hits.forEach(hits::putIfAbsent);
      for (int i = 0; i < left.next.size(); i++) {
        reach(left.next.get(i));
      }
    }
  }

  private void reach(int state) {
    while (numbers.size() <= state) {
      numbers.add(-1);
    }
    if (numbers.get(state) >= 0) {
      return;
    }
    numbers.set(state, states.size());
    states.add(state);
    met |= sections.metBy(state);
    for (long rest = sections.brokenBy(state); rest != 0; rest &= rest - 1) {
      hits.putIfAbsent(Long.numberOfTrailingZeros(rest), new Hit(state, Seam.NONE));
    }
  }

  private long bytes() {
    return states.bytes() + firstMove.bytes() + moveParts.bytes() + moveStates.bytes();
  }

  /** Why it is not complete; empty if it is closed. */
  public Optional<String> unfinished() {
    return unfinished;
  }

  /** How many states there are. */
  public int states() {
    return states.size();
  }

  /** Transitions of a single section to the furthest. */
  public int depth() {
    return depth;
  }

  /** The first so many are those a section can be in at first. */
  int initial() {
    return initial;
  }

  /** One of {@link #states()}, as {@link Sections} has it. */
  public int state(int number) {
    return states.get(number);
  }

  /** Whether a state of {@link Sections} is one of them. */
  public boolean contains(int state) {
    return state < numbers.size() && numbers.get(state) >= 0;
  }

  /** How many transitions of a single section there are. */
  public int moves() {
    return moveParts.size();
  }

  /** The first transition out of a state; those of the next state follow. */
  int firstMove(int number) {
    return firstMove.get(number);
  }

  int partOf(int move) {
    return moveParts.get(move);
  }

  /** The number of the state after a transition whose part is awake. */
  int after(int move) {
    return numbers.get(moveStates.get(move));
  }

  boolean isAwake(int part) {
    return awake.get(part);
  }

  /** How each property that is broken was broken first, by its bit's number. */
  public Map<Integer, Hit> hits() {
    return hits;
  }

  /** The properties whose premise is met. */
  public long met() {
    return met;
  }
}
