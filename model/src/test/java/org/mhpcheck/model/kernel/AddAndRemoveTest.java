package org.mhpcheck.model.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.design.Release;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Section;

/** sparse_add_section() and sparse_remove_section() as they are today. */
class AddAndRemoveTest {
  private static final String TODAY = "v6.12";

  @ParameterizedTest
  @CsvSource({"1111", "1000", "0110", "0001"})
  void whatWasAddedIsTakenAwayWithoutATrace(String range) {
    History history = History.boot(TODAY, "0000").add(range);
    assertEquals(Errno.OK, history.rc());
    assertEquals(
        "section_mem_map PM-- base own, usage slab, map %s, memmap %s".formatted(range, range),
        history.section().toString());
    assertEquals(Section.absent(4), history.remove(range).section());
    assertEquals(List.of(), history.notes());
  }

  @Test
  void aSectionIsSharedUntilItsLastPartGoes() {
    History history = History.boot(TODAY, "0000").add("1100").add("0011");
    assertEquals(
        "section_mem_map PM-- base own, usage slab, map 1111, memmap 1111",
        history.section().toString());
    assertEquals(
        "section_mem_map PM-- base own, usage slab, map 0011, memmap 0011",
        history.remove("1100").section().toString());
    assertEquals(Section.absent(4), history.remove("0011").section());
  }

  @Test
  void partsOfAnEarlySectionComeAndGoWithoutMemmap() {
    Section booted = History.boot(TODAY, "1000").section();
    History history = History.boot(TODAY, "1000").add("0110");
    assertEquals(
        "section_mem_map PMOE base own, usage boot (reserved) (flags set), map 1110, memmap 1111",
        history.section().toString());
    assertEquals(booted, history.remove("0110").section());
  }

  /**
   * The usage stays for the next time, with the flags of its pageblocks as they were (L12); the
   * section is no longer early then.
   */
  @Test
  void aRemovedEarlySectionKeepsItsUsage() {
    History history = History.boot(TODAY, "1111").remove("1111");
    assertEquals(
        "section_mem_map 0, usage boot (reserved) (flags set), map 0000, memmap 0000",
        history.section().toString());
    assertEquals(
        "section_mem_map PM-- base own, usage boot (reserved) (flags set), map 1111, memmap 1111",
        history.add("1111").section().toString());
    assertEquals("1111", history.section().memmap().buddy().toString());
  }

  /** From v5.3 on. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "V5_2")
  void whatIsThereIsRefused(Release release) {
    for (String ram : List.of("1111", "0100")) {
      History history = History.boot(release.releaseName(), ram);
      Section before = history.section();
      assertEquals(Errno.EEXIST, history.add("1100").rc());
      assertEquals(before, history.section());
      assertEquals(List.of(), history.notes());
    }
  }

  @Test
  void aRemovalOfWhatIsNotThereWarns() {
    History history = History.boot(TODAY, "0000").add("0110");
    Section before = history.section();
    assertEquals(
        List.of("clear_subsection_map: ALREADY_DEACTIVATED"), history.remove("0111").notes());
    assertEquals(before, history.section());
    assertEquals(
        List.of("sparse_remove_section: SECTION_NOT_VALID"),
        History.boot(TODAY, "0000").remove("1111").notes());
  }

  @ParameterizedTest
  @CsvSource({"1111", "0110"})
  void anAddThatFailsLeavesAnAbsentSectionAbsent(String range) {
    History history = History.boot(TODAY, "0000").addWithoutMemmap(range, 1);
    assertEquals(Errno.ENOMEM, history.rc());
    assertEquals(Section.absent(4), history.section());
    assertEquals(Errno.ENOMEM, history.addWithoutUsage(range).rc());
    assertEquals(Section.absent(4), history.section());
  }

  @Test
  void anAddThatFailsLeavesWhatElseIsInTheSection() {
    History history = History.boot(TODAY, "0000").add("1000");
    Section before = history.section();
    assertEquals(before, history.addWithoutMemmap("0110", 1).section());
    assertEquals(Errno.ENOMEM, history.rc());
  }

  @Test
  void anAddThatFailsKeepsABootUsageForTheNext() {
    History history = History.boot(TODAY, "1111").remove("1111");
    Section before = history.section();
    assertEquals(before, history.addWithoutMemmap("1111", 3).section());
    assertEquals(Errno.ENOMEM, history.rc());
  }

  /** The one without a fault first; no allocation, no fault. */
  @Test
  void theOutcomesOfAnAdd() {
    ModelledKernel kernel = new ModelledKernel(Design.parse(TODAY));
    Step add = new Step(Step.Kind.ADD, Bits.full(4));
    assertEquals(
        List.of(
            "0 no fault",
            "-ENOMEM memmap allocation fails",
            "-ENOMEM memmap allocation fails after 1 subsection",
            "-ENOMEM memmap allocation fails after 2 subsections",
            "-ENOMEM memmap allocation fails after 3 subsections",
            "-ENOMEM usage allocation fails"),
        outcomes(kernel.step(Section.absent(4), add)));
    assertEquals(
        List.of("0 no fault"),
        outcomes(
            kernel.step(
                kernel.boot(Bits.parse("1000")), new Step(Step.Kind.ADD, Bits.parse("0100")))));
  }

  private static List<String> outcomes(List<Outcome> outcomes) {
    return outcomes.stream()
        .map(o -> o.rc().text() + " " + o.fault().map(Fault::text).orElse("no fault"))
        .toList();
  }

  @Test
  void bookKeepingIsNotTheKernels() {
    ModelledKernel kernel = new ModelledKernel(Design.parse(TODAY));
    for (Step.Kind kind : Step.Kind.values()) {
      Step step = new Step(kind, Bits.full(4));
      if (!kind.isKernel()) {
        assertThrows(IllegalArgumentException.class, () -> kernel.step(Section.absent(4), step));
      }
    }
  }
}
