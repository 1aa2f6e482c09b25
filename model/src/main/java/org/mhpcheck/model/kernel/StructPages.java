package org.mhpcheck.model.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Memory;
import org.mhpcheck.model.state.Pages;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.Zone;

/**
 * Struct pages while the code of zones works on them: which a search looks at, what it reads there,
 * who initialises them. Subsections are counted from pfn 0 on, as in spans.
 */
final class StructPages {
  private final Design design;
  private final List<Note> notes = new ArrayList<>();
  private Memory memory;

  StructPages(Design design, Memory memory) {
    this.design = design;
    this.memory = memory;
  }

  Memory memory() {
    return memory;
  }

  void memory(Memory value) {
    memory = value;
  }

  List<Note> notes() {
    return notes;
  }

  void note(Event event, String function) {
    notes.add(new Note(event, Place.in(function), Bit.TRUE));
  }

  /**
   * Whether a search over a span looks at a pfn: where it is online (7ce700bf11b5, v5.4 on), where
   * it is valid (v5.3), or where its section is.
   */
  boolean isLookedAt(int subsection) {
    return design.has(Change.ZONE_SHRINKS_BY_ONLINE_PAGES)
        ? isIn(subsection, ms -> Mmzone.pfn_to_online_page(ms, design))
        : isValid(subsection);
  }

  /** pfn_valid(), or valid_section() as long as searches went by sections. */
  boolean isValid(int subsection) {
    return design.has(Change.SPAN_SHRINKS_BY_SUBSECTION)
        ? isIn(subsection, Mmzone::pfn_valid)
        : isIn(subsection, ms -> Bits.full(ms.subsections()).when(Mmzone.valid_section(ms)));
  }

  /** present_section() */
  boolean isPresent(int subsection) {
    return isIn(subsection, ms -> Bits.full(ms.subsections()).when(ms.sectionMemMap().present()));
  }

  private interface Found {
    Bits in(Section ms);
  }

  private boolean isIn(int subsection, Found found) {
    return memory
        .section(subsection)
        .map(i -> found.in(memory.sections().get(i)).get(subsection % memory.subsections()))
        .orElse(false);
  }

  /** page_zone() or page_to_nid() of the first page of a subsection: none if it was never set. */
  Optional<Zone> readFirst(int subsection, String function) {
    return read(subsection, function, Pages::ofFirstPage);
  }

  /** The same of its last page, and of all between that are not the altmap's. */
  Optional<Zone> readLast(int subsection, String function) {
    return read(subsection, function, Pages::ofLastPage);
  }

  private Optional<Zone> read(
      int subsection, String function, BiFunction<Pages, Integer, Optional<Zone>> page) {
    Optional<Zone> zone =
        memory
            .section(subsection)
            .flatMap(
                i ->
                    page.apply(
                        memory.sections().get(i).memmap().pages(),
                        subsection % memory.subsections()));
    if (zone.isEmpty()) {
      note(Event.UNINITIALISED_PAGE_READ, function);
    }
    return zone;
  }

  /** memmap_init_range() of memory that is not a device's. */
  void memmap_init_range(int start, int end) {
    change(start, end, (pages, range) -> pages.initialised(Zone.NORMAL, range));
  }

  /**
   * memmap_init_zone_device(), with what memmap_init_range() does of the altmap before: what the
   * driver reserves at its start nobody initialises.
   */
  void memmap_init_zone_device(int start, int end, Altmap altmap) {
    change(start, end, (pages, range) -> pages.initialised(Zone.DEVICE, range));
    if (altmap.isGiven()) {
      change(start, start + 1, Pages::withReserve);
    }
  }

  /** page_init_poison() */
  void page_init_poison(int start, int end) {
    change(start, end, Pages::without);
  }

  /** Of each section's part of a range. */
  private void change(int start, int end, BiFunction<Pages, Bits, Pages> how) {
    int size = memory.subsections();
    for (int at = start; at < end; ) {
      int index = memory.section(at).orElseThrow();
      int sectionStart = at - at % size;
      int to = Math.min(end, sectionStart + size);
      Bits range = Bits.range(size, at - sectionStart, to - sectionStart);
      Section section = memory.sections().get(index);
      // Where there is no memmap there is nothing to write to: that is for others to notice.
      Bits there = range.and(section.memmap().populated());
      memory = memory.with(index, section.withPages(how.apply(section.memmap().pages(), there)));
      at = to;
    }
  }
}
