package org.mhpcheck.model.kernel;

import static org.mhpcheck.model.kernel.Errno.EEXIST;
import static org.mhpcheck.model.kernel.Errno.ENOMEM;
import static org.mhpcheck.model.kernel.Errno.OK;

import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.logic.OneOf;
import org.mhpcheck.model.state.MemmapBase;
import org.mhpcheck.model.state.SectionMemMap;
import org.mhpcheck.model.state.Usage;

/**
 * mm/sparse.c of v5.2 and of the series up to its eighth patch, which adds and removes whole
 * sections. What the ninth did not replace stands in {@link Sparse}.
 *
 * <p>Functions bear the names of the first patch; the eighth calls the first of them
 * sparse_add_section(), and hands it a range that it does not look at.
 */
final class SparseOneSection {
  private final Execution execution;
  private final Design design;
  private final Sparse sparse;
  private final SectionMemmap memmap;

  SparseOneSection(Execution execution, Design design, Sparse sparse, SectionMemmap memmap) {
    this.execution = execution;
    this.design = design;
    this.sparse = sparse;
    this.memmap = memmap;
  }

  /** __add_section() (mm/memory_hotplug.c): adds what is not valid already. */
  Errno __add_section(MemSection section, Bits range, Altmap altmap) {
    MemSection ms = section.in("__add_section");
    if (ms.is(Mmzone.pfn_valid(ms.state()).holdsFirst())) {
      return EEXIST;
    }
    return sparse_add_one_section(section, range, altmap);
  }

  /**
   * sparse_add_one_section(). The memmap comes first and the test for what is there comes last, and
   * then the memmap "just populated" is taken back, whoever's it is (B04): __add_section() sees to
   * it that this is never called of a section whose first pfn is valid. Memmap that was populated
   * before memory ran out stays.
   */
  Errno sparse_add_one_section(MemSection section, Bits range, Altmap altmap) {
    Bits whole = whole(range);
    MemSection ms = section.in("sparse_add_one_section");
    if (!memmap.populate_section_memmap(section, whole, altmap)) {
      return ENOMEM;
    }
    if (execution.fails(FaultPoint.USAGE)) {
      memmap.depopulate_new(section, whole, altmap);
      return ENOMEM;
    }
    if (ms.is(ms.section_mem_map().present())) {
      // The new usage is freed, too: nothing has pointed at it so far.
      memmap.depopulate_new(section, whole, altmap);
      return EEXIST;
    }
    memmap.page_init_poison(section, whole, altmap, false);
    sparse.section_mark_present(section);
    sparse.sparse_init_one_section(section, MemmapBase.OWN, m -> m);
    MemSection init = section.in("sparse_init_one_section");
    // Up to v5.2 from kmalloc(), with anything in its flags.
    init.point_at(Usage.SLAB, Bit.of(!design.has(Change.MEM_SECTION_USAGE)));
    sparse.stand_in_for_map(section);
    return OK;
  }

  /** sparse_remove_one_section(), with the test that stood in __remove_section(). */
  void sparse_remove_one_section(MemSection section, Bits range, Altmap altmap) {
    Bits whole = whole(range);
    MemSection ms = section.in("sparse_remove_one_section");
    if (!ms.is(ms.section_mem_map().hasMemMap())) {
      ms.note(Event.SECTION_NOT_VALID, Bit.TRUE);
      return;
    }
    OneOf<Usage> usage = ms.usage();
    OneOf<MemmapBase> base = ms.section_mem_map().base();
    ms.section_mem_map(SectionMemMap.ZERO);
    ms.clear_usage();
    free_section_usage(section, usage, base, whole, altmap);
  }

  /**
   * free_section_usage(), free_section_usemap() in v5.2: frees what came from hot-adding, and of
   * what came from boot the memmap only. The boot usage is kept, and nothing points at it any more
   * (B05).
   */
  private void free_section_usage(
      MemSection section, OneOf<Usage> usage, OneOf<MemmapBase> base, Bits range, Altmap altmap) {
    MemSection ms = section.in("free_section_usage");
    if (ms.is(usage.is(Usage.NULL))) {
      return;
    }
    if (ms.is(came_from_hotplug(ms, usage))) {
      ms.kfree(usage);
      if (ms.is(base.isNot(MemmapBase.NULL_ENCODED))) {
        memmap.depopulate_old(section, range, altmap, base);
      }
      return;
    }
    if (ms.is(base.isNot(MemmapBase.NULL_ENCODED))) {
      memmap.free_map_bootmem(section, base);
    }
  }

  /**
   * PageSlab() or PageCompound() of the usage's page; from the second patch on whether the section
   * is not early, which none is once its section_mem_map is 0 (B02).
   */
  private Bit came_from_hotplug(MemSection ms, OneOf<Usage> usage) {
    return design.has(Change.SECTION_IS_EARLY)
        ? ms.section_mem_map().early().not()
        : usage.isNot(Usage.BOOT);
  }

  /** A section's pages, which is all that a range can be here. */
  private Bits whole(Bits range) {
    if (range.isFull().isFalse()) {
      throw new IllegalArgumentException(
          "%s adds and removes whole sections, found subsections %s"
              .formatted(design.name(), range.text()));
    }
    execution.assume(range.isFull());
    return Bits.full(range.size());
  }
}
