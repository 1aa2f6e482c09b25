package org.mhpcheck.model.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How bitmaps are written, for people and to be read again. */
class BitsTextTest {

  @ParameterizedTest
  @CsvSource({
    "0000,none",
    "1000,0",
    "0001,3",
    "1111,0-3",
    "1101,'0-1,3'",
    "1010,'0,2'",
    "00000000000000000,none",
    "11111111111111111,0-16",
    "10000000000000011,'0,15-16'"
  })
  void ranges(String digits, String ranges) {
    assertEquals(ranges, Bits.parse(digits).ranges());
  }

  @Test
  void upToSixteenDigitsAreReadByEye() {
    assertEquals("0110000000000000", Bits.range(16, 1, 3).text());
    assertEquals("1-2", Bits.range(17, 1, 3).text());
    assertEquals("0-63", Bits.full(64).text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"012", "1 0", "x", "01\n"})
  void notABitmap(String text) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> Bits.parse(text));
    assertEquals("not a bitmap: " + text, e.getMessage());
  }
}
