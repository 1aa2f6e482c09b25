package org.mhpcheck.model.state;

/** What a section's {@code usage} pointer points at. */
public enum Usage {
  /** Nothing. */
  NULL,
  /** A {@code struct mem_section_usage} within the boot allocator's array. */
  BOOT,
  /** One from kzalloc(). */
  SLAB,
  /** One that has been freed. */
  DANGLING
}
