package org.mhpcheck.model.layout;

/**
 * The numbers that sizes follow from: those of an architecture, and those that a claim is made for
 * any value of.
 */
public enum Parameter {
  /** log2 of the page size in bytes. */
  PAGE_SHIFT,
  /** log2 of the section size in bytes. */
  SECTION_SIZE_BITS,
  /** log2 of a pageblock in pages. */
  PAGEBLOCK_ORDER,
  /** log2 of a huge page in pages; MAX_PAGE_ORDER where there are none. */
  HUGETLB_PAGE_ORDER,
  /** log2 of the largest allocation in pages. */
  MAX_PAGE_ORDER,
  /** The flags of a pageblock, in bits. */
  NR_PAGEBLOCK_BITS,
  /** sizeof(unsigned long): 4 or 8. */
  LONG_BYTES,

  /** Where in its page a usage starts, in bytes; pages are no larger than 64 KB. */
  USAGE_START((1 << 16) - 1),
  /** The id of a NUMA node: NODES_SHIFT is 10 at most (mm/Kconfig, v6.12). */
  NODE((1 << 10) - 1),
  /** The first subsection of a range, within its section. */
  FIRST_SUBSECTION((1 << 11) - 1),
  /** The number of subsections of a range. */
  SUBSECTION_COUNT(1 << 11);

  private final int largest;

  Parameter() {
    this(-1);
  }

  Parameter(int largest) {
    this.largest = largest;
  }

  /** Whether claims are made for any value of it, 0 to {@link #largest()}. */
  public boolean isAny() {
    return largest >= 0;
  }

  /** The largest value, of one that claims are made for any value of. */
  public int largest() {
    return largest;
  }
}
