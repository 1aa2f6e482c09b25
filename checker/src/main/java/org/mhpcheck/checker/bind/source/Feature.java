package org.mhpcheck.checker.bind.source;

/** What some trees have and others lack, where our own C has to know. */
public enum Feature {
  /** {@code struct vmem_altmap} can say that nothing may be written yet (v6.8 to v7.0). */
  INACCESSIBLE_ALTMAP("mhp_altmap_has_inaccessible"),
  /** memmap_pages_add() and memmap_boot_pages_add() are told of memmap (v6.11 on). */
  COUNTED_MEMMAP("mhp_counts_memmap"),
  /** section_taint_zone_device() (v5.12 on). */
  TAINTED_SECTIONS("mhp_taints_sections");

  private final String macro;

  Feature(String macro) {
    this.macro = macro;
  }

  /** What our own C asks for by {@code #ifdef}. */
  String macro() {
    return macro;
  }
}
