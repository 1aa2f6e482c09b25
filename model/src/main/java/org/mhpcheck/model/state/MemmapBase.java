package org.mhpcheck.model.state;

/** What the pointer bits of {@code section_mem_map} decode to. */
public enum MemmapBase {
  /** The pointer bits are 0. */
  ZERO,
  /** The encoding of a NULL memmap: not 0 in any section but the first. */
  NULL_ENCODED,
  /** The struct page of the section's first pfn. */
  OWN,
  /** Something else: using it touches memory that is not this section's memmap. */
  WRONG
}
