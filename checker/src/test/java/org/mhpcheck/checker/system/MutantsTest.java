package org.mhpcheck.checker.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mhpcheck.checker.Worlds;
import org.mhpcheck.checker.explore.Exploration;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Mutant;
import org.mhpcheck.model.kernel.Site;
import org.mhpcheck.model.question.Question;

/** Stores left out of v6.12, of which nothing is violated as it is. */
class MutantsTest {
  private static final Design DESIGN = Design.parse("v6.12");

  private static final Question.Explore WORLD = Worlds.direct(1, 4, true);

  private static Exploration explore(Optional<Mutant> mutant, Property... properties) {
    Kernel kernel = new ModelledKernel(DESIGN, mutant);
    return Worlds.explore(kernel, WORLD, properties);
  }

  /** All that is asked there, but for what v6.12 is known to break. */
  private static Property[] all() {
    return Worlds.ofTraces().stream()
        .filter(p -> WORLD.notApplicable(p).isEmpty())
        .filter(p -> !Worlds.BROKEN_BY_SECTIONS_OF_V6_12.contains(p.name()))
        .toArray(Property[]::new);
  }

  @ParameterizedTest
  @CsvSource({
    "section_activate,          usage,           usage-reached-only-while-live",
    "fill_subsection_map,       subsection_map,  map-not-empty-when-valid",
    "populate_section_memmap,   memmap,          pfn-valid-has-memmap",
    "sparse_init_one_section,   section_mem_map, map-empty-when-invalid",
    "clear_subsection_map,      subsection_map,  map-empty-when-invalid",
    "section_deactivate,        section_mem_map, usage-present-when-valid",
    "section_deactivate,        usage,           invalid-section-keeps-only-boot-usage",
    "free_map_bootmem,          memmap,          no-memmap-when-invalid",
    "depopulate_section_memmap, memmap,          memmap-only-where-mapped",
    "sparse_init_nid,           memmap,          early-memmap-whole",
    "subsection_map_init,       subsection_map,  map-not-empty-when-valid",
  })
  void isFound(String function, String field, String property) {
    Mutant mutant = new Mutant(new Site(function, field));
    assertEquals(
        Set.of(0), explore(Optional.of(mutant), Worlds.property(property)).violations().keySet());
  }

  @Test
  void withoutAnyThereIsNothingToFind() {
    assertTrue(explore(Mutant.NONE, all()).violations().isEmpty());
  }

  /**
   * What is asked of direct calls does not speak of SECTION_MARKED_PRESENT, ONLINE, TAINT or boot's
   * pageblock flags: stores of no more are not missed.
   */
  @Test
  void whatStoresOnlyThoseFlagsMayEscape() {
    Set<String> escaped = new TreeSet<>();
    Set<Site> sites = new LinkedHashSet<>(new ModelledKernel(DESIGN).code().stores());
    for (Site site : sites) {
      if (explore(Optional.of(new Mutant(site)), all()).violations().isEmpty()) {
        escaped.add(site.toString());
      }
    }
    assertEquals(
        Set.of(
            "memmap_init.pageblock_flags",
            "memory_present.section_mem_map",
            "offline_mem_sections.section_mem_map",
            "online_mem_sections.section_mem_map",
            "section_mark_present.section_mem_map",
            "section_taint_zone_device.section_mem_map"),
        escaped);
    assertTrue(sites.size() >= 10);
  }
}
