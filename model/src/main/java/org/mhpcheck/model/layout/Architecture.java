package org.mhpcheck.model.layout;

import java.util.EnumMap;
import java.util.Map;
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
 * @param longBytes sizeof(unsigned long): 4 or 8
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

  /** SUBSECTIONS_PER_SECTION in {@code design}. */
  public int subsections(Design design) {
    return UsageLayout.SUBSECTIONS.value(values(design));
  }

  /** The values of all parameters in {@code design}. */
  public Map<Parameter, Integer> values(Design design) {
    Map<Parameter, Integer> values = new EnumMap<>(Parameter.class);
    values.put(Parameter.PAGE_SHIFT, pageShift);
    values.put(Parameter.SECTION_SIZE_BITS, sectionSizeBits(design));
    values.put(Parameter.PAGEBLOCK_ORDER, pageblockOrder);
    values.put(Parameter.LONG_BYTES, longBytes);
    return values;
  }
}
