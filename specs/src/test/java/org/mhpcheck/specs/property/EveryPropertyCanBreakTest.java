package org.mhpcheck.specs.property;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Mutant;
import org.mhpcheck.model.kernel.Site;

/**
 * A property that nothing can break says nothing: which fault planted in v7.2 breaks which, and
 * which bug of history, within a few steps on one section. Those of callers have a test of their
 * own.
 */
class EveryPropertyCanBreakTest {
  private static final String SOUND = "v7.2";

  /** L12: broken in every design, by fewer steps than any fault takes. */
  private static final String UNMENDED = "added-section-has-clear-flags";

  /** A design for each bug of history that the model can show. */
  private static final List<String> HISTORY =
      List.of(
          "v5.3-b03-early-read-late",
          "v5.4",
          "v5.5",
          "v5.6-b943f045a9af",
          "v5.8",
          "v6.11",
          "v6.12");

  /** After the site or design, the fewest steps from boot: 0 if boot itself is wrong already. */
  private static final String KILLED_BY =
      """
      no-memory-corruption:
        memmap_init_reserved_pages.usage page 1
        section_activate.usage 1
        section_deactivate.usage 2
        v5.3-b03-early-read-late 2
        v5.4 2
        v5.5 2
        v5.6-b943f045a9af 2
      boot-usage-never-freed:
        memmap_init_reserved_pages.usage page 1
        v5.3-b03-early-read-late 2
        v5.4 2
      boot-usage-is-reserved:
        memmap_init_reserved_pages.usage page 0
      usage-present-when-valid:
        sparse_init_one_section.usage 0
        section_deactivate.section_mem_map 2
      usage-reached-only-while-live:
        section_activate.usage 1
        section_deactivate.usage 2
        v5.6-b943f045a9af 2
      map-empty-when-invalid:
        sparse_init_one_section.section_mem_map 0
        clear_subsection_map.subsection_map 1
      map-not-empty-when-valid:
        sparse_init_one_section.usage 0
        subsection_map_init.subsection_map 0
        fill_subsection_map.subsection_map 1
        section_deactivate.section_mem_map 1
      invalid-section-is-reset:
        sparse_init_one_section.section_mem_map 0
        v5.3-b03-early-read-late 1
        v5.4 1
        v5.5 1
      invalid-section-keeps-only-boot-usage:
        sparse_init_one_section.section_mem_map 1
        fill_subsection_map.subsection_map 1
        clear_subsection_map.subsection_map 1
        section_deactivate.usage 1
      emptied-section-is-reset:
        section_deactivate.section_mem_map 1
        v5.3-b03-early-read-late 1
        v5.4 1
        v5.5 1
      map-backed-by-memmap:
        sparse_init_nid.memmap 0
        populate_section_memmap.memmap 1
        clear_subsection_map.subsection_map 1
        section_deactivate.section_mem_map 2
        v5.3-b03-early-read-late 2
        v5.4 2
        v5.5 2
        v5.6-b943f045a9af 2
        v5.8 2
      pfn-valid-has-memmap:
        sparse_init_nid.memmap 0
        populate_section_memmap.memmap 1
        clear_subsection_map.subsection_map 2
        section_deactivate.section_mem_map 1
        v5.3-b03-early-read-late 1
        v5.4 1
        v5.5 1
        v5.6-b943f045a9af 1
        v5.8 1
      early-memmap-whole:
        sparse_init_nid.memmap 0
        section_deactivate.section_mem_map 1
        v5.3-b03-early-read-late 1
        v5.4 1
        v5.5 1
        v5.6-b943f045a9af 1
        v5.8 1
      early-memmap-from-boot:
        section_deactivate.section_mem_map 2
      boot-memmap-known-as-such:
        sparse_init_one_section.section_mem_map 0
        free_map_bootmem.memmap 1
        v5.3-b03-early-read-late 1
      no-unreferenced-memory:
        sparse_init_one_section.section_mem_map 1
        section_activate.usage 1
        fill_subsection_map.subsection_map 1
        free_map_bootmem.memmap 1
        depopulate_section_memmap.memmap 1
        v5.3-b03-early-read-late 1
        v5.4 2
        v5.5 2
      no-memmap-when-invalid:
        sparse_init_one_section.section_mem_map 0
        fill_subsection_map.subsection_map 1
        free_map_bootmem.memmap 1
        depopulate_section_memmap.memmap 1
        v5.3-b03-early-read-late 1
      memmap-only-where-mapped:
        fill_subsection_map.subsection_map 1
        free_map_bootmem.memmap 2
        depopulate_section_memmap.memmap 2
        v5.3-b03-early-read-late 2
      memmap-decodes-to-own-section:
        v5.3-b03-early-read-late 1
        v5.4 1
        v5.5 1
      memmap-count-follows-memmap:
        sparse_init_nid.memmap 1
        sparse_init_one_section.section_mem_map 1
        sparse_init_one_section.usage 1
        subsection_map_init.subsection_map 1
        section_activate.usage 1
        fill_subsection_map.subsection_map 1
        populate_section_memmap.memmap 1
        clear_subsection_map.subsection_map 3
        section_deactivate.section_mem_map 2
        free_map_bootmem.memmap 1
        depopulate_section_memmap.memmap 1
        v6.11 1
        v6.12 1
      failed-step-changes-nothing:
        sparse_init_one_section.section_mem_map 1
        sparse_init_one_section.usage 1
        subsection_map_init.subsection_map 1
        section_activate.usage 1
        fill_subsection_map.subsection_map 1
        clear_subsection_map.subsection_map 1
        section_deactivate.usage 1
        free_map_bootmem.memmap 2
        depopulate_section_memmap.memmap 1
        v5.3-b03-early-read-late 1
        v5.4 1
        v5.5 1
      """;

