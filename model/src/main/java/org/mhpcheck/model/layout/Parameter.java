package org.mhpcheck.model.layout;

/** The numbers that the sizes of an architecture follow from. */
public enum Parameter {
  /** log2 of the page size in bytes. */
  PAGE_SHIFT,
  /** log2 of the section size in bytes. */
  SECTION_SIZE_BITS,
  /** log2 of a pageblock in pages. */
  PAGEBLOCK_ORDER,
  /** sizeof(unsigned long): 4 or 8. */
  LONG_BYTES
}
