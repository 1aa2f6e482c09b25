package org.mhpcheck.model.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BitsTest {

  @Test
  void sizesMustAgree() {
    Bits three = Bits.full(3);
    Bits four = Bits.full(4);
    assertThrows(IllegalArgumentException.class, () -> three.and(four));
    assertThrows(IllegalArgumentException.class, () -> three.subsetOf(four));
    assertNotEquals(Bits.none(3), Bits.none(4));
  }

  @ParameterizedTest
  @CsvSource({"-1,2", "2,1", "3,5", "5,5"})
  void aRangeLiesWithin(int from, int to) {
    assertThrows(IllegalArgumentException.class, () -> Bits.range(4, from, to));
  }

  @Test
  void anUnknownBitmapHasNoValue() {
    Circuit circuit = new Circuit();
    Bits unknown = Bits.unknown(circuit, "map", 2);
    assertThrows(IllegalStateException.class, () -> unknown.get(0));
    assertThrows(IllegalStateException.class, unknown::ranges);
    assertEquals("??", unknown.toString());
    assertEquals("?0", unknown.and(Bits.parse("10")).toString());
    assertEquals(Bits.none(2), unknown.and(Bits.none(2)));
    assertEquals(Bits.full(2), unknown.or(Bits.full(2)));
    assertEquals(unknown, unknown.or(Bits.none(2)));
  }
}
