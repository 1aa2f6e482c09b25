package org.mhpcheck.model.design;

import static org.mhpcheck.model.design.Commit.alters;
import static org.mhpcheck.model.design.Commit.code;
import static org.mhpcheck.model.design.Commit.listed;
import static org.mhpcheck.model.design.Commit.memory;
import static org.mhpcheck.model.design.Commit.source;

import java.util.List;
import java.util.Optional;

/**
 * A change to the kernel that a design has or lacks, in order of time.
 *
 * <p>Each is named by its commit hash where that is known, and always by the slug of the bug it
 * mends (or of what it brings). Confidence says how the change was read: {@link Confidence#SOURCE}
 * in a source tree or in the patch itself, {@link Confidence#CODE} in a source tree without the
 * commit that brought it, {@link Confidence#LISTED} by subject and hash only, {@link
 * Confidence#MEMORY} unconfirmed.
 */
public enum Change {
  // ---- the series that brought sub-section hotplug ----

  MEM_SECTION_USAGE(
      "mem-section-usage",
      "mm/sparsemem: introduce struct mem_section_usage",
      source("v5.3", "f1eca35a0dc7"),
      alters("struct mem_section_usage", "sparse_add_one_section", "free_section_usage")),
  SECTION_IS_EARLY(
      "section-is-early",
      "mm/sparsemem: introduce a SECTION_IS_EARLY flag",
      source("v5.3", "326e1b8f83a4"),
      alters("sparse_init_one_section", "free_section_usage"),
      MEM_SECTION_USAGE),
  MAP_AT_BOOT(
      "map-at-boot",
      "mm/sparsemem: add helpers track active portions of a section at boot",
      source("v5.3", "f46edbd1b151"),
      alters("subsection_map_init", "pfn_section_valid", "pfn_valid"),
      SECTION_IS_EARLY),
  SPAN_SHRINKS_BY_SUBSECTION(
      "span-shrinks-by-subsection",
      "mm/hotplug: prepare shrink_{zone, pgdat}_span for sub-section removal",
      memory("v5.3", "49ba3c6b37b3"),
      alters("shrink_zone_span", "shrink_pgdat_span"),
      MAP_AT_BOOT),
  POPULATE_SECTION_MEMMAP(
      "populate-section-memmap",
      "mm/sparsemem: convert kmalloc_section_memmap() to populate_section_memmap()",
      source("v5.3", "e9c0a3f05477"),
      alters("populate_section_memmap", "depopulate_section_memmap")),
  DEV_ZONE_NOT_ASKED(
      "dev-zone-not-asked",
      "mm/hotplug: kill is_dev_zone() usage in __remove_pages()",
      listed("v5.3", "96da43500009"),
      alters("__remove_pages")),
  IS_DEV_ZONE_GONE(
      "is-dev-zone-gone",
      "mm: kill is_dev_zone() helper",
      listed("v5.3"),
      alters(),
      DEV_ZONE_NOT_ASKED),
  SUBSECTION_RANGES(
      "subsection-ranges",
      "mm/sparsemem: prepare for sub-section ranges",
      source("v5.3", "7ea6216049ff"),
      alters("__add_pages", "__remove_pages", "check_pfn_span"),
      POPULATE_SECTION_MEMMAP),
  /**
   * As posted (v10). The commit that was merged has the mend {@link #EARLY_READ_AT_ENTRY} in it.
   */
  SUBSECTION_HOTPLUG(
      "subsection-hotplug",
      "mm/sparsemem: support sub-section hotplug",
      source("v5.3", "ba72b4c8cf60"),
      alters(
          "section_activate",
          "section_deactivate",
          "sparse_add_section",
          "sparse_remove_section",
          "__add_pages"),
      SECTION_IS_EARLY,
      MAP_AT_BOOT,
      SUBSECTION_RANGES),
  ZONE_DEVICE_DOCUMENTED(
      "zone-device-documented",
      "mm: document ZONE_DEVICE memory-model implications",
      listed("v5.3"),
      alters()),
  SUBSECTION_REMAP(
      "subsection-remap",
      "mm/devm_memremap_pages: enable sub-section remap",
      listed("v5.3"),
      alters("devm_memremap_pages"),
      SUBSECTION_HOTPLUG),
  INFO_BLOCK_ZEROED(
      "info-block-zeroed",
      "libnvdimm/pfn: fix fsdax-mode namespace info-block zero-fields",
      listed("v5.3"),
      alters()),
  PMEM_NOT_PADDED(
      "pmem-not-padded",
      "libnvdimm/pfn: stop padding pmem namespaces to section alignment",
      listed("v5.3"),
      alters(),
      SUBSECTION_REMAP,
      INFO_BLOCK_ZEROED),

