package org.mhpcheck.model.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each bug by its shortest story, in the releases that had it and with its fix alone. */
class BugsOfHistoryTest {

  /** A boot usage is freed once its section has been removed and added again. */
  @Nested
  class B01ReaddedEarlyUsage {
    private History readdedAndRemoved(String design) {
      return History.boot(design, "1111").remove("1111").add("1111").remove("1111");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v5.3", "v5.4", "v6.12-8068df3b6037"})
    void bug(String design) {
      assertEquals(
          List.of("section_deactivate: BOOT_USAGE_FREED"), readdedAndRemoved(design).notes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"v5.4+8068df3b6037", "v5.5", "v6.12"})
    void mended(String design) {
      History history = readdedAndRemoved(design);
      assertEquals(List.of(), history.notes());
      assertEquals("BOOT", history.section().usage().toString());
      assertEquals(true, history.section().reserved().isTrue());
    }

    /** An add that fails takes the same way, one call earlier. */
    @Test
    void anAddThatFailsIsEnough() {
      assertEquals(
          List.of("section_deactivate: BOOT_USAGE_FREED"),
          History.boot("v5.4", "1111").remove("1111").addWithoutMemmap("1111", 2).notes());
    }
  }

  /** The last part of an early section goes the way of added memory: the rest stays populated. */
  @Nested
  class B03EarlyReadLate {
    private String memmapAfterRemovalOfThePart(String design) {
      return populated(History.boot(design, "1000").remove("1000"));
    }

    @Test
    void bug() {
      assertEquals("0111", memmapAfterRemovalOfThePart("v5.3-b03-early-read-late"));
    }

    @Test
    void mended() {
      assertEquals("0000", memmapAfterRemovalOfThePart("v5.3"));
    }

    /** With VMEMMAP both ways end in vmemmap_free(): of a full section nothing can be told. */
    @Test
    void aFullSectionDoesNotTellThemApart() {
      assertEquals(
          History.boot("v5.3", "1111").remove("1111").section(),
          History.boot("v5.3-b03-early-read-late", "1111").remove("1111").section());
    }
  }

  /** A range within a section leads section_mem_map astray. */
  @Nested
  class B06MemmapOfLinearAddress {
    private String wordAfterAdd(String design, String range) {
      return History.boot(design, "0000").add(range).section().sectionMemMap().toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v5.3", "v5.5", "v6.12-b06-memmap-of-linear-address"})
    void bug(String design) {
      assertEquals("PM-- base wrong", wordAfterAdd(design, "0100"));
      assertEquals("PM-- base own", wordAfterAdd(design, "1100"));
    }

    /** Of no pages, an add begins where the section does. */
    @Test
    void noPagesBeginASection() {
      assertEquals("PM-- base own", wordAfterAdd("v5.3", "0000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v5.5+b06-memmap-of-linear-address", "v5.6", "v6.12"})
    void mended(String design) {
      assertEquals("PM-- base own", wordAfterAdd(design, "0100"));
    }

    /** An adversary's removal then frees what is not the section's memmap. */
    @Test
    void theWrongMemmapIsFreed() {
      assertEquals(
          List.of("free_map_bootmem: FOREIGN_MEMMAP_FREED"),
          History.boot("v5.5", "1000").add("0100").remove("1100").notes());
      assertEquals(List.of(), History.boot("v5.6", "1000").add("0100").remove("1100").notes());
    }
  }

  /** An emptied section keeps the encoding of a NULL memmap. */
  @Nested
  class B08EncodedNullLeft {
    private String wordAfterRemoval(String design) {
      return History.boot(design, "0000")
          .add("1111")
          .remove("1111")
          .section()
          .sectionMemMap()
          .toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v5.3", "v5.5", "v6.12-1f503443e7df"})
    void bug(String design) {
      assertEquals("---- base null_encoded", wordAfterRemoval(design));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v5.5+1f503443e7df", "v5.6", "v6.12"})
    void mended(String design) {
      assertEquals("0", wordAfterRemoval(design));
    }
  }

  /** While the memmap goes, the section is valid and its usage is gone: ppc64 asks pfn_valid(). */
  @Nested
  class B10ValidWithoutUsage {
    private List<String> notesOfRemoval(String design) {
      return History.boot(design, "0000").add("1111").remove("1111").notes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v5.6-b943f045a9af", "v5.5+d41e2f3bd546"})
    void bug(String design) {
      assertEquals(
          List.of("pfn_valid, asked by ppc64's vmemmap_populated: NULL_DEREFERENCE"),
          notesOfRemoval(design));
    }

    /** In v5.5 the section was reset ahead of its memmap, and so not valid either. */
    @ParameterizedTest
    @ValueSource(strings = {"v5.5", "v5.6", "v5.5+d41e2f3bd546+b943f045a9af"})
    void mended(String design) {
      assertEquals(List.of(), notesOfRemoval(design));
    }

    @Test
    void aPartThatIsNotTheLastHasAUsage() {
      assertEquals(
          List.of(), History.boot("v5.6-b943f045a9af", "0000").add("1111").remove("0011").notes());
    }
  }

  /** What was added to an early section takes a piece of the boot memmap with it. */
  @Nested
  class B11EarlyMemmapFreedInPart {
    private History addedAndRemoved(String design) {
      return History.boot(design, "1000").add("0100").remove("0100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v5.3", "v5.8", "v6.12-ef69bc9f689d"})
    void bug(String design) {
      History history = addedAndRemoved(design);
      assertEquals("1011", populated(history));
      assertEquals("1111", Mmzone.pfn_valid(history.section()).toString());
      assertEquals("1011", populated(history.add("0100")), "the next add reuses what is gone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v5.8+ef69bc9f689d", "v5.9", "v6.12"})
    void mended(String design) {
      assertEquals("1111", populated(addedAndRemoved(design)));
    }
  }

  private static String populated(History history) {
    return history.section().memmap().populated().toString();
  }
}
