package org.mhpcheck.model.caller;

/** A call that a caller makes. */
public enum Operation {
  ARCH_ADD_MEMORY("arch_add_memory", true),
  ARCH_REMOVE_MEMORY("arch_remove_memory", false),
  MEMREMAP_PAGES("memremap_pages", true),
  MEMUNMAP_PAGES("memunmap_pages", false);

  private final String text;
  private final boolean adds;

  Operation(String text, boolean adds) {
    this.text = text;
    this.adds = adds;
  }

  /** The kernel function's name. */
  public String text() {
    return text;
  }

  /** Whether it adds memory, and may fail; else it removes some. */
  public boolean adds() {
    return adds;
  }
}
