package org.mhpcheck.model.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.design.Release;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Section;

/**
 * L15: who asks sparse_add_section() for no pages from a section's start on has asked for every bit
 * of it, and for no memmap.
 */
class NoPagesTest {
  private static final String NONE = "0000";

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "V5_2")
  void addsEveryBitAndNoMemmap(Release release) {
    History history = History.boot(release.releaseName(), NONE).add(NONE);
    assertEquals(Errno.OK, history.rc());
    assertEquals("1111", history.section().subsectionMap().toString());
    assertEquals("0000", history.section().memmap().populated().toString());
    assertEquals("PM-- base own", history.word());
    assertEquals(List.of(), history.notes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"v5.3", "v6.12", "v7.2"})
  void isRefusedWhereAnyBitIsSet(String design) {
    for (String ram : List.of("1111", "0010")) {
      History history = History.boot(design, ram);
      Section before = history.section();
      assertEquals(Errno.EEXIST, history.add(NONE).rc());
      assertEquals(before, history.section());
    }
    assertEquals(Errno.EEXIST, History.boot(design, NONE).add("0001").add(NONE).rc());
  }

  /** Only the usage is allocated: of no pages, no memmap. */
  @Test
  void canFailForWantOfAUsageOnly() {
    ModelledKernel kernel = new ModelledKernel(Design.parse("v7.2"));
    Step add = new Step(Step.Kind.ADD, Bits.none(4));
    List<Outcome> outcomes = kernel.step(Section.absent(4), add);
    assertEquals(
        List.of(Optional.empty(), Optional.of(new Fault(FaultPoint.USAGE, 0))),
        outcomes.stream().map(Outcome::fault).toList());
    assertEquals(Section.absent(4), outcomes.get(1).next());
    Section kept = History.boot("v7.2", "1111").remove("1111").section();
    assertEquals(1, kernel.step(kept, add).size());
  }

  /** What has been added so has memmap nowhere, and goes again the same way. */
  @Test
  void removesEveryBitAndNoMemmap() {
    History history = History.boot("v7.2", NONE).add(NONE).remove(NONE);
    assertEquals(Section.absent(4), history.section());
    assertEquals(List.of(), history.notes());
    History full = History.boot("v7.2", NONE).add("1111").remove(NONE);
    assertEquals("section_mem_map 0, usage null, map 0000, memmap 1111", full.section().toString());
  }

  @Test
  void ofABootSectionAllMemmapGoes() {
    History history = History.boot("v7.2", "1111").remove(NONE);
    assertEquals(
        "section_mem_map 0, usage boot (reserved) (flags set), map 0000, memmap 0000",
        history.section().toString());
    assertEquals(List.of(), history.notes());
  }

  @Test
  void isNotRemovedWhereABitIsMissing() {
    History history = History.boot("v7.2", "1110");
    Section before = history.section();
    assertEquals(
        List.of("clear_subsection_map: ALREADY_DEACTIVATED"), history.remove(NONE).notes());
    assertEquals(before, history.section());
  }
}
