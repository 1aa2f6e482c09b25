package org.mhpcheck.model.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mhpcheck.model.design.Release;

/** Where pages of memmap are counted wrong (B24); counts are no state, so each step tells. */
class MemmapCountTest {
  private static final String MISCOUNTED = "at rest: MEMMAP_MISCOUNTED";

  private static List<String> miscounts(History history) {
    return history.notes().stream().filter(MISCOUNTED::equals).toList();
  }

  private static List<String> expected(boolean miscounted) {
    return miscounted ? List.of(MISCOUNTED) : List.of();
  }

  /** Whoever cleans up takes from the count what was never put on it. */
  @ParameterizedTest
  @CsvSource({
    "v5.3,         false",
    "v6.10,        false",
    "v6.11,        true",
    "v6.16,        true",
    "v6.17,        true",
    "v7.1,         true",
    "v7.2,         false",
    "v6.12-debian, false"
  })
  void populatingThatFails(String design, boolean miscounted) {
    for (int populated = 0; populated < 3; populated++) {
      History history = History.boot(design, "0000").addWithoutMemmap("1110", populated);
      assertEquals(expected(miscounted), miscounts(history));
      History beside = History.boot(design, "0000").add("0001").addWithoutMemmap("1110", populated);
      assertEquals(expected(miscounted), miscounts(beside));
    }
  }

  /** Without a usage nothing was populated, and nothing is taken. */
  @ParameterizedTest
  @ValueSource(strings = {"v6.11", "v6.17", "v7.2"})
  void anotherFailure(String design) {
    assertEquals(List.of(), History.boot(design, "0000").addWithoutUsage("1111").notes());
  }

  /** The last part takes a whole section's memmap with it; counted is that part only. */
  @ParameterizedTest
  @CsvSource({
    "v6.10,        false",
    "v6.11,        false",
    "v6.16,        false",
    "v6.17,        true",
    "v7.1,         true",
    "v7.2,         false",
    "v6.12-debian, false"
  })
  void anEarlySectionRemovedInTwoSteps(String design, boolean miscounted) {
    History history = History.boot(design, "1100").remove("1000");
    assertEquals(List.of(), history.notes());
    assertEquals(expected(miscounted), history.remove("0100").notes());
    assertEquals("0000", history.section().memmap().populated().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"v6.11", "v6.17", "v7.2"})
  void inOneItIsRightEverywhere(String design) {
    assertEquals(List.of(), History.boot(design, "1111").remove("1111").notes());
    // A part of it boots, and all of its memmap.
    boolean wrong = design.equals("v6.17");
    assertEquals(expected(wrong), History.boot(design, "1100").remove("1100").notes());
  }

  /** A device's part of an early section has memmap already, which is none of its own. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "V5_2")
  void whatIsAddedAndRemovedIsCountedRight(Release release) {
    for (Altmap altmap : List.of(Altmap.NONE, Altmap.ALTMAP)) {
      History added = History.boot(release.releaseName(), "0000").add("1100", altmap);
      assertEquals(List.of(), miscounts(added));
      assertEquals(List.of(), miscounts(added.add("0011", altmap)));
      assertEquals(List.of(), miscounts(added.remove("0110", altmap)));
      assertEquals(List.of(), miscounts(added.remove("1001", altmap)));
    }
    History shared = History.boot(release.releaseName(), "1000").add("0110");
    assertEquals(List.of(), miscounts(shared));
    assertEquals(List.of(), miscounts(shared.remove("0110")));
  }
}
