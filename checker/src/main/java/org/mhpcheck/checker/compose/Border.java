package org.mhpcheck.checker.compose;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.mhpcheck.checker.parts.Numbering;

/**
 * One side of a border between sections: the sets of states that a section can be in there, by what
 * has come over the border so far.
 *
 * <p>Parts that have the same parts beside them are one sign. After a sequence of signs, all states
 * are together that some history with that sequence leads to: this is the deterministic automaton
 * of what a neighbour can see, made as far as it is asked.
 */
final class Border {
  private final Closure closure;
  private final BitSet live;
  private final IntFunction<BitSet> beside;
  private final int[] sign;
  private final Numbering<BitSet> signs = new Numbering<>();
  private final Map<BitSet, BitSet[]> known = new HashMap<>();

  /**
   * @param live the moves that are made
   * @param beside what there can be at the other side, by part
   */
  Border(Closure closure, BitSet live, Seam seam, IntFunction<BitSet> beside) {
    this.closure = closure;
    this.live = live;
    this.beside = beside;
    this.sign = new int[seam.end()];
    for (int part = 0; part < seam.end(); part++) {
      BitSet seen = (BitSet) beside.apply(part).clone();
      seen.clear(Seam.NONE);
      seen.clear(Seam.WALL);
      sign[part] = seam.isPart(part) && !seen.isEmpty() ? signs.of(seen) : -1;
    }
  }

  /** The sign that a part gives to the other side; -1 if there is never anything of it there. */
  int sign(int part) {
    return sign[part];
  }

  /** Whether what gives {@code ownSign} here can have beside it what gives {@code otherSign}. */
  boolean match(int ownSign, Border other, int otherSign) {
    return signs.value(ownSign).stream().anyMatch(part -> other.sign[part] == otherSign);
  }

  /** Where a section can be at first, and after any moves that have {@code silent} beside them. */
  BitSet atFirst(int silent) {
    BitSet set = new BitSet();
    set.set(0, closure.initial());
    return close(set, silent);
  }

  /** Whether a part can have {@code silent} beside it: nothing, or nobody. */
  boolean canHave(int part, int silent) {
    return beside.apply(part).get(silent);
  }

  /** The signs that {@code states} give with {@code moves}. */
  BitSet signsOf(BitSet moves, BitSet states) {
    BitSet given = new BitSet();
    for (int state = states.nextSetBit(0); state >= 0; state = states.nextSetBit(state + 1)) {
      for (int move = closure.firstMove(state); move < closure.firstMove(state + 1); move++) {
        if (sign[closure.partOf(move)] >= 0 && moves.get(move)) {
          given.set(sign[closure.partOf(move)]);
        }
      }
    }
    return given;
  }

  /** The signs here that match any of {@code signs} of the other side. */
  BitSet matching(BitSet signs, Border other) {
    BitSet matching = new BitSet();
    for (int own = 0; own < this.signs.size(); own++) {
      int here = own;
      matching.set(own, signs.stream().anyMatch(theirs -> match(here, other, theirs)));
    }
    return matching;
  }

  /** Adds the live moves that {@code states} make with such parts. */
  void addMoves(BitSet moves, BitSet states, IntPredicate isSuch) {
    for (int state = states.nextSetBit(0); state >= 0; state = states.nextSetBit(state + 1)) {
      for (int move = closure.firstMove(state); move < closure.firstMove(state + 1); move++) {
        if (live.get(move) && isSuch.test(closure.partOf(move))) {
          moves.set(move);
        }
      }
    }
  }

  private BitSet close(BitSet set, int silent) {
    boolean[] isSilent = new boolean[sign.length];
    for (int part = 0; part < isSilent.length; part++) {
      isSilent[part] = canHave(part, silent);
    }
    IntList todo = new IntList();
    set.stream().forEach(todo::add);
    for (int i = 0; i < todo.size(); i++) {
      int state = todo.get(i);
      for (int move = closure.firstMove(state); move < closure.firstMove(state + 1); move++) {
        int next = closure.after(move);
        if (next >= 0 && isSilent[closure.partOf(move)] && live.get(move) && !set.get(next)) {
          set.set(next);
          todo.add(next);
        }
      }
    }
    return set;
  }

  /**
   * Where each sign leads to from {@code set}: nowhere if all is lost with it, {@code null} if no
   * state of the set can give it.
   */
  BitSet[] after(BitSet set) {
    return known.computeIfAbsent(set, this::step);
  }

  private BitSet[] step(BitSet set) {
    BitSet[] after = new BitSet[signs.size()];
    for (int state = set.nextSetBit(0); state >= 0; state = set.nextSetBit(state + 1)) {
      for (int move = closure.firstMove(state); move < closure.firstMove(state + 1); move++) {
        int given = sign[closure.partOf(move)];
        if (given >= 0 && live.get(move)) {
          if (after[given] == null) {
            after[given] = new BitSet();
          }
          if (closure.after(move) >= 0) {
            after[given].set(closure.after(move));
          }
        }
      }
    }
    for (BitSet one : after) {
      if (one != null) {
        close(one, Seam.NONE);
      }
    }
    return after;
  }
}
