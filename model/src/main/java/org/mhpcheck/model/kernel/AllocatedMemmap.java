package org.mhpcheck.model.kernel;

import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.logic.OneOf;
import org.mhpcheck.model.state.Memmap;
import org.mhpcheck.model.state.MemmapBase;

/**
 * Without SPARSEMEM_VMEMMAP: each section's memmap is one allocation, from alloc_pages() or
 * vmalloc() (kvmalloc() from v5.7 on), and nothing knows of it but section_mem_map. pfn_to_page()
 * decodes that, so that it finds nothing where it is not set: mm/sparse.c up to v7.0,
 * include/asm-generic/memory_model.h.
 *
 * <p>Ranges are whole sections (check_pfn_span()), and no altmap is asked: what has one needs
 * VMEMMAP.
 */
final class AllocatedMemmap implements SectionMemmap {
  private final Execution execution;
  private final Design design;
  private final Platform platform;

  AllocatedMemmap(Execution execution, Design design, Platform platform) {
    this.execution = execution;
    this.design = design;
    this.platform = platform;
  }

  @Override
  public void populate_at_boot(MemSection ms) {
    ms.hold_memmap(Memmap.allBoot(ms.subsections()));
  }

  @Override
  public boolean populate_section_memmap(MemSection section, Bits range, Altmap altmap) {
    MemSection ms = section.in("populate_section_memmap");
    boolean fails = execution.fails(FaultPoint.MEMMAP);
    if (!fails) {
      ms.hold_memmap(Memmap.none(ms.subsections()).populatedFromBuddy(range));
    }
    if (countedWhereMade()) {
      ms.memmap_count().add(range);
    }
    return !fails;
  }

  @Override
  public void page_init_poison(MemSection section, Bits range, Altmap altmap, boolean byPfn) {
    MemSection ms = section.in("page_init_poison");
    if (byPfn) {
      ms.note(Event.WILD_MEMMAP_WRITTEN, pfn_to_page(ms).isNot(MemmapBase.OWN));
    }
  }

  /** What pfn_to_page() makes of the section's first pfn: of NULL_ENCODED it is NULL. */
  private static OneOf<MemmapBase> pfn_to_page(MemSection ms) {
    return ms.section_mem_map().base();
  }

  @Override
  public void pointed_at(MemSection ms) {
    ms.point_at_held_memmap();
  }

  @Override
  public void depopulate_section_memmap(MemSection section, Bits range, Altmap altmap) {
    MemSection ms = section.in("depopulate_section_memmap");
    if (countedWhereMade()) {
      ms.memmap_count().take(range);
    }
    free(ms, pfn_to_page(ms));
  }

  /** __kfree_section_memmap() is told of an address; from e9c0a3f05477 on there is none to tell. */
  @Override
  public void depopulate_new(MemSection section, Bits range, Altmap altmap) {
    if (design.has(Change.POPULATE_SECTION_MEMMAP)) {
      depopulate_section_memmap(section, range, altmap);
    } else {
      section.in("__kfree_section_memmap").free_held_memmap();
    }
  }

  @Override
  public void depopulate_old(
      MemSection section, Bits range, Altmap altmap, OneOf<MemmapBase> memmap) {
    if (design.has(Change.POPULATE_SECTION_MEMMAP)) {
      depopulate_section_memmap(section, range, altmap);
    } else {
      free(section.in("__kfree_section_memmap"), memmap);
    }
  }

  /** vfree() or free_pages(), kvfree() from v5.7 on; nothing is done of NULL. */
  private void free(MemSection ms, OneOf<MemmapBase> page) {
    if (ms.is(page.is(MemmapBase.NULL_ENCODED))) {
      return;
    }
    if (isOwn(ms, page)) {
      ms.note(Event.MEMMAP_MISFREED, ms.memmap().boot().isEmpty().not());
      ms.memmap(Memmap.none(ms.subsections()));
    }
  }

  /**
   * free_map_bootmem(): gives the pages back by put_page_bootmem(), which knows those of boot by
   * what their struct pages say. Memmap is taken to lie in another section than its own: such is
   * kept.
   */
  @Override
  public void free_map_bootmem(MemSection section, OneOf<MemmapBase> memmap) {
    MemSection ms = section.in("free_map_bootmem");
    if (countedWhereMade()) {
      ms.memmap_count().takeFromBoot(Bits.full(ms.subsections()));
    }
    if (!isOwn(ms, memmap) || !platform.bootmemInfo()) {
      return;
    }
    ms.note(Event.MEMMAP_MISFREED, ms.memmap().boot().isEmpty());
    ms.memmap(Memmap.none(ms.subsections()));
  }

  /** Whether there is memmap of this section where it is told to lie; notes what there is not. */
  private static boolean isOwn(MemSection ms, OneOf<MemmapBase> memmap) {
    Bit own = memmap.is(MemmapBase.OWN).and(ms.memmap().populated().isEmpty().not());
    if (ms.is(own)) {
      return true;
    }
    ms.note(Event.FOREIGN_MEMMAP_FREED, Bit.TRUE);
    return false;
  }

  /** As with VMEMMAP. */
  @Override
  public boolean countedBySection() {
    return design.has(Change.MEMMAP_COUNTED_BY_ALLOCATOR)
        && !design.has(Change.MEMMAP_COUNTED_WHERE_MADE);
  }

  /**
   * Only what also counts before it knows whether there is any (as v7.2 does): v6.11 to v6.16 count
   * boot's memmap, and none that comes or goes later (15995a352474).
   */
  private boolean countedWhereMade() {
    return design.has(Change.MEMMAP_COUNTED_WHERE_MADE);
  }
}
