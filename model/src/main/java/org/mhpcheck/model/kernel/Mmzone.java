package org.mhpcheck.model.kernel;

import java.util.function.Supplier;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.design.Option;
import org.mhpcheck.model.kernel.Reads.AtOnce;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.SectionMemMap;

/**
 * What include/linux/mmzone.h asks of a section. Each returns a formula; none branches. Those that
 * look more than once say so read by read, for walkers who may be held up in between.
 */
public final class Mmzone {
  private Mmzone() {}

  /** valid_section(): the section has a memmap. */
  public static Bit valid_section(Section ms) {
    return ms.sectionMemMap().hasMemMap();
  }

  /** early_section(): the section is one from boot. */
  public static Bit early_section(Section ms) {
    return ms.sectionMemMap().early();
  }

  /** online_section(): the section's memory is online. */
  public static Bit online_section(Section ms) {
    return ms.sectionMemMap().online();
  }

  /** online_device_section(): the section is online, and a device has some of it. */
  public static Bit online_device_section(Section ms) {
    return online_section(ms).and(ms.sectionMemMap().taint());
  }

  /**
   * pfn_to_online_page() (mm/memory_hotplug.c from v5.12 on): the subsections whose pfns it finds a
   * page of. get_dev_pagemap() finds what lies in a pagemap that is live.
   */
  public static Bits pfn_to_online_page(Section ms, Design design) {
    return pfn_to_online_page(new AtOnce(ms), design);
  }

  static Bits pfn_to_online_page(Reads ms, Design design) {
    Bits found = ms.section_mem_map(SectionMemMap::online);
    if (design.has(Change.ONLINE_PAGE_NEEDS_BIT)) {
      found = Reads.and(found, () -> pfn_section_valid(ms, design));
    }
    if (design.has(Change.ONLINE_PAGE_ASKS_FOR_DEVICES)) {
      Bits online = found;
      found = Reads.and(online, () -> online.minus(found_by_get_dev_pagemap(ms)));
    }
    return found;
  }

  private static Bits found_by_get_dev_pagemap(Reads ms) {
    return Reads.and(
        ms.section_mem_map(m -> m.online().and(m.taint())),
        () -> ms.at_once(s -> s.owners().pagemap()));
  }

  /**
   * get_pageblock_bitmap() (mm/page_alloc.c), of a page that pfn_to_online_page() has found: the
   * subsections whose flags it reads as set. It asks nothing of the usage.
   */
  static Bits get_pageblock_bitmap(Reads ms, Design design) {
    return Reads.and(ms.at_once(s -> pfn_to_online_page(s, design)), ms::pageblock_flags);
  }

  /** pfn_section_valid(): the subsections whose bit is set. */
  public static Bits pfn_section_valid(Section ms) {
    return ms.subsectionMap();
  }

  /** Up to v5.2 there is none, and without VMEMMAP it is true of every pfn, and reads nothing. */
  private static Bits pfn_section_valid(Reads ms, Design design) {
    boolean readsMap = design.has(Change.MAP_AT_BOOT) && design.has(Option.VMEMMAP);
    return readsMap ? ms.subsection_map() : ms.all();
  }

  /**
   * pfn_valid(): the subsections whose pfns are valid. Of an early section, that is all (v5.3 to
   * today). Before, it was valid_section(): in those designs the map is full where a section is
   * valid.
   */
  public static Bits pfn_valid(Section ms) {
    return pfn_valid(new AtOnce(ms), ms::subsectionMap);
  }

  /** The same where somebody may look between two stores, and the map is not full yet. */
  static Bits pfn_valid(Reads ms, Design design) {
    return pfn_valid(ms, () -> pfn_section_valid(ms, design));
  }

  private static Bits pfn_valid(Reads ms, Supplier<Bits> pfn_section_valid) {
    return Reads.and(
        ms.section_mem_map(SectionMemMap::hasMemMap),
        () -> Reads.or(ms.section_mem_map(SectionMemMap::early), pfn_section_valid));
  }
}
