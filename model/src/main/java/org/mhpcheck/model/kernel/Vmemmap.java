package org.mhpcheck.model.kernel;

import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.logic.OneOf;
import org.mhpcheck.model.state.Memmap;
import org.mhpcheck.model.state.MemmapBase;
import org.mhpcheck.model.state.Usage;

/**
 * SPARSEMEM_VMEMMAP: making memmap and taking it down, with what of it is counted.
 * mm/sparse-vmemmap.c, arch/&#42;/mm, and up to v7.0 the functions of mm/sparse.c between them and
 * the section.
 */
final class Vmemmap implements SectionMemmap {
  /** The subsections whose struct pages lie in one PMD of 2 MB. */
  private static final int SUBSECTIONS_OF_PMD = 64;

  private final Execution execution;
  private final Design design;
  private final Platform.Mapping mapping;

  Vmemmap(Execution execution, Design design, Platform.Mapping mapping) {
    this.execution = execution;
    this.design = design;
    this.mapping = mapping;
  }

  @Override
  public void populate_at_boot(MemSection ms) {
    ms.memmap(Memmap.allBoot(ms.subsections()));
  }

  /** Where a pfn's struct page lies does not hang on its section. */
  @Override
  public void page_init_poison(MemSection section, Bits range, Altmap altmap, boolean byPfn) {
    MemSection ms = section.in("page_init_poison");
    ms.uninitialise_pages(range);
    if (altmap == Altmap.INACCESSIBLE) {
      ms.note(Event.INACCESSIBLE_MEMMAP_WRITTEN, range.intersects(ms.memmap().altmap()));
    }
  }

  /** Nor does memmap hang on what points at it. */
  @Override
  public void pointed_at(MemSection ms) {}

  /**
   * A failure leaves a part done. Whoever cleans up takes all of it from the count: since v7.2 it
   * has been put there even so.
   */
  @Override
  public boolean populate_section_memmap(MemSection section, Bits range, Altmap altmap) {
    MemSection ms = section.in("populate_section_memmap");
    Bits mapped = mappedWith(range);
    boolean fails = isAllocated(ms, mapped) && execution.fails(FaultPoint.MEMMAP);
    Bits done = fails ? mappedBefore(range, execution.doneBeforeFailure(range)) : mapped;
    ms.memmap(
        altmap.isGiven()
            ? ms.memmap().populatedFromAltmap(done)
            : ms.memmap().populatedFromBuddy(done));
    if (countedWhereMade() && (!fails || design.has(Change.MEMMAP_COUNTED_WHERE_MADE))) {
      ms.memmap_count().add(range);
    }
    return !fails;
  }

  /** Whether anything has to be allocated. Pages are taken to be, where they are there already. */
  private boolean isAllocated(MemSection ms, Bits mapped) {
    return mapping == Platform.Mapping.PAGES
        ? !mapped.isEmpty().isTrue()
        : ms.is(mapped.subsetOf(ms.memmap().populated()).not());
  }

  /** The subsections that get memmap with {@code range}: all that share its mappings. */
  private Bits mappedWith(Bits range) {
    return switch (mapping) {
      case PAGES, PMDS_OF_WHOLE_SECTIONS -> range;
      case PMDS -> pmdsOf(range);
    };
  }

  /** What is mapped of {@code range} when memory runs out behind {@code done}. */
  private Bits mappedBefore(Bits range, Bits done) {
    return mapping == Platform.Mapping.PMDS ? pmdsOf(done).minus(pmdsOf(range.minus(done))) : done;
  }

  /**
   * The subsections that lose memmap with {@code range}: unmap_hotplug_pmd_range() clears a PMD
   * whole, whatever part of it is asked for. Since v6.14 those are boot's, and of what was added as
   * a whole section; that a part of the latter were removed is left out: nobody removes so who owns
   * what he added.
   */
  private Bits unmappedWith(Memmap memmap, Bits range) {
    return switch (mapping) {
      case PAGES -> range;
      case PMDS -> pmdsOf(range);
      case PMDS_OF_WHOLE_SECTIONS -> range.or(pmdsOf(range.and(memmap.boot())));
    };
  }

  private static Bits pmdsOf(Bits range) {
    int size = range.size();
    Bits pmds = Bits.none(size);
    for (int from = 0; from < size; from += SUBSECTIONS_OF_PMD) {
      Bits pmd = Bits.range(size, from, Math.min(size, from + SUBSECTIONS_OF_PMD));
      pmds = pmds.or(pmd.when(range.intersects(pmd)));
    }
    return pmds;
  }

  /**
   * On ppc64 vmemmap_populated() asks pfn_valid() meanwhile (arch/powerpc/mm/init_64.c); that is
   * done here for every architecture.
   */
  @Override
  public void depopulate_section_memmap(MemSection section, Bits range, Altmap altmap) {
    MemSection ms = section.in("depopulate_section_memmap");
    if (countedWhereMade()) {
      ms.memmap_count().take(range);
    }
    vmemmap_free(ms, range, altmap);
  }

  @Override
  public void depopulate_new(MemSection section, Bits range, Altmap altmap) {
    depopulate_section_memmap(section, range, altmap);
  }

  @Override
  public void depopulate_old(
      MemSection section, Bits range, Altmap altmap, OneOf<MemmapBase> memmap) {
    depopulate_section_memmap(section, range, altmap);
  }

  @Override
  public void free_map_bootmem(MemSection section, OneOf<MemmapBase> memmap) {
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

  @Override
  public boolean countedBySection() {
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
    Bits unmapped = unmappedWith(ms.memmap(), range);
    Bits foreign =
        altmap.isGiven() ? ms.memmap().boot().or(ms.memmap().buddy()) : ms.memmap().altmap();
    ms.note(Event.ALTMAP_MISMATCHED, unmapped.intersects(foreign));
    ms.memmap(ms.memmap().without(unmapped));
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
