package org.mhpcheck.model.layout;

import java.util.Optional;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;

/**
 * The arithmetic of a section in a design, with or without SPARSEMEM_VMEMMAP: its usage, the word
 * {@code section_mem_map}, its pageblocks and its subsections.
 *
 * @param pageblockOrder pageblock_order, from huge pages and MAX_PAGE_ORDER
 * @param mask empty where nothing knows of parts of a section
 */
public record SectionLayout(
    UsageLayout usage, FlagBits flags, Size pageblockOrder, Optional<SubsectionMask> mask) {
  private static final Size SECTION_SIZE_BITS = Size.of(Parameter.SECTION_SIZE_BITS);
  private static final Size PAGE_SHIFT = Size.of(Parameter.PAGE_SHIFT);

  /** log2 of the pages of a section. */
  public static final Size PFN_SECTION_SHIFT = SECTION_SIZE_BITS.minus(PAGE_SHIFT);

  public static SectionLayout of(Design design, boolean vmemmap) {
    return new SectionLayout(
        UsageLayout.of(design, vmemmap),
        FlagBits.of(design),
        pageblockOrder(design),
        design.has(Change.MAP_AT_BOOT)
            ? Optional.of(SubsectionMask.of(UsageLayout.SUBSECTIONS))
            : Optional.empty());
  }

  /**
   * pageblock_order: that of a huge page, or MAX_PAGE_ORDER without any; since v5.18 never more
   * than that (include/linux/pageblock-flags.h; mm/page_alloc.c set_pageblock_order(), mm/mm_init.c
   * from v6.4 on).
   */
  static Size pageblockOrder(Design design) {
    Size hugePage = Size.of(Parameter.HUGETLB_PAGE_ORDER);
    return design.has(Change.PAGEBLOCK_ORDER_LIMITED)
        ? hugePage.atMost(Size.of(Parameter.MAX_PAGE_ORDER))
        : hugePage;
  }

  /** A section is at least as large as a subsection: an #error of mmzone.h, v5.3 on. */
  public Comparison subsectionFits() {
    return Comparison.atLeast(SECTION_SIZE_BITS, UsageLayout.SUBSECTION_SHIFT);
  }

  /** A section is at least as large as the largest allocation: an #error of mmzone.h. */
  public Comparison largestAllocationFits() {
    return Comparison.atLeast(
        SECTION_SIZE_BITS, PAGE_SHIFT.plus(Size.of(Parameter.MAX_PAGE_ORDER)));
  }

  /**
   * No flag lies where the encoded memmap may have a bit: the BUILD_BUG_ON() of
   * sparse_encode_mem_map() (mm/sparse.c). Up to v5.17 it compares 1 &lt;&lt; flags with the pages
   * of a section, which is the same.
   */
  public Comparison flagsFit() {
    return Comparison.atLeast(PFN_SECTION_SHIFT, Size.of(flags.flags().size()));
  }

  /** A section is at least as large as a pageblock, so that it has a whole number of them. */
  public Comparison pageblockFits(Size order) {
    return Comparison.atLeast(SECTION_SIZE_BITS, PAGE_SHIFT.plus(order));
  }
}
