package org.mhpcheck.model.layout;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.design.Release;

/**
 * An architecture, so configured: the numbers that sizes follow from.
 *
 * @param name such as {@code x86_64} or {@code arm64-16k}
 * @param pageShift log2 of the page size in bytes
 * @param sectionSizeBits log2 of the section size in bytes (SECTION_SIZE_BITS), today
 * @param sectionSizeBitsBefore what it was before {@code sectionSizeBitsSince}
 * @param sectionSizeBitsSince the first release with today's
 * @param hugePageShift log2 of the huge page size in bytes; empty if there are no huge pages
 * @param maxPageOrder log2 of the largest allocation in pages (MAX_PAGE_ORDER)
 * @param longBytes sizeof(unsigned long): 4 or 8
 * @param vmemmap whether SPARSEMEM_VMEMMAP is configured
 * @param hotplugSince the first release in which memory can be hotplugged so configured; empty if
 *     in none
 */
public record Architecture(
    String name,
    int pageShift,
    int sectionSizeBits,
    int sectionSizeBitsBefore,
    Release sectionSizeBitsSince,
    Optional<Integer> hugePageShift,
    int maxPageOrder,
    int longBytes,
    boolean vmemmap,
    Optional<Release> hotplugSince) {

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

  /** Whether memory can be hotplugged in {@code design}, with the architecture so configured. */
  public boolean hotplugs(Design design) {
    return hotplugSince.filter(r -> r.compareTo(design.release()) <= 0).isPresent();
  }

  /** pageblock_order in {@code design}. */
  public int pageblockOrder(Design design) {
    return SectionLayout.pageblockOrder(design).value(pages());
  }

  private Map<Parameter, Integer> pages() {
    return Map.of(
        Parameter.HUGETLB_PAGE_ORDER,
        hugePageShift.map(h -> h - pageShift).orElse(maxPageOrder),
        Parameter.MAX_PAGE_ORDER,
        maxPageOrder);
  }

  /** The values of all its parameters in {@code design}. */
  public Map<Parameter, Integer> values(Design design) {
    Map<Parameter, Integer> values = new EnumMap<>(pages());
    values.put(Parameter.PAGE_SHIFT, pageShift);
    values.put(Parameter.SECTION_SIZE_BITS, sectionSizeBits(design));
    values.put(Parameter.PAGEBLOCK_ORDER, pageblockOrder(design));
    values.put(Parameter.NR_PAGEBLOCK_BITS, UsageLayout.pageblockBits(design));
    values.put(Parameter.LONG_BYTES, longBytes);
    return values;
  }
}
