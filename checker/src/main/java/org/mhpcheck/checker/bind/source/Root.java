package org.mhpcheck.checker.bind.source;

import java.util.List;
import java.util.stream.Stream;
import org.mhpcheck.checker.bind.tool.Configuration;

/**
 * A function that a slice is made for.
 *
 * @param name what we call it
 * @param names what trees call it
 * @param expectedIn where it is looked for, in words
 */
record Root(String name, List<String> names, Form form, String expectedIn) {
  /** What it may be. */
  enum Form {
    FUNCTION,
    FUNCTION_OR_MACRO,
    /** Not all trees have it. */
    FUNCTION_OR_NOTHING
  }

  private static final String SPARSE = "mm/sparse.c or mm/sparse-vmemmap.c";
  private static final String MMZONE = "include/linux/mmzone.h";
  private static final String HOTPLUG = "mm/memory_hotplug.c";

  /** Of devices, which are there with VMEMMAP only. */
  private static final Root TAINT =
      new Root(
          "section_taint_zone_device",
          List.of("section_taint_zone_device"),
          Form.FUNCTION_OR_NOTHING,
          HOTPLUG);

  /** What pfn_to_page() asks without VMEMMAP, and sizes that nothing else mentions then. */
  private static final List<Root> OF_CLASSIC =
      List.of(
          of("__section_mem_map_addr", MMZONE),
          size("SUBSECTIONS_PER_SECTION"),
          size("PAGES_PER_SUBSECTION"));

  private static final Root ONLINE_PAGE =
      new Root(
          "pfn_to_online_page",
          List.of("pfn_to_online_page"),
          Form.FUNCTION_OR_MACRO, // up to v5.11
          HOTPLUG + " or include/linux/memory_hotplug.h");

  /** What the harness drives, and what it must not lack. */
  static final List<Root> ALL =
      List.of(
          of("memory_present", SPARSE),
          of("sparse_init_nid", SPARSE),
          of("sparse_init", SPARSE),
          new Root(
              "subsection_map_init",
              List.of("subsection_map_init", "sparse_init_subsection_map"),
              Form.FUNCTION,
              SPARSE),
          of("sparse_index_init", SPARSE),
          of("section_activate", SPARSE),
          of("section_deactivate", SPARSE),
          of("sparse_add_section", SPARSE),
          of("sparse_remove_section", SPARSE),
          of("sparse_init_one_section", SPARSE + " or mm/internal.h"),
          of("mem_section_usage_size", SPARSE),
          of("__populate_section_memmap", SPARSE),
          of("__add_pages", HOTPLUG),
          of("__remove_pages", HOTPLUG),
          // Up to v6.5 it is this that asks whether a section is valid.
          new Root(
              "__remove_section", List.of("__remove_section"), Form.FUNCTION_OR_NOTHING, HOTPLUG),
          of("online_mem_sections", SPARSE),
          of("offline_mem_sections", SPARSE),
          TAINT,
          ONLINE_PAGE,
          of("pfn_valid", MMZONE));

  /** The same of a kernel so configured. */
  static List<Root> all(Configuration configuration) {
    return configuration == Configuration.VMEMMAP
        ? ALL
        : Stream.concat(ALL.stream().filter(r -> !r.equals(TAINT)), OF_CLASSIC.stream()).toList();
  }

  private static Root size(String name) {
    return new Root(name, List.of(name), Form.FUNCTION_OR_MACRO, MMZONE);
  }

  /** What is driven where zones and spans are asked about; both are there since v5.5. */
  static final List<Root> SPANS =
      List.of(
          of("move_pfn_range_to_zone", HOTPLUG),
          of("remove_pfn_range_from_zone", HOTPLUG),
          TAINT,
          ONLINE_PAGE);

  /**
   * What is driven where boot places usages, and what it must not lack; all of it is there from
   * v5.14 to v7.0.
   */
  static final List<Root> PLACEMENTS =
      List.of(
          of("sparse_init", SPARSE),
          of("sparse_early_usemaps_alloc_pgdat_section", SPARSE),
          of("check_usemap_section_nr", SPARSE),
          of("sparse_early_nid", SPARSE),
          of("register_page_bootmem_info_section", "mm/bootmem_info.c"));

  static Root of(String name, String expectedIn) {
    return new Root(name, List.of(name), Form.FUNCTION, expectedIn);
  }
}
