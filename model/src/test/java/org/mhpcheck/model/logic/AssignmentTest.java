package org.mhpcheck.model.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class AssignmentTest {
  private final Circuit circuit = new Circuit();
  private final Bit x = circuit.variable("x");
  private final Bit y = circuit.variable("y");
  private final Assignment assignment = new Assignment();

  @Test
  void onlyVariablesCanBeGivenValues() {
    assertThrows(IllegalArgumentException.class, () -> assignment.set(x.not(), true));
    assertThrows(IllegalArgumentException.class, () -> assignment.set(x.and(y), true));
  }

  @Test
  void theValueOfAKnownBitStands() {
    assignment.set(Bit.TRUE, false);
    assertTrue(assignment.value(Bit.TRUE));
  }

  @Test
  void aVariableWithoutAValueIsAnError() {
    assignment.set(x, true);
    assertThrows(IllegalStateException.class, () -> assignment.value(x.and(y)));
  }

  /** What was said of bits over it is forgotten. */
  @Test
  void aVariableMayBeGivenAnotherValue() {
    assignment.set(x, true);
    assignment.set(y, true);
    assertTrue(assignment.value(x.and(y)));
    assignment.set(y, false);
    assertFalse(assignment.value(x.and(y)));
  }

  @Test
  void bitsHoldTogetherOrNot() {
    assignment.set(x, true);
    assignment.set(y, false);
    assertTrue(assignment.holds(List.of()));
    assertTrue(assignment.holds(List.of(x, y.not())));
    assertFalse(assignment.holds(List.of(x, y)));
  }

  @Test
  void aBitmapIsGivenBitByBit() {
    Bits unknown = Bits.unknown(circuit, "map", 3);
    assignment.set(unknown, Bits.parse("101"));
    assertEquals(Bits.parse("101"), assignment.value(unknown));
    assertEquals("map[1]", unknown.bit(1).toString());
  }
}
