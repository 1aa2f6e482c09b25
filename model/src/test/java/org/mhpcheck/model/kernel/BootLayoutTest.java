package org.mhpcheck.model.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BootLayoutTest {

  @ParameterizedTest
  @CsvSource({
    "absent,4,0000",
    "full,4,1111",
    "lower-half,4,1100",
    "upper-half,4,0011",
    "lower-half,5,11000",
    "upper-half,5,00111",
    "lower-half,2,10",
    "0110,4,0110",
    "0000,4,0000"
  })
  void ram(String name, int subsections, String ram) {
    assertEquals(ram, new BootLayout(name).ram(subsections).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"half", "011", "01100", "0120", ""})
  void noLayoutOfFour(String name) {
    assertThrows(IllegalArgumentException.class, () -> new BootLayout(name).ram(4));
  }

  @Test
  void theErrorSaysWhatThereIs() {
    Exception e = assertThrows(IllegalArgumentException.class, () -> new BootLayout("half").ram(4));
    assertEquals(
        "no boot layout of 4 subsections: half"
            + " (expected absent, full, lower-half, upper-half, ahead or 4 digits 0 and 1)",
        e.getMessage());
  }
}
