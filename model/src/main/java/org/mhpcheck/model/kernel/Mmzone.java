package org.mhpcheck.model.kernel;

import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Section;

/** What include/linux/mmzone.h asks of a section. Each returns a formula; none branches. */
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
   * page of. get_dev_pagemap() finds what a device owns.
   */
  public static Bits pfn_to_online_page(Section ms, Design design) {
    Bits found = Bits.full(ms.subsections()).when(online_section(ms));
    if (design.has(Change.ONLINE_PAGE_NEEDS_BIT)) {
      found = found.and(pfn_section_valid(ms));
    }
    if (design.has(Change.ONLINE_PAGE_ASKS_FOR_DEVICES)) {
      found = found.minus(ms.owners().device().when(online_device_section(ms)));
    }
    return found;
  }

  /** pfn_section_valid(): the subsections whose bit is set. */
  public static Bits pfn_section_valid(Section ms) {
    return ms.subsectionMap();
  }

  /**
   * pfn_valid(): the subsections whose pfns are valid. Of an early section, that is all (v5.3 to
   * today). Before, it was valid_section(): in those designs the map is full where a section is
   * valid.
   */
  public static Bits pfn_valid(Section ms) {
    Bits all = Bits.full(ms.subsections());
    return all.when(early_section(ms)).or(pfn_section_valid(ms)).when(valid_section(ms));
  }
}
