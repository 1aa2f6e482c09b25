package org.mhpcheck.model.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.design.Release;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.logic.OneOf;
import org.mhpcheck.model.state.Memmap;
import org.mhpcheck.model.state.MemmapBase;
import org.mhpcheck.model.state.Owners;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.SectionMemMap;
import org.mhpcheck.model.state.Usage;

/** Memmap from an altmap: where it comes from, where it goes, and who writes to it too early. */
class AltmapTest {
  private static final String TODAY = "v6.12";
  private static final String MISMATCHED = "depopulate_section_memmap: ALTMAP_MISMATCHED";
  private static final String MISCOUNTED = "at rest: MEMMAP_MISCOUNTED";
  private static final String WRITTEN = "page_init_poison: INACCESSIBLE_MEMMAP_WRITTEN";

  private static String memmap(History history) {
    Memmap memmap = history.section().memmap();
    return memmap.boot() + " " + memmap.buddy() + " " + memmap.altmap();
  }

  /** From v5.3 on, in parts. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "V5_2")
  void whatCameFromAnAltmapGoesBackToIt(Release release) {
    History history = History.boot(release.releaseName(), "0000").add("0110", Altmap.ALTMAP);
    assertEquals("0000 0000 0110", memmap(history));
    assertEquals("0000 1000 0110", memmap(history.add("1000")));
    assertEquals("0000 1000 0000", memmap(history.remove("0110", Altmap.ALTMAP)));
    assertEquals(List.of(), history.notes());
    assertEquals("0000 0000 0000", memmap(history.remove("1000")));
    assertEquals(List.of(), history.notes());
  }

  /** It goes away all the same. */
  @Test
  void anotherAllocatorThanItsOwnIsNoted() {
    History history = History.boot(TODAY, "0000").add("1000", Altmap.ALTMAP).add("0100");
    assertEquals(List.of(MISMATCHED), history.remove("0100", Altmap.ALTMAP).notes());
    assertEquals("0000 0000 1000", memmap(history));
    assertEquals(List.of(MISMATCHED), history.remove("1000").notes());
    assertEquals(Section.absent(4), history.section());
  }

  @Test
  void ofAMixedRangeEitherWayIsWrong() {
    for (Altmap altmap : List.of(Altmap.NONE, Altmap.ALTMAP)) {
      History history = History.boot(TODAY, "0000").add("1100", Altmap.ALTMAP).add("0011");
      assertEquals(List.of(MISMATCHED), history.remove("1111", altmap).notes());
      assertEquals(Section.absent(4), history.section());
    }
  }

  @Test
  void whatWasDoneBeforeAFailureGoesBackToTheAltmap() {
    History history = History.boot(TODAY, "0000").add("0001");
    Section before = history.section();
    assertEquals(before, history.addWithoutMemmap("1110", Altmap.ALTMAP, 2).section());
    assertEquals(Errno.ENOMEM, history.rc());
    assertEquals(List.of(MISCOUNTED), history.notes());
  }

  @Test
  void aPartOfAnEarlySectionNeedsNoAltmap() {
    Section booted = History.boot(TODAY, "1000").section();
    History history = History.boot(TODAY, "1000").add("0110", Altmap.ALTMAP);
    assertEquals("1111 0000 0000", memmap(history));
    assertEquals(booted, history.remove("0110", Altmap.ALTMAP).section());
    assertEquals(List.of(), history.notes());
  }

  /** B11: with the part, boot memmap went to the device's altmap. */
  @ParameterizedTest
  @CsvSource({"v5.4,1", "v5.8,1", "v5.9,0"})
  void bootMemmapWentToTheAltmapUntilV59(String design, int mismatches) {
    History history = History.boot(design, "1000").add("0100", Altmap.ALTMAP);
    assertEquals(mismatches, history.remove("0100", Altmap.ALTMAP).notes().size());
  }

  @Test
  void aWholeEarlySectionsMemmapGoesToNoAltmap() {
    History history = History.boot(TODAY, "1111").remove("1111", Altmap.ALTMAP);
    assertEquals(List.of(), history.notes());
    assertEquals("0000 0000 0000", memmap(history));
  }

