package org.mhpcheck.checker.bind.source;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.mhpcheck.checker.bind.source.Item.Kind;

/**
 * A fault put into the real code of one function: every match of a pattern replaced.
 *
 * @param pattern a regular expression
 */
public record KernelMutant(String function, String pattern, String replacement) {

  /** Each is a statement left out, a test turned round, or one value for another. */
  public static final List<KernelMutant> OF_SECTIONS =
      List.of(
          new KernelMutant("section_deactivate", "kfree_rcu\\([^;]*;", ";"),
          new KernelMutant("section_deactivate", "!PageReserved", "PageReserved"),
          new KernelMutant("section_deactivate", "&= ~SECTION_HAS_MEM_MAP", "|= 0"),
          new KernelMutant("section_deactivate", "section_mem_map = [^;]*;", "usage = ms->usage;"),
          new KernelMutant("section_deactivate", "free_map_bootmem\\([^;]*;", ";"),
          new KernelMutant("section_activate", "&& early_section\\(ms\\)", ""),
          new KernelMutant("section_activate", "section_deactivate\\([^;]*;", ";"),
          new KernelMutant("section_activate", "kzalloc", "kmalloc"),
          new KernelMutant("fill_subsection_map", "bitmap_intersects", "!bitmap_intersects"),
          new KernelMutant("clear_subsection_map", "bitmap_xor", "bitmap_or"),
          new KernelMutant("subsection_mask_set", "\\+ 1", ""),
          new KernelMutant("sparse_add_section", "__section_mark_present\\([^;]*;", ";"),
          new KernelMutant("sparse_init_nid", "SECTION_IS_EARLY", "0"),
          new KernelMutant("sparse_init_one_section", "&= ~SECTION_MAP_MASK", "= 0"),
          new KernelMutant("sparse_encode_early_nid", "SECTION_NID_SHIFT", "3"),
          new KernelMutant("online_mem_sections", "SECTION_IS_ONLINE", "SECTION_TAINT_ZONE_DEVICE"),
          new KernelMutant(
              "offline_mem_sections", "section_mem_map &= [^;]*;", "usage = ms->usage;"),
          new KernelMutant("section_taint_zone_device", "SECTION_TAINT_ZONE_DEVICE", "0"),
          new KernelMutant("pfn_valid", "early_section\\(ms\\)", "0"),
          new KernelMutant("__remove_pages", "check_pfn_span\\(", "!check_pfn_span("),
          new KernelMutant("depopulate_section_memmap", "altmap\\);", "NULL);"),
          new KernelMutant("section_activate", "nr_pages, nid, altmap", "nr_pages, nid, NULL"));

  /** In what boots all sections at once. */
  public static final List<KernelMutant> OF_BOOTS =
      List.of(
          new KernelMutant("sparse_init_nid", "pnum_begin = pnum;", ";"),
          new KernelMutant("sparse_init_nid", "section_mem_map = 0;", "usage = ms->usage;"),
          new KernelMutant("sparse_init_nid", "pnum >= pnum_end", "0"),
          new KernelMutant(
              "sparse_init_nid", "\\(void \\*\\) ?usage \\+ mem_section_usage_size\\(\\)", "usage"),
          new KernelMutant("sparse_init", "map_count\\+\\+;", ";"),
          new KernelMutant("sparse_init", "nid == nid_begin", "1"));

  /** In what is asked of a section at rest. */
  public static final List<KernelMutant> OF_ONLINE_PAGES =
      List.of(
          new KernelMutant("pfn_to_online_page", "!online_section\\(ms\\)", "0"),
          new KernelMutant("pfn_to_online_page", "!pfn_section_valid\\(ms, pfn\\)", "0"),
          new KernelMutant("pfn_to_online_page", "!online_device_section\\(ms\\)", "1"),
          new KernelMutant("pfn_to_online_page", "if \\(pgmap\\)", "if (!pgmap)"),
          new KernelMutant(
              "pfn_to_online_page", "return pfn_to_page\\(pfn\\)", "return pfn_to_page(0)"),
          new KernelMutant("online_device_section", "== flags", "!= 0"));