  // ---- what came after it ----

  EARLY_READ_AT_ENTRY(
      "b03-early-read-late",
      "mm,sparse: Fix deactivate_section for early sections",
      source("v5.3"),
      alters("section_deactivate"),
      SUBSECTION_HOTPLUG),
  /** Folded into {@link #SPAN_SHRINKS_BY_SUBSECTION} when that was merged. */
  SPAN_SKIPS_REMOVED_RANGE(
      "span-skips-removed-range",
      "mm,memory_hotplug: Fix shrink_{zone,node}_span",
      source("v5.3"),
      alters("shrink_zone_span", "shrink_pgdat_span"),
      SPAN_SHRINKS_BY_SUBSECTION),
  DEVICE_ASKED_BEHIND_ALTMAP(
      "b20-reserve-asked",
      "mm/memunmap: don't access uninitialized memmap in memunmap_pages()",
      source("v5.4", "77e080e7680e"),
      alters("memunmap_pages")),
  NODE_SPAN_OF_ZONES(
      "b21-node-span-of-its-own",
      "mm/memory_hotplug: don't access uninitialized memmaps in shrink_pgdat_span()",
      source("v5.4", "00d6c019b5bc"),
      alters("shrink_pgdat_span", "update_pgdat_span")),
  /** It alters searches that the node's span needed too, until it was made of its zones'. */
  ZONE_SHRINKS_BY_ONLINE_PAGES(
      "b18-search-reads-poison",
      "mm/memory_hotplug: don't access uninitialized memmaps in shrink_zone_span()",
      source("v5.4", "7ce700bf11b5"),
      alters("find_smallest_section_pfn", "find_biggest_section_pfn", "__remove_zone"),
      NODE_SPAN_OF_ZONES),
  EMPTY_ZONES_SKIPPED(
      "b21-node-spans-from-zero",
      "mm/memory_hotplug: fix updating the node span",
      source("v5.4", "656d57119326"),
      alters("update_pgdat_span"),
      NODE_SPAN_OF_ZONES),
  NODE_KEPT_BY_SPAN_AND_BLOCKS(
      "b21-node-offlined-with-memory",
      "mm/memory_hotplug: fix try_offline_node()",
      listed("v5.4", "2c91f8fc6c99"),
      alters("try_offline_node")),
  RESERVED_USAGE_KEPT(
      "b01-readded-early-usage",
      "mm/memory_hotplug: don't free usage map when removing a re-added early section",
      source("v5.5", "8068df3b6037"),
      alters("section_deactivate"),
      SUBSECTION_HOTPLUG),
  ZONE_SHRINKS_AT_OFFLINE(
      "b19-zone-of-poison",
      "mm/memory_hotplug: shrink zones when offlining memory",
      source("v5.5", "feee6b298916"),
      alters("__remove_pages", "remove_pfn_range_from_zone", "offline_pages", "memunmap_pages"),
      ZONE_SHRINKS_BY_ONLINE_PAGES),
  MEMMAP_POISONED_WITH_ZONE(
      "memmap-poisoned-with-zone",
      "mm/memory_hotplug: poison memmap in remove_pfn_range_from_zone()",
      listed("v5.6", "d33695b16a9f"),
      alters("remove_pfn_range_from_zone"),
      ZONE_SHRINKS_AT_OFFLINE),
  HOLES_NOT_LOOKED_FOR(
      "holes-not-looked-for",
      "mm/memory_hotplug: don't check for \"all holes\" in shrink_zone_span()",
      source("v5.6"),
      alters("shrink_zone_span"),
      ZONE_SHRINKS_AT_OFFLINE),
  POISONED_BY_MEMMAP(
      "b07-poisoned-by-pfn",
      "mm/sparsemem: pfn_to_page is not valid yet on SPARSEMEM",
      source("v5.6"),
      alters("sparse_add_section"),
      SUBSECTION_HOTPLUG),
  MEMMAP_OF_SECTION_START(
      "b06-memmap-of-linear-address",
      "mm/sparsemem: get address to page struct instead of address to pfn",
      source("v5.6"),
      alters("sparse_add_section"),
      SUBSECTION_HOTPLUG),
  MEM_MAP_RESET_TO_NULL(
      "b08-encoded-null-left",
      "mm/sparse.c: reset section's mem_map when fully deactivated",
      source("v5.6", "1f503443e7df"),
      alters("section_deactivate"),
      SUBSECTION_HOTPLUG),
  RESET_AFTER_DEPOPULATE(
      "b09-reset-before-depopulate",
      "mm/hotplug: fix hot remove failure in SPARSEMEM|!VMEMMAP case",
      source("v5.6", "d41e2f3bd546"),
      alters("section_deactivate"),
      SUBSECTION_HOTPLUG),
  INVALID_BEFORE_DEPOPULATE(
      "b10-valid-without-usage",
      "mm/sparse: fix kernel crash with pfn_section_valid check",
      source("v5.6", "b943f045a9af"),
      alters("section_deactivate"),
      RESET_AFTER_DEPOPULATE),
  MAP_ONLY_IF_VMEMMAP(
      "map-only-if-vmemmap",
      "mm/sparse.c: only use subsection map in VMEMMAP case",
      listed("v5.7"),
      alters("struct mem_section_usage"),
      SUBSECTION_HOTPLUG),
  LINEAR_MAP_REMOVED_ON_ARM64(
      "b36-linear-map-left-on-arm64",
      "arm64/mm: Enable memory hot remove",
      listed("v5.7", "bbd6ec605c0f"),
      alters("arch_add_memory")),
  EARLY_MEMMAP_NEVER_PARTIAL(
      "b11-early-memmap-freed-in-part",
      "mm/sparse: never partially remove memmap for early section",
      source("v5.9", "ef69bc9f689d"),
      alters("section_deactivate"),
      SUBSECTION_HOTPLUG),
  LINEAR_MAP_REMOVED_ON_PPC64(
      "b36-linear-map-left",
      "powerpc/mm: remove linear mapping if __add_pages() fails in arch_add_memory()",
      listed("v5.11", "ca2c36cae9d4"),
      alters("arch_add_memory")),
  ONLINE_PAGE_NEEDS_BIT(
      "b16-hole-found-online",
      "mm: teach pfn_to_online_page() to consider subsection validity",
      listed("v5.12", "9f9b02e5b346"),
      alters("pfn_to_online_page"),
      MAP_AT_BOOT),
  ONLINE_PAGE_ASKS_FOR_DEVICES(
      "b15-device-page-found-online",
      "mm: teach pfn_to_online_page() about ZONE_DEVICE section collisions",
      listed("v5.12", "1f90a3477df3"),
      alters("pfn_to_online_page", "move_pfn_range_to_zone"),
      SUBSECTION_HOTPLUG),
  MEMMAP_ON_MEMORY(
      "memmap-on-memory",
      "mm,memory_hotplug: allocate memmap from the added memory range",
      listed("v5.13", "a08a2ae34613"),
      alters("add_memory_resource", "try_remove_memory")),
  NODE_ID_ABOVE_FLAGS(
      "b17-node-id-in-flags",
      "mm/sparse: set SECTION_NID_SHIFT to 6",
      source("v5.14", "01c8d337d195"),
      alters("sparse_encode_early_nid", "sparse_early_nid")),
  PAGEBLOCK_ORDER_LIMITED(
      "b35-pageblock-above-section",
      "mm: enforce pageblock_order < MAX_ORDER",
      listed("v5.18", "b3d40a2b6d10"),
      alters("pageblock_order", "set_pageblock_order")),
  /** Of an id that is above the flags: it begins where they end, however many there are. */
  NODE_ID_BEHIND_LAST_FLAG(
      "node-id-behind-last-flag",
      "mm: memory_hotplug: enumerate all supported section flags",
      code("v6.0"),
      alters("SECTION_NID_SHIFT")),
  ALTMAP_PASSED_ON_ERROR(
      "b22-altmap-lost-on-error",
      "mm/memory_hotplug: fix error handling in add_memory_resource()",
      source("v6.7", "f42ce5f087eb"),
      alters("add_memory_resource"),
      MEMMAP_ON_MEMORY),
  ALTMAP_PER_BLOCK(
      "altmap-per-block",
      "mm/memory_hotplug: split memmap_on_memory requests across memblocks",
      listed("v6.8", "6b8f0798b85a"),
      alters("add_memory_resource", "try_remove_memory"),
      MEMMAP_ON_MEMORY),
  USAGE_FREED_BY_RCU(
      "b12-usage-race",
      "mm/sparsemem: fix race in accessing memory_section->usage",
      source("v6.8", "5ec8e8ea8b77"),
      alters("section_deactivate", "struct mem_section_usage"),
      INVALID_BEFORE_DEPOPULATE),
  INACCESSIBLE_ALTMAP(
      "inaccessible-altmap",
      "mm/memory_hotplug: introduce MEM_PREPARE_ONLINE/MEM_FINISH_OFFLINE notifiers",
      code("v6.8", "c5f1e2d18909"),
      alters("struct vmem_altmap", "sparse_add_section"),
      SUBSECTION_HOTPLUG),
  USAGE_POINTER_CHECKED(
      "b13-usage-null-in-walker",
      "mm: prevent derefencing NULL ptr in pfn_section_valid()",
      source("v6.10", "82f0b6f041fa"),
      alters("pfn_section_valid"),
      MAP_AT_BOOT),
  MEMMAP_COUNTED(
      "memmap-counted",
      "mm: report per-page metadata information",
      listed("v6.11", "15995a352474"),
      alters("populate_section_memmap", "depopulate_section_memmap")),
  /** What moving the code of hot-adding to mm/sparse-vmemmap.c lost: a bug, not a repair. */
  INACCESSIBLE_POISONED(
      "l10-inaccessible-poisoned",
      "the code that hot-adds moved, page_init_poison() asks for no altmap->inaccessible",
      code("v6.12-debian"),
      alters("sparse_add_section"),
      INACCESSIBLE_ALTMAP),
  PARTS_MAPPED_BY_PAGES_ON_ARM64(
      "b29-memmap-shared-on-arm64",
      "arm64: mm: Populate vmemmap at the page level if not section aligned",
      source("v6.14", "d4234d131b0a"),
      alters("vmemmap_populate"),
      SUBSECTION_HOTPLUG),
  /** A section's memmap may be there before sparse_init_nid(), and a flag says so. */
  MEMMAP_MADE_EARLIER(
      "memmap-made-earlier",
      "mm/sparse: allow for alternate vmemmap section init at boot",
      listed("v6.15", "d65917c42373"),
      alters("sparse_init_nid")),
  ISOLATION_IN_PAGEBLOCK_BIT(
      "isolation-in-pageblock-bit",
      "mm/page_isolation: make page isolation a standalone bit",
      listed("v6.17"),
      alters("usemap_size")),
  MEMMAP_COUNTED_BY_ALLOCATOR(
      "memmap-counted-by-allocator",
      "mm: fix accounting of memmap pages",
      source("v6.17", "c3576889d87b"),
      alters("section_activate", "section_deactivate"),
      SUBSECTION_HOTPLUG,
      MEMMAP_COUNTED),
  PREINITED_KEPT_ON_FAILURE(
      "b28-preinited-cleared-on-failure",
      "mm/sparse: fix preinited section_mem_map clobbering on failure path",
      listed("v7.1", "7cf6d940f403"),
      alters("sparse_init_nid"),
      MEMMAP_MADE_EARLIER),
  /** Usages lie where the boot allocator has room on their node, and nobody asks where that is. */
  USAGES_BESIDE_ANYTHING(
      "usages-beside-anything",
      "usages of boot are no longer placed in the section of their node's pgdat",
      code("v7.1"),
      alters("sparse_early_usemaps_alloc_pgdat_section", "check_usemap_section_nr")),
  MEMMAP_BY_PFN(
      "memmap-by-pfn",
      "memmap base from the pfn instead of decoding section_mem_map",
      code("v7.1"),
      alters("section_deactivate"),
      SUBSECTION_HOTPLUG),
  ONLINE_UNCHECKED(
      "online-unchecked",
      "online_mem_sections() and offline_mem_sections() ask of no section whether it is valid",
      code("v7.1"),
      alters("online_mem_sections", "offline_mem_sections")),
  /** Takes away what {@link #INACCESSIBLE_ALTMAP} brought. */
  NO_INACCESSIBLE_ALTMAP(
      "no-inaccessible-altmap",
      "MEM_PREPARE_ONLINE is gone, and with it altmap->inaccessible",
      code("v7.1"),
      alters("struct vmem_altmap", "sparse_add_section"),
      INACCESSIBLE_ALTMAP),
  ALTMAP_PASSED_IN_BLOCKS(
      "b23-altmap-lost-in-blocks",
      "mm/memory_hotplug: fix incorrect altmap passing in error path",
      source("v7.2"),
      alters("create_altmaps_and_memory_blocks"),
      ALTMAP_PER_BLOCK),
  MEMMAP_COUNTED_WHERE_MADE(
      "b24-memmap-miscounted",
      "mm/sparse-vmemmap: fix vmemmap accounting underflow",
      source("v7.2"),
      alters("section_activate", "section_deactivate", "populate_section_memmap"),
      MEMMAP_COUNTED_BY_ALLOCATOR);

