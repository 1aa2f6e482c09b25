package org.mhpcheck.model.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One of three, known or one-hot. */
class OneOfTest {
  private enum Colour {
    RED,
    GREEN,
    BLUE
  }

  @Test
  void aKnownOneIsItself() {
    OneOf<Colour> red = OneOf.of(Colour.RED);
    assertEquals(Colour.RED, red.get());
    assertSame(Bit.TRUE, red.is(Colour.RED));
    assertSame(Bit.FALSE, red.is(Colour.BLUE));
    assertSame(Bit.TRUE, red.isNot(Colour.BLUE));
    assertSame(Bit.TRUE, red.isWellFormed());
    assertSame(Bit.FALSE, red.sameAs(OneOf.of(Colour.BLUE)));
    assertEquals(OneOf.of(Colour.RED), red);
    assertEquals("RED", red.toString());
  }

  @Test
  void anUnknownOneCannotBeHad() {
    OneOf<Colour> unknown = OneOf.unknown(new Circuit(), "colour", Colour.class);
    assertThrows(IllegalStateException.class, unknown::get);
    assertEquals("colour=GREEN", unknown.is(Colour.GREEN).toString());
    assertEquals(unknown, unknown.orWhen(Bit.FALSE, Colour.RED));
    assertEquals(OneOf.of(Colour.RED), unknown.orWhen(Bit.TRUE, Colour.RED));
  }

  @Test
  void exactlyTheOneHotAssignmentsAreWellFormed() {
    Circuit circuit = new Circuit();
    OneOf<Colour> unknown = OneOf.unknown(circuit, "colour", Colour.class);
    List<String> wellFormed = new ArrayList<>();
    for (String digits : List.of("000", "100", "010", "110", "001", "101", "011", "111")) {
      Assignment assignment = new Assignment();
      assignment.set(unknown.is(Colour.RED), digits.charAt(0) == '1');
      assignment.set(unknown.is(Colour.GREEN), digits.charAt(1) == '1');
      assignment.set(unknown.is(Colour.BLUE), digits.charAt(2) == '1');
      if (assignment.value(unknown.isWellFormed())) {
        wellFormed.add(digits + " " + assignment.value(unknown, Colour.class));
      }
    }
    assertEquals(List.of("100 RED", "010 GREEN", "001 BLUE"), wellFormed);
  }
}
