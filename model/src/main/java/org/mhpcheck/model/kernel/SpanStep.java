package org.mhpcheck.model.kernel;

import java.util.Optional;
import org.mhpcheck.model.state.Zone;

/**
 * One thing done to zones and spans, over sections: a kernel call of mm/memory_hotplug.c.
 *
 * @param zone the one it is told of; none where it is told of none, or of what it read from a
 *     struct page that nobody had initialised
 * @param from the first subsection, counted through all sections
 * @param to the first one behind
 * @param altmap where the memmap of a device's range comes from
 */
public record SpanStep(Kind kind, Optional<Zone> zone, int from, int to, Altmap altmap) {

  /** What is done. */
  public enum Kind {
    /** move_pfn_range_to_zone() */
    MOVE_TO_ZONE("move_pfn_range_to_zone"),
    /** memmap_init_zone_device() */
    INIT_ZONE_DEVICE("memmap_init_zone_device"),
    /** online_pages() of a block, and before it of the part that holds its memmap, if any does. */
    ONLINE_BLOCK("online_pages"),
    /** offline_pages() of a block, and then of the part that holds its memmap, if any does. */
    OFFLINE_BLOCK("offline_pages"),
    /** remove_pfn_range_from_zone(); v5.5 on. */
    REMOVE_FROM_ZONE("remove_pfn_range_from_zone"),
    /** __remove_zone(), in __remove_section(); up to v5.4. */
    REMOVE_ZONE("__remove_zone"),
    /** page_zone() of the first page that is no memmap, in arch_remove_memory(); up to v5.4. */
    ASK_ZONE("page_zone"),
    /** page_to_nid() of a device's first page, in memunmap_pages(); up to v5.4. */
    ASK_NODE("page_to_nid"),
    /** page_zone() of a device's first page that is no memmap, in memunmap_pages(); v5.5 on. */
    ASK_ZONE_OF_DEVICE("page_zone"),
    /** try_offline_node() */
    TRY_OFFLINE_NODE("try_offline_node");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** The kernel function's name. */
    public String text() {
      return text;
    }

    /** Whether it is told of a zone. */
    public boolean isToldOfZone() {
      return this == MOVE_TO_ZONE || this == REMOVE_FROM_ZONE || this == REMOVE_ZONE;
    }

    /** Whether it takes pages out of a zone. */
    public boolean shrinks() {
      return this == REMOVE_FROM_ZONE || this == REMOVE_ZONE || this == OFFLINE_BLOCK;
    }

    /** Whether it reads a page to find out what to do with all of a range. */
    public boolean asksPage() {
      return this == ASK_ZONE || this == ASK_NODE || this == ASK_ZONE_OF_DEVICE;
    }
  }
}
