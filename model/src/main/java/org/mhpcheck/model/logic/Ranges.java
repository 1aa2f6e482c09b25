package org.mhpcheck.model.logic;

import java.util.ArrayList;
import java.util.List;

/** Unknown contiguous ranges of subsections, as bitmaps and what has to hold of them. */
public final class Ranges {
  private Ranges() {}

  /**
   * An unknown bitmap with its constraint.
   *
   * @param wellFormed what an encoder has to require of the bits' variables
   */
  public record Unknown(Bits bits, Bit wellFormed) {}

  /** Any non-empty contiguous range of {@code size} subsections: not yet ended, and begun. */
  public static Unknown contiguous(Circuit circuit, String name, int size) {
    Bits begun = Bits.unknown(circuit, name + ".begun", size);
    Bits open = Bits.unknown(circuit, name + ".open", size);
    List<Bit> constraints = new ArrayList<>();
    for (int i = 0; i + 1 < size; i++) {
      constraints.add(begun.bit(i).implies(begun.bit(i + 1)));
      constraints.add(open.bit(i + 1).implies(open.bit(i)));
    }
    Bits range = begun.and(open);
    constraints.add(range.isEmpty().not());
    return new Unknown(range, Bit.allOf(constraints));
  }

  /** Any first part of {@code range} that is not the whole of it, by where it is cut off. */
  public static Unknown properPrefix(Circuit circuit, String name, Bits range) {
    Bits before = Bits.unknown(circuit, name, range.size());
    List<Bit> constraints = new ArrayList<>();
    for (int i = 0; i + 1 < range.size(); i++) {
      constraints.add(before.bit(i + 1).implies(before.bit(i)));
    }
    constraints.add(range.subsetOf(before).not());
    return new Unknown(range.and(before), Bit.allOf(constraints));
  }
}
