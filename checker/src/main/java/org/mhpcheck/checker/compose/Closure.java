package org.mhpcheck.checker.compose;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.mhpcheck.checker.compose.Program.Place;
import org.mhpcheck.checker.compose.Program.Way;
import org.mhpcheck.checker.parts.Numbering;
import org.mhpcheck.checker.parts.Sections.Outcome;

/**
 * The states that a section can come to, and the moves it makes, whoever is beside it: a move is a
 * part of a call, performed from one state.
 *
 * <p>A part counts only while a call can have come to it from both sides, through parts that some
 * states found so far perform. Which states they are, and whether they can be beside this one, is
 * not asked here: so this holds every move that a section of any system ever makes, and others.
 */
final class Closure {
  /** Between two questions whether to give up. */
  private static final int STATES_AT_ONCE = 64;

  /** What a move does to properties. */
  record Effect(long broken, long met) {}

  private final Seam seam;
  private final BootedSections sections;
  private final List<Program> programs;
  private final IntList numbers = new IntList();
  private final IntList states = new IntList();
  private final IntList firstMove = new IntList();
  private final IntList moveParts = new IntList();
  private final IntList moveStates = new IntList();
  private final IntList moveEffects = new IntList();
  private final Numbering<Effect> effects = new Numbering<>();
  private final BitSet performed = new BitSet();
  private final BitSet fromLeft = new BitSet();
  private final BitSet fromRight = new BitSet();
  private final BitSet awake = new BitSet();
  private final Map<Integer, IntList> waiting = new HashMap<>();
  private int initial;
  private Optional<String> unfinished = Optional.empty();

  private Closure(Seam seam, BootedSections sections) {
    this.seam = seam;
    this.sections = sections;
    this.programs = Program.of(seam);
    for (BitSet set : List.of(fromLeft, fromRight)) {
      set.set(Seam.NONE);
      set.set(Seam.WALL);
    }
  }

  static Closure of(Seam seam, BootedSections sections, Limit limit) {
    Closure closure = new Closure(seam, sections);
    closure.close(limit);
    return closure;
  }

  private void close(Limit limit) {
    sections.initial(this::reach);
    initial = states.size();
    for (int i = 0; i < states.size() && unfinished.isEmpty(); i++) {
      expand(states.get(i));
      if (i % STATES_AT_ONCE == 0) {
        unfinished = limit.reached(states.size(), 3 * bytes());
      }
    }
    firstMove.add(moveParts.size());
  }

  private void expand(int state) {
    firstMove.add(moveParts.size());
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

  private void perform(Place place, int state, long broken, long met) {
    if (place.end >= 0) {
      move(place.end, state, broken, met);
    }
    if (place.lost >= 0) {
      move(place.lost, -1, broken, met);
    }
    for (Way way : place.ways) {
      for (Outcome outcome : sections.outcomes(way.step, state)) {
        Place next = way.on(outcome.isLost() ? Part.LOST : outcome.code());
        perform(next, outcome.next(), broken | outcome.broken(), met | outcome.met());
      }
    }
  }

  /**
   * @param next the state after it; -1 if all is lost
   */
  private void move(int part, int next, long broken, long met) {
    moveParts.add(part);
    moveStates.add(next);
    moveEffects.add(effects.of(new Effect(broken, met)));
    if (!performed.get(part)) {
      performed.set(part);
      comeFrom(fromLeft, part, seam::atLeft, seam::atRight);
      comeFrom(fromRight, part, seam::atRight, seam::atLeft);
    }
    if (awake.get(part)) {
      reach(next);
    } else {
      waiting.computeIfAbsent(part, p -> new IntList()).add(next);
    }
  }

  /**
   * Lets a call come to {@code part} from one side, if it can have come to what is beside it there;
   * and so on to the other side. A call begins and ends somewhere: parts that only ever have each
   * other beside them are never come to.
   */
  private void comeFrom(
      BitSet come, int part, IntFunction<BitSet> before, IntFunction<BitSet> behind) {
    if (!performed.get(part) || come.get(part) || !come.intersects(before.apply(part))) {
      return;
    }
    come.set(part);
    if (fromLeft.get(part) && fromRight.get(part)) {
      wake(part);
    }
    behind.apply(part).stream().forEach(next -> comeFrom(come, next, before, behind));
  }

  private void wake(int part) {
    awake.set(part);
    IntList left = waiting.remove(part);
    for (int i = 0; left != null && i < left.size(); i++) {
      reach(left.get(i));
    }
  }

  private void reach(int state) {
    while (numbers.size() <= state) {
      numbers.add(-1);
    }
    if (state >= 0 && numbers.get(state) < 0) {
      numbers.set(state, states.size());
      states.add(state);
    }
  }

  private long bytes() {
    return states.bytes()
        + numbers.bytes()
        + firstMove.bytes()
        + moveParts.bytes()
        + moveStates.bytes()
        + moveEffects.bytes();
  }

  /** Why it is not complete; empty if it is closed. */
  Optional<String> unfinished() {
    return unfinished;
  }

  /** How many states there are. They have numbers from 0, of their own. */
  int states() {
    return states.size();
  }

  /** The first so many are those a section can be in at first. */
  int initial() {
    return initial;
  }

  /** One of {@link #states()}, as {@link BootedSections} has it. */
  int state(int number) {
    return states.get(number);
  }

  /** The number of a state that {@link BootedSections} has; -1 if it is none of them. */
  int number(int state) {
    return 0 <= state && state < numbers.size() ? numbers.get(state) : -1;
  }

  /** How many moves there are. */
  int moves() {
    return moveParts.size();
  }

  /** The first move from a state; those from the next state follow. */
  int firstMove(int number) {
    return firstMove.get(number);
  }

  int partOf(int move) {
    return moveParts.get(move);
  }

  /** The number of the state after a move; -1 if all is lost, or if its part is not awake. */
  int after(int move) {
    return number(moveStates.get(move));
  }

  Effect effectOf(int move) {
    return effects.value(moveEffects.get(move));
  }

  /** The moves that are made as far as can be told without looking at neighbours' states. */
  BitSet awakeMoves() {
    BitSet moves = new BitSet();
    for (int move = 0; move < moves(); move++) {
      moves.set(move, awake.get(partOf(move)));
    }
    return moves;
  }
}
