package org.mhpcheck.model.bootmem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mhpcheck.model.design.Design;

/** Where usages come to lie on machines small enough to work it out by hand. */
class BootPlacementTest {
  /** Sections 1 and 2 of two pages of 64 bytes each: bytes 128 to 383; pages are counted from 0. */
  private static final Shape TWO = new Shape(2, 1, 2, 2, 64);

  private static final UsageSizes OF_40_BYTES = new UsageSizes(40, 40, 40);

  private static Placed placed(
      Shape shape, List<Integer> nodes, List<Integer> pgdats, int taken, String design) {
    return Placed.of(
        new Placement(shape, nodes, pgdats, taken),
        Design.parse(design),
        OF_40_BYTES,
        Optional.empty());
  }

  private static List<OptionalInt> arrays(Placed placed) {
    return placed.runs().stream().map(Placed.Run::array).toList();
  }

  @ParameterizedTest
  @CsvSource({
    // Beside the pgdat in section 1, from the top of its free page: two usages do not fit one page.
    "0, 0b0001, v7.0, 256",
    // Above it, once the limit is dropped.
    "0, 0b0011, v7.0, 256",
    // In section 2, with its pgdat, and below it where that is full.
    "2, 0b0100, v7.0, 128",
    "3, 0b1000, v7.0, 192",
    // Since v7.1 from the top of memory down.
    "0, 0b0001, v7.1, 256",
    "2, 0b0100, v7.1, 128",
  })
  void twoUsagesOfOneNode(int pgdat, String taken, String design, int address) {
    int pages = Integer.parseInt(taken.substring(2), 2);
    Placed placed = placed(TWO, List.of(0, 0), List.of(pgdat, 0), pages, design);
    assertEquals(List.of(OptionalInt.of(address)), arrays(placed));
  }

  @Test
  void oneUsageLiesBesideItsPgdat() {
    Placed placed = placed(TWO, List.of(0, 1), List.of(0, 2), 0b0101, "v7.0");
    assertEquals(List.of(OptionalInt.of(192), OptionalInt.of(320)), arrays(placed));
    assertEquals(List.of(), placed.told());
  }

  @Test
  void whereThereIsNoRoomThereIsNone() {
    Placed placed = placed(TWO, List.of(0, 0), List.of(0, 0), 0b1111, "v7.0");
    assertEquals(List.of(OptionalInt.empty()), arrays(placed));
    assertEquals(List.of(), placed.usages());
  }

  /** Node 1's usage does not fit its own section: it goes below, into node 0's. */
  @Test
  void anotherNodesSectionIsToldOf() {
    Placed placed = placed(TWO, List.of(0, 1), List.of(0, 2), 0b1101, "v7.0");
    assertEquals(List.of(OptionalInt.of(192), OptionalInt.empty()), arrays(placed));
    Placed roomier =
        placed(new Shape(2, 1, 2, 3, 64), List.of(0, 1), List.of(0, 3), 0b111001, "v7.0");
    assertEquals(List.of(OptionalInt.of(384 - 64), OptionalInt.of(384 - 128)), arrays(roomier));
    assertEquals(List.of(new Told(1, 2, 1, false)), roomier.told());
    assertEquals("node 1 must be removed before section 1", roomier.told().get(0).text());
  }

  @Test
  void theFirstPageOfAllIsNeverUsed() {
    Shape shape = new Shape(1, 0, 1, 2, 64);
    assertEquals(
        List.of(OptionalInt.empty()),
        arrays(placed(shape, List.of(0), List.of(1, 0), 0b10, "v7.0")));
  }

  /**
   * The second usage begins in the first page, and ends in one that only the third is counted in.
   */
  @Test
  void aPageIsFreedWithTheLastThatIsCountedInIt() {
    Shape shape = new Shape(1, 1, 3, 2, 64);
    Placed placed =
        Placed.of(
            new Placement(shape, List.of(0, 0, 0), List.of(0, 0), 0b000001),
            Design.parse("v5.3"),
            OF_40_BYTES,
            Optional.of(Planted.USAGE_PAGES_PUT));
    List<Placed.Usage> usages = placed.usages();
    BootmemInfo info = new BootmemInfo(placed);
    info.remove(usages.get(2));
    assertTrue(info.isMemmapFreed(usages.get(2)));
    assertFalse(info.isMemmapFreed(usages.get(1)));
    assertTrue(info.isFreed(usages.get(1)));
    assertFalse(info.isFreed(usages.get(0)));
  }

  @Test
  void howManyPlacementsThereAre() {
    // One node: its pgdat in any of 4 pages, any of the other 3 taken. Two: 2 x (4 x 3 x 2^2) more.
    assertEquals(4 * 8, Placements.of(new Shape(1, 1, 2, 2, 64)).size());
    assertEquals(2 * 4 * 8 + 2 * 4 * 3 * 4, Placements.of(TWO).size());
  }

  @Test
  void shapesThatCannotBe() {
    assertThrows(IllegalArgumentException.class, () -> new Shape(3, 1, 2, 2, 64));
    assertThrows(IllegalArgumentException.class, () -> new Shape(1, 1, 5, 4, 64));
    assertThrows(IllegalArgumentException.class, () -> new Shape(1, 1, 2, 2, 96));
  }
}