  /** No kernel makes it: an early section with memmap from an altmap. */
  @Test
  void freeMapBootmemKnowsNoAltmap() {
    Memmap mixed = new Memmap(Bits.parse("1110"), Bits.none(4), Bits.parse("0001"));
    Outcome outcome = removeAll(TODAY, early(MemmapBase.OWN, mixed));
    assertEquals(
        List.of("free_map_bootmem: ALTMAP_MISMATCHED", MISCOUNTED),
        outcome.notes().stream().map(n -> n.function() + ": " + n.event()).toList());
    assertEquals(Memmap.none(4), outcome.next().memmap());
  }

  /** No kernel makes these: an early section that does not lead to its memmap. */
  @ParameterizedTest
  @CsvSource({
    "v6.12,        NULL_ENCODED, 1111, 0",
    "v6.12,        ZERO,         1111, 1",
    "v6.12,        WRONG,        1111, 1",
    "v6.12,        OWN,          0000, 0",
    "v6.12-debian, NULL_ENCODED, 0000, 0",
    "v6.12-debian, ZERO,         0000, 0",
    "v6.12-debian, WRONG,        0000, 0",
    "v5.8,         NULL_ENCODED, 0000, 0",
    "v5.8,         WRONG,        1111, 1",
  })
  void aMemmapOfNullIsNotFreed(String design, MemmapBase base, String left, int foreign) {
    Outcome outcome = removeAll(design, early(base, Memmap.allBoot(4)));
    assertEquals(left, outcome.next().memmap().populated().toString());
    assertEquals(foreign == 1 ? Bit.TRUE : Bit.FALSE, outcome.happened(Event.FOREIGN_MEMMAP_FREED));
  }

  private static Outcome removeAll(String design, Section section) {
    ModelledKernel kernel = new ModelledKernel(Design.parse(design));
    return kernel.step(section, new Step(Step.Kind.REMOVE, Bits.full(4))).get(0);
  }

  private static Section early(MemmapBase base, Memmap memmap) {
    SectionMemMap word = SectionMemMap.ZERO.withPresent().withHasMemMap(Bit.TRUE).withEarly();
    return new Section(
        word.withBase(base),
        OneOf.of(Usage.BOOT),
        Bit.TRUE,
        Bit.FALSE,
        Bits.full(4),
        memmap,
        Bits.none(4),
        Owners.none(4));
  }

  /** L10. */
  @Test
  void inaccessibleMemmapIsWrittenOnlyWhereTheGuardWasLost() {
    assertEquals(List.of(), addInaccessible("v6.8", "0000").notes());
    assertEquals(List.of(), addInaccessible(TODAY, "0000").notes());
    assertEquals(List.of(WRITTEN), addInaccessible("v6.12-debian", "0000").notes());
    String mended = "v6.12-debian-l10-inaccessible-poisoned";
    assertEquals(List.of(), addInaccessible(mended, "0000").notes());
    assertEquals("0000 0000 0110", memmap(addInaccessible(mended, "0000")));
  }

  /** Struct pages that boot made are in memory that is there. */
  @Test
  void inAnEarlySectionNothingInaccessibleIsWritten() {
    assertEquals(List.of(), addInaccessible("v6.12-debian", "1000").notes());
  }

  @Test
  void anAccessibleAltmapMayBeWritten() {
    assertEquals(
        List.of(), History.boot("v6.12-debian", "0000").add("0110", Altmap.ALTMAP).notes());
  }

  private static History addInaccessible(String design, String ram) {
    return History.boot(design, ram).add("0110", Altmap.INACCESSIBLE);
  }

  @ParameterizedTest
  @EnumSource
  void whatADesignDoesNotKnowItRefuses(Release release) {
    boolean gone = release.changes().contains(Change.NO_INACCESSIBLE_ALTMAP);
    if (!gone && release.changes().contains(Change.INACCESSIBLE_ALTMAP)) {
      assertEquals(Errno.OK, addInaccessible(release.releaseName(), "0000").rc());
      return;
    }
    Exception e =
        assertThrows(
            IllegalArgumentException.class, () -> addInaccessible(release.releaseName(), "0000"));
    assertEquals(
        release
            + " knows no inaccessible altmap: it "
            + (gone
                ? "has no-inaccessible-altmap (no-inaccessible-altmap)"
                : "lacks c5f1e2d18909 (inaccessible-altmap)"),
        e.getMessage());
  }
}
