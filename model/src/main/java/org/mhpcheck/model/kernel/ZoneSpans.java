package org.mhpcheck.model.kernel;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.state.Memory;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.Span;
import org.mhpcheck.model.state.Spans;
import org.mhpcheck.model.state.Zone;

/**
 * mm/memory_hotplug.c, as far as zones and the node go, from v5.2 on: how their spans grow and
 * shrink. A pfn is the subsection that it is the first of, or the last.
 *
 * <p>What is read from a struct page that nobody initialised may be anything. It is taken to be of
 * no zone and no node that there is, as poison is; that it was read is noted.
 */
final class ZoneSpans {
  private final Design design;
  private final StructPages pages;

  private ZoneSpans(Design design, Memory memory) {
    this.design = design;
    this.pages = new StructPages(design, memory);
  }

  /** What one step comes to in {@code design}. */
  static SpanOutcome take(Design design, Memory memory, SpanStep step) {
    ZoneSpans spans = new ZoneSpans(design, memory);
    Optional<Zone> found = spans.take(step);
    return new SpanOutcome(spans.pages.memory(), found, List.copyOf(spans.pages.notes()));
  }

  private Optional<Zone> take(SpanStep step) {
    int start = pages.memory().start() + step.from();
    int end = pages.memory().start() + step.to();
    switch (step.kind()) {
      case MOVE_TO_ZONE -> move_pfn_range_to_zone(step.zone().orElseThrow(), start, end);
      case INIT_ZONE_DEVICE -> pages.memmap_init_zone_device(start, end, step.altmap());
      case ONLINE_BLOCK -> memory_block_online(start, end);
      case OFFLINE_BLOCK -> memory_block_offline(start, end);
      case REMOVE_FROM_ZONE -> remove_pfn_range_from_zone(step.zone(), start, end);
      case REMOVE_ZONE -> __remove_zone(step.zone(), start, end);
      case ASK_ZONE -> {
        return pages.readLast(start, "arch_remove_memory");
      }
      case ASK_ZONE_OF_DEVICE -> {
        return pages.readLast(start, "memunmap_pages");
      }
      case ASK_NODE -> page_to_nid_of_device(start);
      case TRY_OFFLINE_NODE -> try_offline_node();
      default -> throw new IllegalArgumentException("no step on spans: " + step.kind());
    }
    return Optional.empty();
  }

  // ---- growing ----

  /**
   * move_pfn_range_to_zone(). Of a device, memmap_init_range() initialises only the struct pages of
   * what holds memmap, within the first subsection and neither at its start nor at its end: none
   * that anybody here looks at. The rest waits for memmap_init_zone_device(). TAINT is a section's
   * own.
   */
  private void move_pfn_range_to_zone(Zone zone, int start, int end) {
    resize_zone_range(zone, start, end);
    resize_pgdat_range(start, end);
    if (zone != Zone.DEVICE) {
      pages.memmap_init_range(start, end);
    }
  }

  private void resize_zone_range(Zone zone, int start, int end) {
    spans(spans().with(zone, resized(spans().of(zone), start, end)));
  }

  private void resize_pgdat_range(int start, int end) {
    spans(spans().withNode(resized(spans().node(), start, end)));
  }

  private static Span resized(Span old, int start, int end) {
    int first = old.isEmpty() || start < old.start() ? start : old.start();
    return Span.between(first, Math.max(end, old.end()));
  }

  /**
   * online_pages() moves the block to its zone; what holds the block's memmap (memmap_on_memory)
   * has gone there before, in mhp_init_memmap_on_memory() (v5.13 on).
   */
  private void memory_block_online(int start, int end) {
    int usable = start + vmemmap_subsections(start);
    if (usable > start) {
      move_pfn_range_to_zone(Zone.NORMAL, start, usable);
    }
    move_pfn_range_to_zone(Zone.NORMAL, usable, end);
  }

  /** A block's memmap fits its first subsection, as 128 MB's do on x86-64. */
  private int vmemmap_subsections(int start) {
    Memory memory = pages.memory();
    Section first = memory.sections().get(memory.section(start).orElseThrow());
    return first.owners().altmap().get(start % memory.subsections()) ? 1 : 0;
  }

