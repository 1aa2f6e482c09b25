package org.mhpcheck.model.kernel;

import org.mhpcheck.model.logic.Bits;

/**
 * One thing done to one section: a kernel call, or a caller's own book-keeping.
 *
 * @param range the subsections it is about; none means no pages, from the section's start on
 * @param altmap what a kernel call is told of its memmap
 */
public record Step(Kind kind, Bits range, Altmap altmap) {

  /** One without an altmap. */
  public Step(Kind kind, Bits range) {
    this(kind, range, Altmap.NONE);
  }

  /** What is done. */
  public enum Kind {
    /** sparse_add_section() */
    ADD("sparse_add_section"),
    /** __add_section(): the same, unless the section is valid already; up to v5.2. */
    ADD_ABSENT("__add_section"),
    /** sparse_remove_section() */
    REMOVE("sparse_remove_section"),
    /** online_mem_sections(), of one section. */
    ONLINE("online_mem_sections"),
    /** offline_mem_sections(), of one section. */
    OFFLINE("offline_mem_sections"),
    /** section_taint_zone_device() */
    TAINT("section_taint_zone_device"),
    /** The architecture maps the range linearly, in arch_add_memory(). */
    MAP("linear mapping"),
    /** The same, where that may fail. */
    TRY_MAP("linear mapping"),
    /** The architecture takes that mapping away. */
    UNMAP("linear unmapping"),
    /** create_memory_block_devices() */
    CREATE_BLOCKS("create_memory_block_devices"),
    /** memremap_pages() stores the range's pagemap: get_dev_pagemap() finds it from now on. */
    PAGEMAP("pagemap"),
    /** The pagemap is killed, or taken out again: get_dev_pagemap() does not find it any more. */
    KILL_PAGEMAP("pagemap killed"),
    /** System RAM becomes the owner of the section. */
    CLAIM_RAM("claim"),
    /** And gives it back. */
    RELEASE_RAM("release"),
    /** A device becomes the owner, from the first subsection of the range on. */
    CLAIM("claim"),
    /** A device range that began in an earlier section goes on. */
    CLAIM_ON("claim"),
    /** The same of memory that the processor does not reach. */
    CLAIM_PRIVATE("claim"),
    /** Such a range that began in an earlier section goes on. */
    CLAIM_PRIVATE_ON("claim"),
    /** The device gives its range back. */
    RELEASE("release");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }

    /** Whether the kernel does it, rather than the caller's books. */
    public boolean isKernel() {
      return switch (this) {
        case ADD, ADD_ABSENT, REMOVE, ONLINE, OFFLINE, TAINT -> true;
        default -> false;
      };
    }

    /** Whether it adds the range to the section. */
    public boolean adds() {
      return this == ADD || this == ADD_ABSENT;
    }
  }
}
