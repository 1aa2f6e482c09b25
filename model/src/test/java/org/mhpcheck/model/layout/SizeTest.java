package org.mhpcheck.model.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mhpcheck.model.layout.SizeClaim.AtLeast;
import org.mhpcheck.model.layout.SizeClaim.MultipleOf;

class SizeTest {
  private static final Map<Parameter, Integer> VALUES = Map.of(Parameter.LONG_BYTES, 8);

  @Test
  void formulasAreEvaluated() {
    Size bytes = Size.of(Parameter.LONG_BYTES);
    assertEquals(3, Size.of(3).value(VALUES));
    assertEquals(8, bytes.value(VALUES));
    assertEquals(11, bytes.plus(Size.of(3)).value(VALUES));
    assertEquals(24, bytes.times(Size.of(3)).value(VALUES));
    assertEquals(32, new Size.PowerOfTwo(bytes, Size.of(3)).value(VALUES));
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
    assertThrows(ArithmeticException.class, () -> power(31).value(VALUES));
    assertThrows(ArithmeticException.class, () -> power(-1).value(VALUES));
    assertEquals(1 << 30, power(30).value(VALUES));
  }

  private static Size power(int exponent) {
    return new Size.PowerOfTwo(Size.of(40 + exponent), Size.of(40));
  }

  @Test
  void aClaimIsAllOfItsComparisons() {
    SizeClaim.Comparison holds = new AtLeast(Size.of(3), Size.of(3));
    SizeClaim.Comparison less = new AtLeast(Size.of(2), Size.of(3));
    SizeClaim.Comparison multiple = new MultipleOf(Size.of(16), Size.of(Parameter.LONG_BYTES));
    SizeClaim.Comparison crooked = new MultipleOf(Size.of(12), Size.of(Parameter.LONG_BYTES));
    assertTrue(SizeClaim.all(holds, multiple).holds(VALUES));
    assertFalse(SizeClaim.all(holds, less).holds(VALUES));
    assertFalse(SizeClaim.all(crooked, holds).holds(VALUES));
  }
}
