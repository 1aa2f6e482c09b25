package org.mhpcheck.model.kernel;

/** An allocation that may fail. */
public enum FaultPoint {
  /** kzalloc() of the usage, in section_activate(), or in sparse_add_one_section(). */
  USAGE("usage allocation"),
  /** The memmap of some subsection, in populate_section_memmap(). */
  MEMMAP("memmap allocation"),
  /** The array of usages of a node's run of sections, in sparse_init_nid(). */
  BOOT_USAGES("boot allocation of usages"),
  /** A section's memmap, in sparse_init_nid(). */
  BOOT_MEMMAP("boot allocation of memmap"),
  /** The linear mapping of a section's memory, in arch_add_memory(). */
  LINEAR_MAP("linear mapping"),
  /** create_memory_block_devices(), once memory was added. */
  MEMORY_BLOCKS("creation of memory block devices");

  private final String text;

  FaultPoint(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  /** Whether it is boot that allocates, and no call. */
  public boolean isAtBoot() {
    return this == BOOT_USAGES || this == BOOT_MEMMAP;
  }
}