  /** Of what is counted; of kernels that do count (v6.11 on). */
  public static final List<KernelMutant> OF_COUNTS =
      List.of(
          new KernelMutant("sparse_init_nid", "memmap_boot_pages_add\\([^;]*;", ";"),
          new KernelMutant("populate_section_memmap", "memmap_pages_add\\([^;]*;", ";"),
          new KernelMutant("depopulate_section_memmap", "memmap_pages_add\\([^;]*;", ";"),
          new KernelMutant(
              "depopulate_section_memmap", "memmap_pages_add\\(-", "memmap_pages_add("),
          new KernelMutant("free_map_bootmem", "memmap_boot_pages_add", "memmap_pages_add"),
          new KernelMutant("free_map_bootmem", "PAGES_PER_SECTION,", "PAGES_PER_SUBSECTION,"));

  /**
   * In what grows and shrinks spans. That resize_zone_range() asks whether the zone is empty
   * changes nothing: init_currently_empty_zone() has set its start then.
   */
  public static final List<KernelMutant> OF_SPANS =
      List.of(
          new KernelMutant("resize_zone_range", "start_pfn < zone->zone_start_pfn", "0"),
          new KernelMutant("resize_pgdat_range", "max\\(", "min("),
          new KernelMutant(
              "find_smallest_section_pfn", "!pfn_to_online_page", "pfn_to_online_page"),
          new KernelMutant("find_smallest_section_pfn", "zone != page_zone", "zone == page_zone"),
          new KernelMutant("find_biggest_section_pfn", "end_pfn - 1", "end_pfn"),
          new KernelMutant(
              "find_biggest_section_pfn",
              "pfn -= PAGES_PER_SUBSECTION",
              "pfn -= PAGES_PER_SECTION"),
          new KernelMutant(
              "find_biggest_section_pfn", "unlikely\\(!pfn_to_online_page\\(pfn\\)\\)", "0"),
          new KernelMutant("shrink_zone_span", "zone_end_pfn\\(zone\\) == end_pfn", "0"),
          new KernelMutant("shrink_zone_span", "zone->zone_start_pfn = pfn;", ";"),
          new KernelMutant("update_pgdat_span", "if \\(!zone->spanned_pages\\)", "if (0)"),
          new KernelMutant("update_pgdat_span", "end_pfn > node_end_pfn", "end_pfn < node_end_pfn"),
          new KernelMutant("remove_pfn_range_from_zone", "zone_is_zone_device\\(zone\\)", "0"),
          new KernelMutant("remove_pfn_range_from_zone", "update_pgdat_span\\([^;]*;", ";"),
          new KernelMutant("remove_pfn_range_from_zone", "page_init_poison\\([^;]*;", ";"),
          new KernelMutant("move_pfn_range_to_zone", "resize_pgdat_range\\([^;]*;", ";"),
          new KernelMutant("move_pfn_range_to_zone", "memmap_init_range\\([^;]*;", ";"));

