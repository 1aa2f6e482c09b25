package org.mhpcheck.model.layout;

import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.design.Release;

/**
 * The numbers of an architecture that sizes follow from.
 *
 * @param name such as {@code x86_64}
 * @param pageShift log2 of the page size in bytes
 * @param sectionSizeBits log2 of the section size in bytes (SECTION_SIZE_BITS), today
 * @param sectionSizeBitsBefore what it was before {@code sectionSizeBitsSince}
 * @param sectionSizeBitsSince the first release with today's
 * @param pageblockOrder log2 of a pageblock in pages
 * @param longBytes of an unsigned long: 4 or 8
 * @param vmemmap whether SPARSEMEM_VMEMMAP is configured
 */
public record Architecture(
    String name,
    int pageShift,
    int sectionSizeBits,
    int sectionSizeBitsBefore,
    Release sectionSizeBitsSince,
    int pageblockOrder,
    int longBytes,
    boolean vmemmap) {

  /** SECTION_SIZE_BITS in {@code design}. */
  public int sectionSizeBits(Design design) {
    return design.release().compareTo(sectionSizeBitsSince) < 0
        ? sectionSizeBitsBefore
        : sectionSizeBits;
  }
}
