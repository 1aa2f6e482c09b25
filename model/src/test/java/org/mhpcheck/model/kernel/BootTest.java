package org.mhpcheck.model.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mhpcheck.model.design.Release;
import org.mhpcheck.model.state.Memmap;
import org.mhpcheck.model.state.Owners;
import org.mhpcheck.model.state.Section;

/** What boot makes of a section: since v5.3 alike in every release. */
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
        "section_mem_map PMO%s base own, usage boot (reserved) (flags set), map 1111, memmap 1111"
            .formatted(release == Release.V5_2 ? "-" : "E"),
        section.toString());
    assertEquals(Memmap.allBoot(4), section.memmap());
    assertEquals(Owners.none(4), section.owners(), "owners are the callers' to keep");
  }

  @ParameterizedTest
  @CsvSource({"1000", "0110", "0001"})
  void theMemmapIsTheWholeSectionsWhateverPartIsThere(String ram) {
    Section section = History.boot("v6.12", ram).section();
    assertEquals(
        "section_mem_map PMOE base own, usage boot (reserved) (flags set), map %s, memmap 1111"
            .formatted(ram),
        section.toString());
    assertEquals("1111", Mmzone.pfn_valid(section).toString());
    assertEquals(ram, Mmzone.pfn_section_valid(section).toString());
    assertTrue(Mmzone.valid_section(section).isTrue());
    assertTrue(Mmzone.early_section(section).isTrue());
  }

  /**
   * B17: until v5.13 the id began at bit 3, which is EARLY, set of every boot section anyway; and
   * at bit 4, which is TAINT from v5.12 on, lies what says node 2 or 3.
   */
  @ParameterizedTest
  @CsvSource({
    "v5.2,   PMO-, PMO-, PMO-, PMO-, PMO-",
    "v5.3,   PMOE, PMOE, PMOE, PMOE, PMOE",
    "v5.11,  PMOE, PMOE, PMOE, PMOE, PMOE",
    "v5.12,  PMOE, PMOE, PMOET, PMOET, PMOE",
    "v5.13,  PMOE, PMOE, PMOET, PMOET, PMOE",
    "v5.13+01c8d337d195, PMOE, PMOE, PMOE, PMOE, PMOE",
    "v5.14,  PMOE, PMOE, PMOE, PMOE, PMOE",
    "v5.14-01c8d337d195, PMOE, PMOE, PMOET, PMOET, PMOE",
    "v7.2,   PMOE, PMOE, PMOE, PMOE, PMOE"
  })
  void whatTheNodeIdLeavesInTheFlags(
      String design, String node0, String node1, String node2, String node3, String node4) {
    List<String> expected = List.of(node0, node1, node2, node3, node4);
    for (int node = 0; node < expected.size(); node++) {
      assertEquals(expected.get(node) + " base own", History.boot(design, "1000", node).word());
    }
    assertEquals(Section.absent(4), History.boot(design, "0000", 3).section());
    assertEquals(
        History.boot(design, "1000", 3).section(), History.boot(design, "1000", 1023).section());
  }

  @Test
  void anAddedSectionIsValidWhereItsBitsAre() {
    Section section = History.boot("v6.12", "0000").add("0110").section();
    assertEquals("0110", Mmzone.pfn_valid(section).toString());
    assertTrue(Mmzone.early_section(section).isFalse());
    assertEquals("0000", Mmzone.pfn_valid(History.boot("v6.12", "0000").section()).toString());
  }
}
