package org.mhpcheck.model.layout;

import java.util.Optional;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;

/**
 * The flags in the low bits of {@code section_mem_map}, in the order of their bits
 * (include/linux/mmzone.h), all that a configuration can have.
 */
public enum SectionFlag {
  MARKED_PRESENT(Optional.empty()),
  HAS_MEM_MAP(Optional.empty()),
  IS_ONLINE(Optional.empty()),
  IS_EARLY(Optional.of(Change.SECTION_IS_EARLY)),
  TAINT_ZONE_DEVICE(Optional.of(Change.ONLINE_PAGE_ASKS_FOR_DEVICES)),
  IS_VMEMMAP_PREINIT(Optional.of(Change.MEMMAP_MADE_EARLIER));

  private final Optional<Change> broughtBy;

  SectionFlag(Optional<Change> broughtBy) {
    this.broughtBy = broughtBy;
  }

  boolean isIn(Design design) {
    return broughtBy.map(design::has).orElse(true);
  }

  /**
   * Whether boot sets it in every section that has memory (memory_present(), sparse_init_nid()).
   */
  public boolean isSetByBoot() {
    return this == MARKED_PRESENT || this == HAS_MEM_MAP || this == IS_ONLINE || this == IS_EARLY;
  }
}
