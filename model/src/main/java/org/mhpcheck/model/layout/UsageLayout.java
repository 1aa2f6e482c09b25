package org.mhpcheck.model.layout;

import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;

/**
 * The layout of {@code struct mem_section_usage}, exactly: rcu_head (since v6.8), subsection_map
 * (without VMEMMAP only until v5.6), pageblock_flags. Sizes are in bytes unless the name says
 * otherwise (include/linux/mmzone.h; mm/sparse.c usemap_size(), mem_section_usage_size()).
 *
 * @param longBytes of an unsigned long
 * @param pageblockFlagBits SECTION_BLOCKFLAGS_BITS
 * @param subsections SUBSECTIONS_PER_SECTION
 * @param mapBits bits of subsection_map: the subsections, or 0 where there is none
 * @param rcuHeadSize of the rcu_head: two pointers, or 0 where there is none
 */
public record UsageLayout(
    int longBytes, int pageblockFlagBits, int subsections, int mapBits, int rcuHeadSize) {
  /** SUBSECTION_SHIFT: 2 MB on every architecture. */
  public static final int SUBSECTION_SHIFT = 21;

  /** NR_PAGEBLOCK_BITS, up to v6.16. */
  public static final int NR_PAGEBLOCK_BITS = 4;

  /**
   * The layout that {@code design} has on {@code architecture}.
   *
   * @throws IllegalArgumentException if a section is smaller than a subsection (mmzone.h's #error)
   *     or than a pageblock
   */
  public static UsageLayout of(Design design, Architecture architecture) {
    int sectionSizeBits = architecture.sectionSizeBits(design);
    int pfnSectionShift = sectionSizeBits - architecture.pageShift();
    if (sectionSizeBits < SUBSECTION_SHIFT || pfnSectionShift < architecture.pageblockOrder()) {
      throw new IllegalArgumentException(
          architecture.name() + ": a section of 2^" + sectionSizeBits + " bytes is too small");
    }
    int pageblocks = 1 << (pfnSectionShift - architecture.pageblockOrder());
    int subsections = 1 << (sectionSizeBits - SUBSECTION_SHIFT);
    boolean map = architecture.vmemmap() || !design.has(Change.MAP_ONLY_IF_VMEMMAP);
    boolean rcu = design.has(Change.USAGE_FREED_BY_RCU);
    return new UsageLayout(
        architecture.longBytes(),
        pageblocks * NR_PAGEBLOCK_BITS,
        subsections,
        map ? subsections : 0,
        rcu ? 2 * architecture.longBytes() : 0);
  }

  /** BITS_TO_LONGS(), in bytes. */
  private int longsFor(int bits) {
    int bitsPerLong = 8 * longBytes;
    return (bits + bitsPerLong - 1) / bitsPerLong * longBytes;
  }

  /** Where pageblock_flags begin: sizeof(struct mem_section_usage). */
  public int structSize() {
    return rcuHeadSize + longsFor(mapBits);
  }

  /** usemap_size(): the pageblock flags. */
  public int usemapSize() {
    return longsFor(pageblockFlagBits);
  }

  /** mem_section_usage_size(), which is also the stride of the boot array. */
  public int usageSize() {
    return structSize() + usemapSize();
  }
}
