package org.mhpcheck.model.design;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Versions of trees, and which release stands for them. */
class VersionTest {

  @ParameterizedTest
  @CsvSource({
    "6.12.117, v6.12.117-debian",
    "6.12.118, v6.12.117-debian",
    "6.12.0, v6.12",
    "6.12.4, v6.12",
    "6.1.192, v6.1.192-debian",
    "6.1.1, v6.1",
    "6.13.0-rc3, v6.13",
    "7.0.1, v7.0",
    "7.9.0, v7.2",
    "5.4.290, v5.4",
    "5.10.1, v5.10",
    "4.19.0, v5.2"
  })
  void aTreeIsNearestTo(String tree, String release) {
    assertEquals(release, Release.nearestTo(Version.parse(tree).orElseThrow()).releaseName());
  }

  @ParameterizedTest
  @CsvSource({
    "6.12.117, ",
    "6.12.118, 6.12.117",
    "6.12.4, ",
    "6.1.192, ",
    "6.1.193, 6.1.192",
    "6.6.9, 6.6",
    "6.13.0, ",
    "7.2.0, ",
    "7.3.0, 7.2",
    "5.4.290, 5.4"
  })
  void aTreeIsNewerThanTheCatalogue(String tree, String catalogued) {
    assertEquals(
        Optional.ofNullable(catalogued),
        Release.cataloguedBefore(Version.parse(tree).orElseThrow()).map(Version::toString));
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown", "", "6", "v6.12", "6.12.", "6..1", "6.12.117.3"})
  void isNone(String text) {
    assertEquals(Optional.empty(), Version.parse(text));
  }

  @Test
  void whatComesAfterTheNumbersDoesNotCount() {
    assertEquals(Version.parse("6.13"), Version.parse("6.13.0-rc3"));
    assertEquals("6.12.117", Version.parse("6.12.117+deb13").orElseThrow().toString());
  }
}
