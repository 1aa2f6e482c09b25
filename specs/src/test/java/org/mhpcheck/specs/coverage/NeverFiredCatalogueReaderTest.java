package org.mhpcheck.specs.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mhpcheck.specs.toml.Problem;
import org.mhpcheck.specs.toml.UnreadableException;

class NeverFiredCatalogueReaderTest {
  @Test
  void eachHasItsReasonOnOneLine() {
    assertEquals(
        Map.of("test f.if 1 true", "nobody asks it", "fault of g", "no such architecture"),
        NeverFiredCatalogueReader.read(
                "f",
                """
                "test f.if 1 true" = \"""
                nobody
                asks it\"""
                "fault of g" = "no such architecture"
                """)
            .reasons());
    assertEquals(Map.of(), NeverFiredCatalogueReader.read("f", "").reasons());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\" \" | f:2:1: found nothing, expected why this never fires: b",
        "1 | f:2:1: found the integer 1, expected a string as b",
      })
  void whatIsWrongIsNamed(String value, String problem) {
    String text = "\"a\" = 'x'\n\"b\" = " + value + "\n";
    UnreadableException e =
        assertThrows(UnreadableException.class, () -> NeverFiredCatalogueReader.read("f", text));
    assertEquals(List.of(problem), e.problems().stream().map(Problem::text).toList());
  }

  @Test
  void thePackagedOneIsRead() {
    assertFalse(NeverFiredCatalogue.packaged().reasons().isEmpty());
  }
}