  @Test
  void eachIsBrokenByAFaultOrABugOfHistory() {
    assertEquals(KILLED_BY, table(byProperty()));
  }

  /** Of each test that v7.2 comes to, forced true and forced false: what nothing notices. */
  @Test
  void theseForcedTestsBreakNoProperty() {
    List<String> survivors = new ArrayList<>();
    for (Mutant mutant : forcedTests()) {
      if (broken(mutant).isEmpty()) {
        survivors.add(mutant.toString());
      }
    }
    assertEquals(
        List.of(
            // A range is never empty.
            "fill_subsection_map.if 1 false",
            // Nothing is ever added, and no property asks that something be.
            "fill_subsection_map.if 2 true",
            // A whole range never comes to an early section: some bit of it is set.
            "section_activate.if 2 false",
            // Only with an inaccessible altmap is anything written that must not be.
            "sparse_add_section.if 1 true",
            "sparse_add_section.if 1 false",
            // Both ways are the section's own memmap since v5.6.
            "sparse_add_section.if 2 true",
            "sparse_add_section.if 2 false",
            // Without a usage the map is empty, and the next test says the same.
            "clear_subsection_map.if 1 false",
            // A section's memmap is its own since v5.6, and so not NULL.
            "section_deactivate.if 4 true",
            "free_map_bootmem.if 1 true",
            // What is not valid has no bits, and clear_subsection_map() says so.
            "sparse_remove_section.if 1 true",
            // Nothing is ever removed, and no property asks that something be.
            "sparse_remove_section.if 1 false"),
        survivors);
  }

  @Test
  void noPropertyIsLeft() {
    Set<String> unbroken = new TreeSet<>(ofSections());
    unbroken.remove(UNMENDED);
    byProperty().forEach((name, by) -> unbroken.removeIf(n -> n.equals(name) && !by.isEmpty()));
    for (Mutant mutant : forcedTests()) {
      unbroken.removeAll(broken(mutant).keySet());
    }
    assertEquals(Set.of(), unbroken);
  }

  private static List<Mutant> forcedTests() {
    return new ModelledKernel(Design.parse(SOUND))
        .code().tests().stream()
            .flatMap(
                test ->
                    Stream.of(
                        new Mutant(test, Mutant.Way.TRUE), new Mutant(test, Mutant.Way.FALSE)))
            .toList();
  }

  /** What the catalogue is blind to. */
  @Test
  void theseFaultsBreakNoProperty() {
    List<String> survivors = new ArrayList<>();
    for (Site site : sites()) {
      if (broken(new Mutant(site)).isEmpty()) {
        survivors.add(site.toString());
      }
    }
    assertEquals(
        List.of(
            // No property asks for ONLINE or for SECTION_MARKED_PRESENT.
            "memory_present.section_mem_map",
            "section_mark_present.section_mem_map",
            // Nor for what pageblock flags hold.
            "memmap_init.pageblock_flags",
            // These sequences neither online nor offline, and no device is in them.
            "online_mem_sections.section_mem_map",
            "offline_mem_sections.section_mem_map",
            "section_taint_zone_device.section_mem_map"),
        survivors);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v5.9", "v5.12", "v6.1", "v6.8", "v6.10", SOUND})
  void withoutAFaultTheOthersHoldAndNoneIsVacuous(String design) {
    ShortSequences sequences = ShortSequences.of(design);
    assertEquals(Map.of(UNMENDED, 2), sequences.broken());
    assertEquals(ofSections().stream().sorted().toList(), List.copyOf(sequences.met()));
    assertEquals(47, sequences.sections().size());
  }

  private static Map<String, List<String>> byProperty() {
    Map<String, List<String>> killers = new LinkedHashMap<>();
    ofSections().forEach(name -> killers.put(name, new ArrayList<>()));
    for (Site site : sites()) {
      broken(new Mutant(site)).forEach((name, depth) -> killers.get(name).add(site + " " + depth));
    }
    for (String design : HISTORY) {
      without(UNMENDED, ShortSequences.of(design).broken())
          .forEach((name, depth) -> killers.get(name).add(design + " " + depth));
    }
    return killers;
  }

  private static String table(Map<String, List<String>> killers) {
    StringBuilder table = new StringBuilder();
    killers.forEach(
        (name, by) ->
            table.append(by.isEmpty() ? "" : name + ":\n  " + String.join("\n  ", by) + "\n"));
    return table.toString();
  }

  private static List<Site> sites() {
    return List.copyOf(new ModelledKernel(Design.parse(SOUND)).code().stores());
  }

  /** What a fault breaks that is not broken without it. */
  private static Map<String, Integer> broken(Mutant mutant) {
    return without(UNMENDED, ShortSequences.of(SOUND, Optional.of(mutant)).broken());
  }

  private static Map<String, Integer> without(String name, Map<String, Integer> broken) {
    Map<String, Integer> others = new LinkedHashMap<>(broken);
    others.remove(name);
    return others;
  }

  /** The names of the properties of states and steps, in the catalogue's order. */
  private static List<String> ofSections() {
    return ShortSequences.asked().stream().map(Property::name).toList();
  }
}
