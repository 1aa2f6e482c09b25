package org.mhpcheck.reports.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NotJsonTest {

  @Test
  void whatTellsOfTheParserIsLeftOff() {
    assertEquals(
        "Unexpected end-of-input", NotJson.why("Unexpected end-of-input (start marker at [x])"));
  }

  /** A name that is there twice is repeated, whatever its length. */
  @Test
  void aLineIsNeverOfAnyLength() {
    assertEquals(
        "Duplicate field '" + "n".repeat(183) + "...",
        NotJson.why("Duplicate field '" + "n".repeat(100_000) + "'"));
  }
}
