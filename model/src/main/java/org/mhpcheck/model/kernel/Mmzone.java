package org.mhpcheck.model.kernel;

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

  /** pfn_section_valid(): the subsections whose bit is set. */
  public static Bits pfn_section_valid(Section ms) {
    return ms.subsectionMap();
  }

  /**
   * pfn_valid(): the subsections whose pfns are valid. Of an early section, that is all (v5.3 to
   * today).
   */
  public static Bits pfn_valid(Section ms) {
    Bits all = Bits.full(ms.subsections());
    return all.when(early_section(ms)).or(pfn_section_valid(ms)).when(valid_section(ms));
  }
}
