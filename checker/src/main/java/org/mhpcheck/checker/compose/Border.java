package org.mhpcheck.checker.compose;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * One side of a border between sections: the sets of states that a section can be in there, by what
 * has come over the border so far.
 *
 * <p>Parts that the same parts can be beside of are one sign; after a sequence of signs, all states
 * are together that some history with that sequence leads to. So this is the deterministic
 * automaton of what a neighbour can see, made as far as it is asked.
 */
final class Border {
  private final Closure closure;
  private final IntFunction<BitSet> beside;
  private final int[] sign;
  private final List<BitSet> signs = new ArrayList<>();
  private final Map<BitSet, BitSet[]> known = new HashMap<>();

  /**
   * @param beside what can be at the other side, by part
   */
  Border(Closure closure, Seam seam, IntFunction<BitSet> beside) {
    this.closure = closure;
    this.beside = beside;
    this.sign = new int[seam.end()];
    Map<BitSet, Integer> bySight = new LinkedHashMap<>();
    for (int part = Seam.WALL + 1; part < seam.end(); part++) {
      BitSet sight = new BitSet();
      if (closure.isAwake(part)) {
        beside.apply(part).stream().filter(closure::isAwake).forEach(sight::set);
      }
      sign[part] =
          sight.isEmpty()
              ? -1
              : bySight.computeIfAbsent(
                  sight,
                  s -> {
                    signs.add(s);
                    return signs.size() - 1;
                  });
    }
  }

  int signs() {
    return signs.size();
  }

  /** The parts that can be at the other side where this one gives {@code sign}. */
  BitSet sight(int sign) {
    return signs.get(sign);
  }

  int signOf(int part) {
    return sign[part];
  }

  /** The states that can be come to from boot without anything crossing. */
  BitSet atFirst(int other) {
    BitSet set = new BitSet();
    set.set(0, closure.initial());
    return closed(set, other);
  }

  /** With all that single sections do for themselves. */
  private BitSet closed(BitSet set, int other) {
    boolean[] isQuiet = new boolean[sign.length];
    for (int part = Seam.WALL + 1; part < isQuiet.length; part++) {
      isQuiet[part] = closure.isAwake(part) && beside.apply(part).get(other);
    }
    int[] stack = new int[closure.states()];
    int size = 0;
    for (int i = set.nextSetBit(0); i >= 0; i = set.nextSetBit(i + 1)) {
      stack[size++] = i;
    }
    while (size > 0) {
      int state = stack[--size];
      for (int move = closure.firstMove(state); move < closure.firstMove(state + 1); move++) {
        if (isQuiet[closure.partOf(move)]) {
          int next = closure.after(move);
          if (!set.get(next)) {
            set.set(next);
            stack[size++] = next;
          }
        }
      }
    }
    return set;
  }

  /** Where each sign leads to from {@code set}; {@code null} where none of it can give it. */
  BitSet[] after(BitSet set) {
    return known.computeIfAbsent(set, this::step);
  }

  private BitSet[] step(BitSet set) {
    BitSet[] after = new BitSet[signs.size()];
    for (int i = set.nextSetBit(0); i >= 0; i = set.nextSetBit(i + 1)) {
      for (int move = closure.firstMove(i); move < closure.firstMove(i + 1); move++) {
        int given = sign[closure.partOf(move)];
        if (given >= 0) {
          if (after[given] == null) {
            after[given] = new BitSet();
          }
          after[given].set(closure.after(move));
        }
      }
    }
    for (BitSet one : after) {
      if (one != null) {
        closed(one, Seam.NONE);
      }
    }
    return after;
  }
}
