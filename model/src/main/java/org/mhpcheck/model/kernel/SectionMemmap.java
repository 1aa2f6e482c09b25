package org.mhpcheck.model.kernel;

import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.design.Option;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.logic.OneOf;
import org.mhpcheck.model.state.MemmapBase;

/** What section code asks of memmap, and each of the two memory models does in its own way. */
interface SectionMemmap {

  /** That of {@code design}, on such a platform. */
  static SectionMemmap of(Execution execution, Design design, Platform platform) {
    return design.has(Option.VMEMMAP)
        ? new Vmemmap(execution, design, platform.mapping())
        : new AllocatedMemmap(execution, design, platform);
  }

  /** __populate_section_memmap() at boot: all of a section's, from the boot allocator. */
  void populate_at_boot(MemSection ms);

  /**
   * populate_section_memmap(): false if memory ran out, with a part of it done perhaps; of no
   * pages, none is needed.
   */
  boolean populate_section_memmap(MemSection section, Bits range, Altmap altmap);

  /**
   * page_init_poison(), of what was populated last.
   *
   * @param byPfn whether pfn_to_page() is asked where that is, or it is known
   */
  void page_init_poison(MemSection section, Bits range, Altmap altmap, boolean byPfn);

  /** Told when section_mem_map has just been pointed at a memmap. */
  void pointed_at(MemSection ms);

  /** depopulate_section_memmap(), which is told of pfns and asks pfn_to_page(). */
  void depopulate_section_memmap(MemSection section, Bits range, Altmap altmap);

  /** The same of what was populated last, where its address is known: up to v5.2. */
  void depopulate_new(MemSection section, Bits range, Altmap altmap);

  /** The same of where section_mem_map pointed before it was cleared: up to v5.2. */
  void depopulate_old(MemSection section, Bits range, Altmap altmap, OneOf<MemmapBase> memmap);

  /** free_map_bootmem(): frees a whole section's memmap from where it is told to lie. */
  void free_map_bootmem(MemSection section, OneOf<MemmapBase> memmap);

  /** Whether section_activate() and section_deactivate() count memmap: v6.17 to v7.1. */
  boolean countedBySection();
}
