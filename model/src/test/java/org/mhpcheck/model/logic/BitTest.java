package org.mhpcheck.model.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Known bits fold away, and equal formulas are one object. */
class BitTest {
  private final Circuit circuit = new Circuit();
  private final Bit x = circuit.variable("x");
  private final Bit y = circuit.variable("y");
  private final Bit z = circuit.variable("z");

  @Test
  void knownOperandsFold() {
    assertSame(x, x.and(Bit.TRUE));
    assertSame(x, Bit.TRUE.and(x));
    assertSame(Bit.FALSE, x.and(Bit.FALSE));
    assertSame(Bit.FALSE, Bit.FALSE.and(x));
    assertSame(x, x.or(Bit.FALSE));
    assertSame(Bit.TRUE, x.or(Bit.TRUE));
    assertSame(x, x.xor(Bit.FALSE));
    assertSame(x.not(), x.xor(Bit.TRUE));
    assertSame(x, Bit.TRUE.implies(x));
    assertSame(Bit.TRUE, Bit.FALSE.implies(x));
    assertSame(x.not(), x.implies(Bit.FALSE));
    assertSame(x, x.sameAs(Bit.TRUE));
  }

  @Test
  void aBitFoldsWithItselfAndItsNegation() {
    assertSame(x, x.not().not());
    assertSame(x, x.and(x));
    assertSame(x, x.or(x));
    assertSame(Bit.FALSE, x.and(x.not()));
    assertSame(Bit.TRUE, x.or(x.not()));
    assertSame(Bit.FALSE, x.xor(x));
    assertSame(Bit.TRUE, x.sameAs(x));
    assertSame(Bit.TRUE, x.implies(x));
    assertSame(Bit.FALSE, Bit.allOf(List.of(y, x, z, y.not())));
  }

  @Test
  void equalConjunctionsAreOneObjectWhateverTheirOrder() {
    assertSame(x.and(y), x.and(y));
    assertSame(x.and(y), y.and(x));
    assertSame(x.or(y), y.or(x));
    assertSame(x.xor(y), y.xor(x));
    assertSame(Bit.allOf(List.of(x, y, z)), Bit.allOf(List.of(z, Bit.TRUE, y, y, x)));
  }

  @Test
  void differentFormulasAreDifferentObjects() {
    assertNotSame(x.and(y), x.and(z));
    assertNotSame(x.and(y), x.or(y));
    assertNotSame(x, circuit.variable("x"), "names need not be unique");
  }

  @Test
  void noneAndOneAreTheirOwnConjunction() {
    assertSame(Bit.TRUE, Bit.allOf(List.of()));
    assertSame(Bit.FALSE, Bit.anyOf(List.of()));
    assertSame(x, Bit.allOf(List.of(x)));
    assertSame(x, Bit.anyOf(List.of(x)));
  }

  @Test
  void aConjunctionHasItsOperandsOnce() {
    Bit.And and = assertInstanceOf(Bit.And.class, Bit.allOf(List.of(x, y, x)).node());
    assertEquals(List.of(x, y), and.operands());
  }

  @Test
  void aCircuitListsItsVariablesInTheOrderTheyWereMade() {
    x.and(y.not()).or(z);
    assertEquals(List.of(x, y, z), circuit.variables());
  }

  @Test
  void isWrittenForPeople() {
    assertEquals("1 0", Bit.TRUE + " " + Bit.FALSE);
    assertEquals("x", x.toString());
    assertEquals("!x", x.not().toString());
    assertEquals("[x, !y]", x.and(y.not()).toString());
  }
}
