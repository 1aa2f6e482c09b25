package org.mhpcheck.model.caller;

import java.util.EnumSet;
import java.util.Set;
import org.mhpcheck.model.design.Option;

/** A call that a caller makes. */
public enum Operation {
  ARCH_ADD_MEMORY("arch_add_memory", true),
  ARCH_REMOVE_MEMORY("arch_remove_memory", false),
  MEMREMAP_PAGES("memremap_pages", true),
  MEMUNMAP_PAGES("memunmap_pages", false),
  /** Of memory that the processor does not reach (MEMORY_DEVICE_PRIVATE). */
  MEMREMAP_PRIVATE_PAGES("memremap_pages/private", true),
  MEMUNMAP_PRIVATE_PAGES("memunmap_pages/private", false),
  ADD_MEMORY("add_memory", true),
  ONLINE_PAGES("online_pages", false),
  OFFLINE_PAGES("offline_pages", false),
  REMOVE_MEMORY("remove_memory", false),
  SPARSE_ADD_SECTION("sparse_add_section", true),
  SPARSE_REMOVE_SECTION("sparse_remove_section", false);

  private final String text;
  private final boolean adds;

  Operation(String text, boolean adds) {
    this.text = text;
    this.adds = adds;
  }

  /** The kernel function's name, with what it is told of where that makes it another call. */
  public String text() {
    return text;
  }

  /** What a kernel has to be configured with to have it. */
  public Set<Option> needs() {
    return switch (this) {
      // ZONE_DEVICE depends on both (mm/Kconfig).
      case MEMREMAP_PAGES, MEMUNMAP_PAGES, MEMREMAP_PRIVATE_PAGES, MEMUNMAP_PRIVATE_PAGES ->
          EnumSet.of(Option.VMEMMAP, Option.MEMORY_HOTREMOVE);
      case ARCH_REMOVE_MEMORY, OFFLINE_PAGES, REMOVE_MEMORY, SPARSE_REMOVE_SECTION ->
          EnumSet.of(Option.MEMORY_HOTREMOVE);
      case ARCH_ADD_MEMORY, ADD_MEMORY, ONLINE_PAGES, SPARSE_ADD_SECTION ->
          EnumSet.noneOf(Option.class);
    };
  }

  /** Whether it adds memory, and may fail; else it changes what is there, and does not. */
  public boolean adds() {
    return adds;
  }
}
