package org.mhpcheck.model.layout;

import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;

/**
 * The layout of {@code struct mem_section_usage}, as formulas: rcu_head (since v6.8),
 * subsection_map (since v5.3, since v5.7 only with VMEMMAP), pageblock_flags. Before the series of
 * v5.3 there are the pageblock flags alone. Sizes are in bytes unless the name says otherwise
 * (include/linux/mmzone.h; mm/sparse.c usemap_size(), mem_section_usage_size()).
 *
 * @param pageblockFlagBits SECTION_BLOCKFLAGS_BITS
 * @param mapBits bits of subsection_map: the subsections, or 0 where there is none
 * @param rcuHeadSize of the rcu_head: two pointers, or 0 where there is none
 * @param usageSize what mem_section_usage_size() returns; up to v5.2 usemap_size()
 * @param stride from one usage to the next in the boot array (sparse_init_nid())
 * @param share what the boot array is allocated with for each of its usages (the same)
 * @param pagesCounted the pages that a usage of the boot array is taken to lie in, from its first
 *     one on (register_page_bootmem_info_section(), mm/bootmem_info.c from v5.14 on)
 */
public record UsageLayout(
    Size pageblockFlagBits,
    Size mapBits,
    Size rcuHeadSize,
    Size usageSize,
    Size stride,
    Size share,
    Size pagesCounted) {
  /** SUBSECTION_SHIFT: 2 MB on every architecture. */
  static final Size SUBSECTION_SHIFT = Size.of(21);

  /** NR_PAGEBLOCK_BITS, up to v6.16, and later without CONFIG_MEMORY_ISOLATION. */
  static final int PAGEBLOCK_BITS = 4;

  /** The same since v6.17: five bits, and a power of two; with CONFIG_MEMORY_ISOLATION. */
  private static final int PAGEBLOCK_BITS_WITH_ISOLATION = 8;

  private static final Size LONG = Size.of(Parameter.LONG_BYTES);

  /** SUBSECTIONS_PER_SECTION. */
  public static final Size SUBSECTIONS =
      Size.powerOfTwo(Size.of(Parameter.SECTION_SIZE_BITS).minus(SUBSECTION_SHIFT));

  /** PAGE_SIZE. */
  public static final Size PAGE_SIZE = Size.powerOfTwo(Size.of(Parameter.PAGE_SHIFT));

  /** The layout in {@code design}, with or without SPARSEMEM_VMEMMAP. */
  public static UsageLayout of(Design design, boolean vmemmap) {
    Size pageblocks =
        Size.powerOfTwo(SectionLayout.PFN_SECTION_SHIFT.minus(Size.of(Parameter.PAGEBLOCK_ORDER)));
    boolean map =
        design.has(Change.MEM_SECTION_USAGE)
            && (vmemmap || !design.has(Change.MAP_ONLY_IF_VMEMMAP));
    boolean rcu = design.has(Change.USAGE_FREED_BY_RCU);
    Size pageblockFlagBits = pageblocks.times(Size.of(Parameter.NR_PAGEBLOCK_BITS));
    Size mapBits = map ? SUBSECTIONS : Size.of(0);
    Size rcuHeadSize = rcu ? LONG.times(Size.of(2)) : Size.of(0);
    Size usageSize = rcuHeadSize.plus(bitmap(mapBits)).plus(bitmap(pageblockFlagBits));
    return new UsageLayout(
        pageblockFlagBits,
        mapBits,
        rcuHeadSize,
        usageSize,
        usageSize,
        usageSize,
        usageSize.dividedUpBy(PAGE_SIZE));
  }

  /** NR_PAGEBLOCK_BITS in {@code design}, where memory can be hotplugged. */
  static int pageblockBits(Design design) {
    return design.has(Change.ISOLATION_IN_PAGEBLOCK_BIT)
        ? PAGEBLOCK_BITS_WITH_ISOLATION
        : PAGEBLOCK_BITS;
  }

  /** DECLARE_BITMAP(): whole longs, in bytes. */
  private static Size bitmap(Size bits) {
    return bits.dividedUpBy(LONG.times(Size.of(8))).times(LONG);
  }

  /** The bytes of subsection_map. */
  public Size mapSize() {
    return bitmap(mapBits);
  }

  /** Where pageblock_flags begin: sizeof(struct mem_section_usage). */
  public Size structSize() {
    return rcuHeadSize.plus(mapSize());
  }

  /** usemap_size(): the pageblock flags. */
  public Size usemapSize() {
    return bitmap(pageblockFlagBits);
  }

  /** sizeof(unsigned long), which every part has to be aligned to. */
  public Size longSize() {
    return LONG;
  }
}