  /** How a change was read. */
  public enum Confidence {
    SOURCE("its source or the patch itself"),
    CODE("its source; hash and subject, where there are any, unconfirmed"),
    LISTED("a list of commits, by subject and hash"),
    MEMORY("nothing, unconfirmed");

    private final String text;

    Confidence(String text) {
      this.text = text;
    }

    /** Where it was read. */
    public String text() {
      return text;
    }
  }

  /** The fewest digits that a hash may be shortened to. */
  public static final int SHORTEST_HASH = 7;

  private final String slug;
  private final String subject;
  private final Commit commit;
  private final List<String> functions;
  private final List<Change> needs;

  Change(String slug, String subject, Commit commit, List<String> functions, Change... needs) {
    this.slug = slug;
    this.subject = subject;
    this.commit = commit;
    this.functions = functions;
    this.needs = List.of(needs);
  }

  /** The commit's first twelve digits, where they are settled. */
  public Optional<String> hash() {
    return commit.hash();
  }

  public String slug() {
    return slug;
  }

  /** The commit's subject, in the commit's own spelling; what it does, where that is not known. */
  public String subject() {
    return subject;
  }

  /** The first release that has it, of those catalogued. */
  public Release release() {
    return Release.named(commit.release());
  }

  public Confidence confidence() {
    return commit.confidence();
  }

  /** The kernel's functions and types that it alters, so far as they are modelled: maybe none. */
  public List<String> functions() {
    return functions;
  }

  /** The changes without which this one makes no sense. */
  public List<Change> needs() {
    return needs;
  }

  /** Whether {@code name} means this change: its slug, or enough digits of its hash. */
  public boolean isNamed(String name) {
    boolean isHash = name.matches("[0-9a-f]{" + SHORTEST_HASH + ",40}");
    // Either may be the shorter one: the catalogue has twelve digits, people paste forty.
    return slug.equals(name)
        || isHash && hash().stream().anyMatch(h -> h.startsWith(name) || name.startsWith(h));
  }

  /** The name that designs are written with: the hash if there is one, else the slug. */
  public String canonicalName() {
    return hash().orElse(slug);
  }
}
