package org.mhpcheck.model.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.logic.OneOf;

class SectionTest {
  private static final Bits SOME = Bits.parse("0100");
  private static final Section ABSENT = Section.absent(4);

  @Test
  void withoutAUsageThereIsNeitherMapNorReservedPage() {
    assertTrue(ABSENT.isWellFormed().isTrue());
    assertFalse(section(Usage.NULL, Bit.FALSE, SOME).isWellFormed().isTrue());
    assertFalse(section(Usage.NULL, Bit.TRUE, Bits.none(4)).isWellFormed().isTrue());
    assertTrue(section(Usage.SLAB, Bit.TRUE, SOME).isWellFormed().isTrue());
  }

  @Test
  void noSubsectionHasItsMemmapTwice() {
    Bits none = Bits.none(4);
    assertFalse(new Memmap(SOME, SOME, none).isWellFormed().isTrue());
    assertFalse(new Memmap(SOME, none, SOME).isWellFormed().isTrue());
    assertFalse(new Memmap(none, SOME, SOME).isWellFormed().isTrue());
    assertTrue(new Memmap(SOME, Bits.parse("0010"), Bits.parse("0001")).isWellFormed().isTrue());
  }

  @Test
  void theWordIsZeroOnlyWithoutFlagsAndBase() {
    assertTrue(SectionMemMap.ZERO.isZero().isTrue());
    assertFalse(SectionMemMap.ZERO.withPresent().isZero().isTrue());
    assertFalse(SectionMemMap.ZERO.withHasMemMap(Bit.TRUE).isZero().isTrue());
    assertFalse(SectionMemMap.ZERO.withOnline(Bit.TRUE).isZero().isTrue());
    assertFalse(SectionMemMap.ZERO.withEarly().isZero().isTrue());
    assertFalse(SectionMemMap.ZERO.withBase(MemmapBase.NULL_ENCODED).isZero().isTrue());
  }

  @Test
  void theWordIsWrittenInLetters() {
    assertEquals("0", SectionMemMap.ZERO.toString());
    assertEquals("P--- base zero", SectionMemMap.ZERO.withPresent().toString());
    assertEquals(
        "-MOE base wrong",
        SectionMemMap.ZERO
            .withHasMemMap(Bit.TRUE)
            .withOnline(Bit.TRUE)
            .withEarly()
            .withBase(MemmapBase.WRONG)
            .toString());
  }

  @ParameterizedTest
  @CsvSource({
    "0,4,'sections is 0, expected 1 to 8'",
    "9,4,'sections is 9, expected 1 to 8'",
    "1,1,'subsections is 1, expected 2 to 512'",
    "1,513,'subsections is 513, expected 2 to 512'"
  })
  void aWorldHasItsBounds(int sections, int subsections, String message) {
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> new Geometry(sections, subsections));
    assertEquals(message, e.getMessage());
  }

  @Test
  void aWorldHasSoManySubsections() {
    assertEquals(4096, new Geometry(8, 512).total());
  }

  private static Section section(Usage usage, Bit reserved, Bits map) {
    return new Section(
        SectionMemMap.ZERO,
        OneOf.of(usage),
        reserved,
        Bit.FALSE,
        map,
        Memmap.none(4),
        Bits.none(4),
        Owners.none(4));
  }
}