  // ---- shrinking: who says which zone ----

  /** Offline already: offline_pages(), then mhp_deinit_memmap_on_memory() of the memmap's part. */
  private void memory_block_offline(int start, int end) {
    int usable = start + vmemmap_subsections(start);
    remove_pfn_range_from_zone(Optional.of(Zone.NORMAL), usable, end);
    if (usable > start) {
      Optional<Zone> zone = pages.readFirst(start, "mhp_deinit_memmap_on_memory");
      remove_pfn_range_from_zone(zone, start, usable);
    }
  }

  /** remove_pfn_range_from_zone() (feee6b298916, v5.5 on). */
  private void remove_pfn_range_from_zone(Optional<Zone> zone, int start, int end) {
    if (design.has(Change.MEMMAP_POISONED_WITH_ZONE)) {
      pages.page_init_poison(start, end);
    }
    if (zone.isPresent() && zone.get() != Zone.DEVICE) {
      shrink_zone_span(zone.get(), start, end);
      update_pgdat_span();
    }
  }

  /** __remove_zone() (up to v5.4), of a section's part; __remove_section() asks if it is valid. */
  private void __remove_zone(Optional<Zone> zone, int start, int end) {
    Memory memory = pages.memory();
    Section ms = memory.sections().get(memory.section(start).orElseThrow());
    boolean skipsDevices = design.has(Change.ZONE_SHRINKS_BY_ONLINE_PAGES);
    if (zone.isEmpty()
        || Mmzone.valid_section(ms).isFalse()
        || zone.get() == Zone.DEVICE && skipsDevices) {
      return;
    }
    shrink_zone_span(zone.get(), start, end);
    if (design.has(Change.NODE_SPAN_OF_ZONES)) {
      update_pgdat_span();
    } else {
      shrink_pgdat_span(start, end);
    }
  }

  /**
   * memunmap_pages() asked the range's first page for its node, until it began behind the altmap.
   */
  private void page_to_nid_of_device(int start) {
    if (design.has(Change.DEVICE_ASKED_BEHIND_ALTMAP)) {
      pages.readLast(start, "memunmap_pages");
    } else {
      pages.readFirst(start, "memunmap_pages");
    }
  }

  // ---- shrinking ----

  private void shrink_zone_span(Zone zone, int start, int end) {
    Span old = spans().of(zone);
    Optional<Span> shrunk = shrunk("shrink_zone_span", Optional.of(zone), old, start, end);
    shrunk.ifPresent(span -> spans(spans().with(zone, span)));
  }

  /** As a zone's: the node had a search of its own until its span was made of its zones'. */
  private void shrink_pgdat_span(int start, int end) {
    shrunk("shrink_pgdat_span", Optional.empty(), spans().node(), start, end)
        .ifPresent(span -> spans(spans().withNode(span)));
  }

  /** What is left of a span without the range at its beginning or end; none if that stays. */
  private Optional<Span> shrunk(
      String function, Optional<Zone> zone, Span old, int start, int end) {
    boolean looksForHoles = !design.has(Change.HOLES_NOT_LOOKED_FOR);
    Optional<Span> shrunk = Optional.empty();
    if (old.start() == start) {
      OptionalInt first = find_smallest_section_pfn(zone, end, old.end());
      if (first.isPresent()) {
        shrunk = Optional.of(Span.between(first.getAsInt(), old.end()));
      } else if (!looksForHoles) {
        return Optional.of(Span.EMPTY);
      }
    } else if (old.end() == end) {
      OptionalInt last = find_biggest_section_pfn(zone, old.start(), start);
      if (last.isPresent()) {
        shrunk = Optional.of(Span.between(old.start(), last.getAsInt() + 1));
      } else if (!looksForHoles) {
        return Optional.of(Span.EMPTY);
      }
    }
    return looksForHoles && hasOnlyHoles(function, zone, old, start, end)
        ? Optional.of(Span.EMPTY)
        : shrunk;
  }

