package org.mhpcheck.model.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Bitmaps that fit a word are the low bits of it. */
class BitsWordLawTest {
  @Property(tries = 200)
  void hasTheLowBits(@ForAll @IntRange(min = 1, max = 64) int size, @ForAll long word) {
    Bits bits = Bits.ofWord(size, word);
    assertEquals(size, bits.size());
    for (int i = 0; i < size; i++) {
      assertEquals((word >>> i & 1) != 0, bits.get(i));
    }
    assertEquals(size == 64 ? word : word & (1L << size) - 1, bits.word());
    assertEquals(Bits.parse(bits.toString()), bits);
  }

  @Example
  void noMoreThanFitsIsTaken() {
    assertThrows(IllegalArgumentException.class, () -> Bits.ofWord(65, 0));
    assertThrows(IllegalStateException.class, () -> Bits.full(65).word());
    assertEquals(-1L, Bits.full(64).word());
  }

  @Example
  void whatIsUnknownIsNoWord() {
    Bits unknown = Bits.unknown(new Circuit(), "map", 4);
    assertThrows(IllegalStateException.class, unknown::word);
  }

  /** Also where neither is known. */
  @Example
  void onlyOfOneSizeAreCompared() {
    Circuit circuit = new Circuit();
    Bits three = Bits.unknown(circuit, "three", 3);
    Bits four = Bits.unknown(circuit, "four", 4);
    assertThrows(IllegalArgumentException.class, () -> three.and(four));
    assertThrows(IllegalArgumentException.class, () -> Bits.full(3).and(Bits.full(4)));
  }
}