  /**
   * In what places usages at boot, and tells and counts of it. Which number stands for no section
   * in what was told of last changes nothing, as long as no pgdat's section has it.
   */
  public static final List<KernelMutant> OF_PLACEMENTS =
      List.of(
          new KernelMutant(
              "sparse_init_nid", "mem_section_usage_size\\(\\) \\*", "usemap_size() *"),
          new KernelMutant(
              "sparse_init_nid",
              "\\(void \\*\\) ?usage \\+ mem_section_usage_size\\(\\)",
              "(void *)usage + usemap_size()"),
          new KernelMutant("sparse_init_nid", "check_usemap_section_nr\\([^;]*;", ";"),
          new KernelMutant(
              "sparse_early_usemaps_alloc_pgdat_section", "if \\(!usage && limit\\)", "if (0)"),
          new KernelMutant(
              "sparse_early_usemaps_alloc_pgdat_section",
              "limit = (0|MEMBLOCK_ALLOC_ACCESSIBLE);",
              "goal = limit = 0;"),
          new KernelMutant(
              "sparse_early_usemaps_alloc_pgdat_section", "goal \\+ \\(1UL", "goal + (2UL"),
          new KernelMutant(
              "sparse_early_usemaps_alloc_pgdat_section",
              "early_pfn_to_nid\\([^;]*;",
              "pgdat->node_id;"),
          new KernelMutant("check_usemap_section_nr", "if \\(!old_usemap_snr\\)", "if (0)"),
          new KernelMutant("check_usemap_section_nr", "usemap_snr == pgdat_snr\\)", "0)"),
          new KernelMutant("check_usemap_section_nr", "old_usemap_snr = usemap_snr;", ";"),
          new KernelMutant("check_usemap_section_nr", "&& old_pgdat_snr == pgdat_snr", ""),
          new KernelMutant("check_usemap_section_nr", "usemap_nid != nid", "usemap_nid == nid"),
          new KernelMutant(
              "check_usemap_section_nr",
              "usemap_nid = sparse_early_nid[^;]*;",
              "usemap_nid = nid;"),
          new KernelMutant("sparse_early_nid", "SECTION_NID_SHIFT", "3"),
          new KernelMutant("register_page_bootmem_info_section", "i < mapsize", "i <= mapsize"),
          new KernelMutant(
              "register_page_bootmem_info_section", "MIX_SECTION_INFO", "SECTION_INFO"),
          new KernelMutant(
              "register_page_bootmem_info_section", "page = virt_to_page\\([^;]*;", "page = NULL;"),
          new KernelMutant(
              "register_page_bootmem_info_section", "register_page_bootmem_memmap\\([^;]*;", ";"));

  /** In the loops, which one section does not show. */
  public static final List<KernelMutant> OF_LOOPS =
      List.of(
          new KernelMutant("__add_pages", "if \\(err\\)", "if (0)"),
          new KernelMutant("__add_pages", "cur_nr_pages, altmap", "cur_nr_pages, NULL"),
          new KernelMutant("__add_pages", "return err;", "return 0;"),
          new KernelMutant("__add_pages", "SECTION_ALIGN_UP\\(pfn \\+ 1\\)", "end_pfn"),
          new KernelMutant("__remove_pages", "pfn \\+= cur_nr_pages", "pfn += nr_pages"));

  /**
   * A copy of the tree with the fault in it.
   *
   * @param scratch a directory that is there, for the copy and what it takes to make it
   */
  public KernelTree plant(KernelTree tree, Path scratch) throws IOException {
    KernelSource source = KernelSource.of(tree, Files.createDirectory(scratch.resolve("own")));
    return plant(tree, source, scratch.resolve("copy"));
  }

  /** The same, of a tree that is sliced already. */
  public KernelTree plant(KernelTree tree, KernelSource source, Path directory) throws IOException {
    for (String file : source.provenance().files().keySet()) {
      write(directory, file, tree.read(file).orElseThrow());
    }
    Item item =
        source.slice().items().stream()
            .filter(i -> i.kind() == Kind.FUNCTION && i.names().contains(function))
            .findFirst()
            .orElseThrow();
    String mutated = item.text().replaceAll(pattern, replacement);
    assertNotEquals(item.text(), mutated, this + " matches nothing");
    String text = tree.read(item.file()).orElseThrow();
    assertTrue(text.contains(item.text()), "not found again: " + function);
    write(directory, item.file(), text.replace(item.text(), mutated));
    return new KernelTree(directory);
  }

  private static void write(Path directory, String file, String text) throws IOException {
    Path path = directory.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text, StandardCharsets.ISO_8859_1);
  }

  /**
   * Those of {@code mutants} that are not noticed in a tree. Each has to be compiled, so that it is
   * done on as many threads as can be.
   *
   * @param scratch a directory for the mutated trees
   */
  public static List<KernelMutant> survivors(
      List<KernelMutant> mutants,
      KernelTree tree,
      KernelSource source,
      Path scratch,
      Predicate<KernelTree> isNotNoticed) {
    return mutants.parallelStream()
        .filter(mutant -> isNotNoticed.test(mutant.planted(tree, source, scratch)))
        .toList();
  }

  private KernelTree planted(KernelTree tree, KernelSource source, Path scratch) {
    try {
      return plant(tree, source, Files.createTempDirectory(scratch, "a mutant "));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
