package org.mhpcheck.model.kernel;

import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.logic.OneOf;
import org.mhpcheck.model.state.MemmapBase;
import org.mhpcheck.model.state.Usage;

/**
 * Making memmap and taking it down, with what of it is counted: mm/sparse-vmemmap.c, arch/&#42;/mm,
 * and up to v7.0 the functions of mm/sparse.c between them and the section.
 */
final class Vmemmap {
  private final Execution execution;
  private final Design design;

  Vmemmap(Execution execution, Design design) {
    this.execution = execution;
    this.design = design;
  }

  /** page_init_poison(): writes to the struct pages of {@code range}. */
  static void page_init_poison(MemSection section, Bits range, Altmap altmap) {
    MemSection ms = section.in("page_init_poison");
    ms.uninitialise_pages(range);
    if (altmap == Altmap.INACCESSIBLE) {
      ms.note(Event.INACCESSIBLE_MEMMAP_WRITTEN, range.intersects(ms.memmap().altmap()));
    }
  }

  /**
   * populate_section_memmap(): false if memory ran out, with a part of it done; of no pages, none
   * is needed. Whoever cleans up takes all of it from the count: since v7.2 it has been put there
   * even so.
   */
  boolean populate_section_memmap(MemSection section, Bits range, Altmap altmap) {
    MemSection ms = section.in("populate_section_memmap");
    boolean fails = !range.isEmpty().isTrue() && execution.fails(FaultPoint.MEMMAP);
    Bits done = fails ? execution.doneBeforeFailure(range) : range;
    ms.memmap(
        altmap.isGiven()
            ? ms.memmap().populatedFromAltmap(done)
            : ms.memmap().populatedFromBuddy(done));
    if (countedWhereMade() && (!fails || design.has(Change.MEMMAP_COUNTED_WHERE_MADE))) {
      ms.memmap_count().add(range);
    }
    return !fails;
  }

  /**
   * depopulate_section_memmap(). On ppc64 vmemmap_populated() asks pfn_valid() meanwhile
   * (arch/powerpc/mm/init_64.c); that is done here for every architecture.
   */
  void depopulate_section_memmap(MemSection section, Bits range, Altmap altmap) {
    MemSection ms = section.in("depopulate_section_memmap");
    if (countedWhereMade()) {
      ms.memmap_count().take(range);
    }
    vmemmap_free(ms, range, altmap);
  }

  /** free_map_bootmem(): frees a whole section's memmap from where it is told to lie. */
  void free_map_bootmem(MemSection section, OneOf<MemmapBase> memmap) {
    MemSection ms = section.in("free_map_bootmem");
    if (countedWhereMade()) {
      ms.memmap_count().takeFromBoot(Bits.full(ms.subsections()));
    }
    if (!ms.is(memmap.is(MemmapBase.OWN))) {
      ms.note(Event.FOREIGN_MEMMAP_FREED, Bit.TRUE);
      return;
    }
    vmemmap_free(ms, Bits.full(ms.subsections()), Altmap.NONE);
  }

  /** Whether section_activate() and section_deactivate() count memmap: v6.17 to v7.1. */
  boolean countedBySection() {
    return design.has(Change.MEMMAP_COUNTED_BY_ALLOCATOR)
        && !design.has(Change.MEMMAP_COUNTED_WHERE_MADE);
  }

  /** Whether those that make memmap and free it count it: v6.11 to v6.16, and v7.2. */
  private boolean countedWhereMade() {
    return design.has(Change.MEMMAP_COUNTED) && !countedBySection();
  }

  /** Memmap goes back to the altmap if there is one, else to boot's or the page allocator. */
  private void vmemmap_free(MemSection ms, Bits range, Altmap altmap) {
    note_usage_missed_by_pfn_valid(ms);
    Bits foreign =
        altmap.isGiven() ? ms.memmap().boot().or(ms.memmap().buddy()) : ms.memmap().altmap();
    ms.note(Event.ALTMAP_MISMATCHED, range.intersects(foreign));
    ms.memmap(ms.memmap().without(range));
  }

  /** pfn_section_valid() reaches the bitmap of a valid section that is not early. */
  private void note_usage_missed_by_pfn_valid(MemSection section) {
    if (!design.has(Change.MAP_AT_BOOT)) {
      return;
    }
    MemSection ms = section.in("pfn_valid, asked by ppc64's vmemmap_populated");
    Bit asked = ms.section_mem_map().hasMemMap().and(ms.section_mem_map().early().not());
    Bit missing = design.has(Change.USAGE_POINTER_CHECKED) ? Bit.FALSE : ms.usage().is(Usage.NULL);
    ms.note(Event.NULL_DEREFERENCE, asked.and(missing));
    ms.note(Event.USE_AFTER_FREE, asked.and(ms.usage().is(Usage.DANGLING)));
  }
}
