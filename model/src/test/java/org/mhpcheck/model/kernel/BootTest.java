package org.mhpcheck.model.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mhpcheck.model.design.Release;
import org.mhpcheck.model.state.Memmap;
import org.mhpcheck.model.state.Owners;
import org.mhpcheck.model.state.Section;

/** What boot makes of a section, alike in every release. */
class BootTest {

  @ParameterizedTest
  @EnumSource
  void aSectionWithoutRamIsAbsent(Release release) {
    Section section = History.boot(release.releaseName(), "0000").section();
    assertEquals(Section.absent(4), section);
    assertEquals("section_mem_map 0, usage null, map 0000, memmap 0000", section.toString());
  }

  @ParameterizedTest
  @EnumSource
  void aFullSection(Release release) {
    Section section = History.boot(release.releaseName(), "1111").section();
    assertEquals(
        "section_mem_map PMOE base own, usage boot (reserved), map 1111, memmap 1111",
        section.toString());
    assertEquals(Memmap.allBoot(4), section.memmap());
    assertEquals(Owners.none(4), section.owners(), "owners are the callers' to keep");
  }

  @ParameterizedTest
  @CsvSource({"1000", "0110", "0001"})
  void theMemmapIsTheWholeSectionsWhateverPartIsThere(String ram) {
    Section section = History.boot("v6.12", ram).section();
    assertEquals(
        "section_mem_map PMOE base own, usage boot (reserved), map %s, memmap 1111".formatted(ram),
        section.toString());
    assertEquals("1111", Mmzone.pfn_valid(section).toString());
    assertEquals(ram, Mmzone.pfn_section_valid(section).toString());
    assertTrue(Mmzone.valid_section(section).isTrue());
    assertTrue(Mmzone.early_section(section).isTrue());
  }

  @Test
  void anAddedSectionIsValidWhereItsBitsAre() {
    Section section = History.boot("v6.12", "0000").add("0110").section();
    assertEquals("0110", Mmzone.pfn_valid(section).toString());
    assertTrue(Mmzone.early_section(section).isFalse());
    assertEquals("0000", Mmzone.pfn_valid(History.boot("v6.12", "0000").section()).toString());
  }
}
