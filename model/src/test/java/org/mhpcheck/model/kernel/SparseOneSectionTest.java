package org.mhpcheck.model.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.design.Series;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Section;

/** Whole sections, as v5.2 and the first eight patches of the series add and remove them. */
class SparseOneSectionTest {

  /** v5.2, and v5.2 with the patches up to each of {@code from} to {@code to}. */
  private static List<String> upTo(int from, int to) {
    Stream<String> base = from == 0 ? Stream.of("v5.2") : Stream.of();
    Stream<String> patched =
        IntStream.rangeClosed(Math.max(1, from), to)
            .mapToObj(n -> Series.SUBSECTION.upTo(n).name());
    return Stream.concat(base, patched).toList();
  }

  static List<String> all() {
    return upTo(0, 8);
  }

  static List<String> withoutEarly() {
    return upTo(0, 1);
  }

  static List<String> withEarly() {
    return upTo(2, 8);
  }

  static List<String> withoutMap() {
    return upTo(0, 2);
  }

  static List<String> withMap() {
    return upTo(3, 8);
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatWasAddedIsTakenAwayWithoutATrace(String design) {
    History history = History.boot(design, "0000").add("1111");
    assertEquals(Errno.OK, history.rc());
    assertEquals(List.of(), history.notes());
    assertEquals(Section.absent(4), history.remove("1111").section());
    assertEquals(List.of(), history.notes());
  }

  @Nested
  class Boot {
    @Test
    void earlySectionsAreMarkedFromTheSecondPatchOn() {
      assertEquals("PMO- base own", word("v5.2"));
      assertEquals("PMO- base own", word("v5.2+1..1"));
      assertEquals("PMOE base own", word("v5.2+1..2"));
      assertEquals("PMOE base own", word("v5.2+1..8"));
    }

    private String word(String design) {
      return History.boot(design, "1100").section().sectionMemMap().toString();
    }

    @Test
    void subsectionsAreToldApartFromTheThirdPatchOn() {
      assertEquals("1111", map("v5.2"));
      assertEquals("1111", map("v5.2+1..2"));
      assertEquals("1100", map("v5.2+1..3"));
      assertEquals("1100", map("v5.2+1..8"));
    }

    private String map(String design) {
      return History.boot(design, "1100").section().subsectionMap().text();
    }
  }

  @Nested
  class PfnValid {
    @ParameterizedTest
    @MethodSource("org.mhpcheck.model.kernel.SparseOneSectionTest#all")
    void allOfASectionFromBoot(String design) {
      assertEquals("1111", pfnValid(History.boot(design, "0100")));
      assertEquals("0000", pfnValid(History.boot(design, "0000")));
    }

    @ParameterizedTest
    @MethodSource("org.mhpcheck.model.kernel.SparseOneSectionTest#withoutMap")
    void isValidSectionUntilThereIsAMap(String design) {
      History history = History.boot(design, "0000").add("1111");
      assertEquals("1111", pfnValid(history));
      assertEquals("0000", pfnValid(history.remove("1111")));
    }

    /** Nobody sets the bits of a section that is added, until the ninth patch does. */
    @ParameterizedTest
    @MethodSource("org.mhpcheck.model.kernel.SparseOneSectionTest#withMap")
    void nothingThatIsAddedIsValidFromThenOn(String design) {
      History history = History.boot(design, "0000").add("1111");
      assertEquals(
          "section_mem_map PM-- base own, usage slab, map 0000, memmap 1111",
          history.section().toString());
      assertEquals("0000", pfnValid(history));
      assertEquals("1111", pfnValid(History.boot("v5.2+1..9", "0000").add("1111")));
    }

    private String pfnValid(History history) {
      return Mmzone.pfn_valid(history.section()).text();
    }
  }

  /** Early is asked for when the flag is gone: a boot usage is taken for one from slab. */
  @Nested
  class B02EarlyAskedForTooLate {
    @ParameterizedTest
    @MethodSource("org.mhpcheck.model.kernel.SparseOneSectionTest#withEarly")
    void bug(String design) {
      assertEquals(
          List.of("free_section_usage: BOOT_USAGE_FREED"),
          History.boot(design, "1111").remove("1111").notes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"v5.2", "v5.2+1..1", "v5.2+1..9", "v5.3"})
    void notYetOrNoMore(String design) {
      List<String> notes = History.boot(design, "1111").remove("1111").notes();
      assertEquals(List.of(), notes.stream().filter(n -> n.endsWith("BOOT_USAGE_FREED")).toList());
    }
  }

  /** Memmap that has been there all the time is taken back from an add that is refused. */
  @Nested
  class B04LiveMemmapFreed {
    @ParameterizedTest
    @MethodSource("org.mhpcheck.model.kernel.SparseOneSectionTest#all")
    void byARefusedAdd(String design) {
      History history = History.boot(design, "0000").add("1111").add("1111");
      assertEquals(Errno.EEXIST, history.rc());
      assertEquals("0000", history.section().memmap().populated().text());
      assertEquals(true, Mmzone.valid_section(history.section()).isTrue());
    }

    @ParameterizedTest
    @MethodSource("org.mhpcheck.model.kernel.SparseOneSectionTest#all")
    void byAnAddWithoutAUsage(String design) {
      History history = History.boot(design, "1111").addWithoutUsage("1111");
      assertEquals(Errno.ENOMEM, history.rc());
      assertEquals("0000", history.section().memmap().populated().text());
    }

    @Test
    void mended() {
      History history = History.boot("v5.2+1..9", "0000").add("1111").add("1111");
      assertEquals(Errno.EEXIST, history.rc());
      assertEquals("1111", history.section().memmap().populated().text());
    }
  }

  /** The usage from boot is kept, and forgotten. */
  @Nested
  class B05BootUsageForgotten {
    @ParameterizedTest
    @MethodSource("org.mhpcheck.model.kernel.SparseOneSectionTest#withoutEarly")
    void bug(String design) {
      History history = History.boot(design, "1111").remove("1111");
      assertEquals(List.of("USAGE_LEAKED"), events(history));
      assertEquals(Section.absent(4), history.section());
      assertEquals("SLAB", history.add("1111").section().usage().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"v5.2+1..9", "v5.3", "v6.12"})
    void mended(String design) {
      History history = History.boot(design, "1111").remove("1111");
      assertEquals(List.of(), events(history));
      assertEquals("BOOT", history.section().usage().toString());
    }

    private List<String> events(History history) {
      return history.notes().stream().map(n -> n.replaceAll(".*: ", "")).toList();
    }
  }

  /**
   * Nobody takes back what was populated before memory ran out; the next add goes on from there.
   */
  @ParameterizedTest
  @MethodSource("all")
  void memmapStaysOfAnAddThatFails(String design) {
    History history = History.boot(design, "0000").addWithoutMemmap("1111", 2);
    assertEquals(Errno.ENOMEM, history.rc());
    assertEquals(
        "section_mem_map 0, usage null, map 0000, memmap 1100", history.section().toString());
    assertEquals("1111", history.add("1111").section().memmap().populated().text());
  }

  @ParameterizedTest
  @MethodSource("all")
  void anAddWithoutAUsageLeavesAnAbsentSectionAbsent(String design) {
    History history = History.boot(design, "0000").addWithoutUsage("1111");
    assertEquals(Errno.ENOMEM, history.rc());
    assertEquals(Section.absent(4), history.section());
  }

  @ParameterizedTest
  @MethodSource("all")
  void aRemovalOfWhatIsNotThereWarns(String design) {
    assertEquals(
        List.of("sparse_remove_one_section: SECTION_NOT_VALID"),
        History.boot(design, "0000").remove("1111").notes());
  }

  @ParameterizedTest
  @MethodSource("all")
  void memmapGoesBackToTheAltmap(String design) {
    History history = History.boot(design, "0000").add("1111", Altmap.ALTMAP);
    assertEquals("1111", history.section().memmap().altmap().text());
    assertEquals(List.of(), history.remove("1111", Altmap.ALTMAP).notes());
    History other = History.boot(design, "0000").add("1111", Altmap.ALTMAP);
    assertEquals(
        List.of("depopulate_section_memmap: ALTMAP_MISMATCHED"), other.remove("1111").notes());
  }

  @ParameterizedTest
  @MethodSource("all")
  void aPartOfASectionCannotBeAsked(String design) {
    ModelledKernel kernel = new ModelledKernel(Design.parse(design));
    for (Step.Kind kind : List.of(Step.Kind.ADD, Step.Kind.REMOVE)) {
      Exception e =
          assertThrows(
              IllegalArgumentException.class,
              () -> kernel.step(Section.absent(4), new Step(kind, Bits.parse("0110"))));
      assertEquals(
          design + " adds and removes whole sections, found subsections 0110", e.getMessage());
    }
  }
}
