package org.mhpcheck.model.kernel;

/**
 * Where the memmap of a range comes from: {@code struct vmem_altmap} (include/linux/memremap.h).
 */
public enum Altmap {
  /** The page allocator's memory; boot's, at boot. */
  NONE("none"),
  /** Part of the memory that is added. */
  ALTMAP("altmap"),
  /**
   * The same, and nothing may be written there before it is online: {@code altmap->inaccessible}
   * (c5f1e2d18909, v6.8).
   */
  INACCESSIBLE("inaccessible");

  private final String text;

  Altmap(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  /** Whether the page allocator has no part in it. */
  public boolean isGiven() {
    return this != NONE;
  }
}
