package org.mhpcheck.model.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeTest {
  private static final Map<Parameter, Integer> VALUES = Map.of(Parameter.LONG_BYTES, 8);
  private static final Size BYTES = Size.of(Parameter.LONG_BYTES);
  private static final Size NODE = Size.of(Parameter.NODE);

  @Test
  void formulasAreEvaluated() {
    assertEquals(3, Size.of(3).value(VALUES));
    assertEquals(8, BYTES.value(VALUES));
    assertEquals(11, BYTES.plus(Size.of(3)).value(VALUES));
    assertEquals(5, BYTES.minus(Size.of(3)).value(VALUES));
    assertEquals(24, BYTES.times(Size.of(3)).value(VALUES));
    assertEquals(2, BYTES.restBy(Size.of(3)).value(VALUES));
    assertEquals(3, BYTES.atMost(Size.of(3)).value(VALUES));
    assertEquals(8, BYTES.atMost(Size.of(9)).value(VALUES));
    assertEquals(256, Size.powerOfTwo(BYTES).value(VALUES));
  }

  @ParameterizedTest
  @CsvSource({"0,8,0", "1,8,1", "7,8,1", "8,8,1", "9,8,2", "9,1,9"})
  void divisionRoundsUp(int left, int right, int result) {
    assertEquals(result, Size.of(left).dividedUpBy(Size.of(right)).value(VALUES));
  }

  /** A wrong number would be worse than none. */
  @Test
  void whatDoesNotFitIsAnError() {
    Size big = Size.of(Integer.MAX_VALUE);
    assertThrows(ArithmeticException.class, () -> big.plus(Size.of(1)).value(VALUES));
    assertThrows(ArithmeticException.class, () -> big.times(Size.of(2)).value(VALUES));
    assertThrows(ArithmeticException.class, () -> big.dividedUpBy(Size.of(2)).value(VALUES));
    assertThrows(ArithmeticException.class, () -> Size.of(1).minus(Size.of(2)).value(VALUES));
    assertThrows(ArithmeticException.class, () -> power(31).value(VALUES));
    assertEquals(1 << 30, power(30).value(VALUES));
    assertEquals(0, Size.of(2).minus(Size.of(2)).value(VALUES));
  }

  private static Size power(int exponent) {
    return Size.powerOfTwo(Size.of(exponent));
  }

  @Test
  void whatHasNoValueStaysOpen() {
    Size size = BYTES.plus(Size.of(1)).times(NODE);
    assertEquals(Set.of(Parameter.LONG_BYTES, Parameter.NODE), size.parameters());
    assertEquals(Size.of(9).times(NODE), size.with(VALUES));
    assertThrows(IllegalArgumentException.class, () -> size.value(VALUES));
  }

  @Test
  void aClaimIsAllOfItsComparisons() {
    Comparison holds = Comparison.atLeast(Size.of(3), Size.of(3));
    Comparison less = Comparison.atLeast(Size.of(2), Size.of(3));
    Comparison multiple = Comparison.multipleOf(Size.of(16), BYTES);
    Comparison crooked = Comparison.multipleOf(Size.of(12), BYTES);
    assertTrue(SizeClaim.all(holds, multiple).holds(VALUES));
    assertFalse(SizeClaim.all(holds, less).holds(VALUES));
    assertFalse(SizeClaim.all(crooked, holds).holds(VALUES));
    assertTrue(SizeClaim.all(Comparison.same(BYTES, Size.of(8))).holds(VALUES));
    assertFalse(SizeClaim.all(Comparison.same(BYTES, Size.of(7))).holds(VALUES));
  }

  /** Where a premise fails nothing is claimed, and what is claimed need not even make sense. */
  @Test
  void aClaimIsMadeWhereItsPremisesHold() {
    SizeClaim wrong = SizeClaim.all(Comparison.atLeast(Size.of(2).minus(BYTES), Size.of(3)));
    assertThrows(ArithmeticException.class, () -> wrong.holds(VALUES));
    SizeClaim nowhere = wrong.where(Comparison.atLeast(Size.of(2), BYTES));
    assertTrue(nowhere.holds(VALUES));
    assertEquals(SizeClaim.all(), nowhere.with(VALUES));
    assertThrows(
        ArithmeticException.class,
        () -> wrong.where(Comparison.atLeast(BYTES, Size.of(2))).with(VALUES));
  }

  @Test
  void whatIsLeftOfAClaimIsWhatItSaysOfTheRest() {
    SizeClaim claim =
        SizeClaim.all(Comparison.atLeast(BYTES, NODE))
            .where(Comparison.multipleOf(NODE, BYTES))
            .showing("node", NODE);
    SizeClaim left = claim.with(VALUES);
    for (int node = 0; node < 20; node++) {
      Map<Parameter, Integer> all = Map.of(Parameter.LONG_BYTES, 8, Parameter.NODE, node);
      assertEquals(claim.holds(all), left.holds(Map.of(Parameter.NODE, node)));
      assertEquals(node != 16, claim.holds(all));
      assertEquals("node " + node, claim.show(all));
    }
  }
}