  /** The last loop of shrink_zone_span(), and of shrink_pgdat_span(), up to v5.5. */
  private boolean hasOnlyHoles(String function, Optional<Zone> zone, Span old, int start, int end) {
    for (int pfn = old.start(); pfn < old.end(); pfn += stride()) {
      boolean isLookedAt = zone.isPresent() ? pages.isLookedAt(pfn) : pages.isValid(pfn);
      if (isLookedAt && isOf(zone, pages.readFirst(pfn, function)) && !isGoing(pfn, start, end)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a pfn is of what is being removed; first, only whether it is where that begins. */
  private boolean isGoing(int pfn, int start, int end) {
    return design.has(Change.SPAN_SKIPS_REMOVED_RANGE) ? start <= pfn && pfn < end : pfn == start;
  }

  private OptionalInt find_smallest_section_pfn(Optional<Zone> zone, int start, int end) {
    for (int pfn = start; pfn < end; pfn += stride()) {
      if (pages.isLookedAt(pfn) && isOf(zone, pages.readFirst(pfn, "find_smallest_section_pfn"))) {
        return OptionalInt.of(pfn);
      }
    }
    return OptionalInt.empty();
  }

  /**
   * Goes down by strides from the last page on, as long as the pfn is not below the start. A pfn is
   * unsigned: from the first stride of all memory it goes on to the largest there is, and so on for
   * ever, or what is as good (L16).
   */
  private OptionalInt find_biggest_section_pfn(Optional<Zone> zone, int start, int end) {
    int pfn = end - 1;
    for (; pfn >= start; pfn -= stride()) {
      if (pages.isLookedAt(pfn) && isOf(zone, pages.readLast(pfn, "find_biggest_section_pfn"))) {
        return OptionalInt.of(pfn);
      }
    }
    if (pfn < 0) {
      pages.note(Event.SEARCH_WITHOUT_END, "find_biggest_section_pfn");
    }
    return OptionalInt.empty();
  }

  /** Whether a page is the zone's; of no zone in particular, whether it is the node's. */
  private static boolean isOf(Optional<Zone> zone, Optional<Zone> read) {
    return read.isPresent() && (zone.isEmpty() || read.equals(zone));
  }

  /** PAGES_PER_SUBSECTION, or PAGES_PER_SECTION until parts of sections could go. */
  private int stride() {
    return design.has(Change.SPAN_SHRINKS_BY_SUBSECTION) ? 1 : pages.memory().subsections();
  }

  /** The node's span made of its zones'; first, of those that are empty too, which begin at 0. */
  private void update_pgdat_span() {
    Span ofZones = spans().ofZones();
    spans(
        spans()
            .withNode(
                design.has(Change.EMPTY_ZONES_SKIPPED) ? ofZones : Span.between(0, ofZones.end())));
  }

  // ---- the node ----

  /**
   * try_offline_node(), of a node without CPUs: it stays while its span or a memory block is left
   * (2c91f8fc6c99, v5.4 on). Before, it stayed while some section within its span had a first page
   * on it.
   */
  private void try_offline_node() {
    boolean stays =
        design.has(Change.NODE_KEPT_BY_SPAN_AND_BLOCKS)
            ? !spans().node().isEmpty() || hasMemoryBlocks()
            : hasSectionOnNode();
    boolean hasMemory =
        pages.memory().sections().stream().anyMatch(s -> s.owners().any().isEmpty().isFalse());
    if (!stays && hasMemory) {
      pages.note(Event.NODE_OFFLINED_WITH_MEMORY, "try_offline_node");
    }
  }

  private boolean hasMemoryBlocks() {
    return pages.memory().sections().stream().anyMatch(s -> s.owners().ram().isEmpty().isFalse());
  }

  private boolean hasSectionOnNode() {
    Span node = spans().node();
    for (int pfn = node.start(); pfn < node.end(); pfn += pages.memory().subsections()) {
      if (pages.isPresent(pfn) && pages.readFirst(pfn, "try_offline_node").isPresent()) {
        return true;
      }
    }
    return false;
  }

  private Spans spans() {
    return pages.memory().spans();
  }

  private void spans(Spans value) {
    pages.memory(pages.memory().with(value));
  }
}
