package org.mhpcheck.model.kernel;

import static org.mhpcheck.model.kernel.Errno.EEXIST;
import static org.mhpcheck.model.kernel.Errno.EINVAL;
import static org.mhpcheck.model.kernel.Errno.ENOMEM;
import static org.mhpcheck.model.kernel.Errno.OK;

import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.design.Option;
import org.mhpcheck.model.layout.FlagBits;
import org.mhpcheck.model.layout.SectionFlag;
import org.mhpcheck.model.layout.SubsectionMask;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.logic.OneOf;
import org.mhpcheck.model.state.MemmapBase;
import org.mhpcheck.model.state.SectionMemMap;
import org.mhpcheck.model.state.Usage;

/**
 * mm/sparse.c from v5.3 on: the functions that work on one section. Boot and the memmap are those
 * of v5.2, too; how that added and removed is in {@link SparseOneSection}.
 *
 * <p>Three words to learn: {@code ms.is(..)} is a branch, {@code execution.fails(..)} an allocation
 * that may fail, {@code design.has(..)} asks whether this kernel has that commit. A range is what
 * (pfn, nr_pages) says, as a bitmap, never over the section's end, as check_pfn_span() and the
 * callers' chunks leave it; who calls these functions directly may ask for no pages at all.
 */
final class Sparse {
  private final Execution execution;
  private final Design design;
  private final SectionMemmap memmap;

  Sparse(Execution execution, Design design, SectionMemmap memmap) {
    this.execution = execution;
    this.design = design;
    this.memmap = memmap;
  }

  // ---- boot ----

  /**
   * Until sparse_init_one_section() clears the bits of the pointer, those hold the node id; flags
   * that the id reaches into keep what it leaves there (B17).
   */
  void memory_present(MemSection section, int node) {
    MemSection ms = section.in("memory_present");
    SectionMemMap word = ms.section_mem_map().withOnline(Bit.TRUE);
    FlagBits flags = FlagBits.of(design);
    if (flags.isSetByNodeId(SectionFlag.IS_EARLY, node)) {
      word = word.withEarly();
    }
    if (flags.isSetByNodeId(SectionFlag.TAINT_ZONE_DEVICE, node)) {
      word = word.withTaint();
    }
    ms.section_mem_map(word);
    section_mark_present(section);
  }

  /**
   * What sparse_init_nid() makes of a section once it has a usage for it; a function of its own
   * from v6.15 on. The memmap is the whole section's, whatever part of it is there.
   */
  void sparse_init_early_section(MemSection section) {
    MemSection ms = section.in("sparse_init_nid");
    memmap.populate_at_boot(ms);
    Flags flags = design.has(Change.SECTION_IS_EARLY) ? SectionMemMap::withEarly : m -> m;
    sparse_init_one_section(section, MemmapBase.OWN, flags);
    section.in("sparse_init_one_section").point_at_new_usage(Usage.BOOT);
  }

  /** Sets the bits of the section's RAM. It asks of no section whether it is there (L03). */
  void subsection_map_init(MemSection section, Bits ram) {
    if (!design.has(Change.MAP_AT_BOOT)) {
      stand_in_for_map(section);
      return;
    }
    if (hasMap(design)) {
      MemSection ms = section.in("subsection_map_init");
      Bits map = ms.subsection_map();
      if (!ms.usage().is(Usage.NULL).isTrue()) { // else that was the end of it
        ms.subsection_map(map.or(ram));
      }
    }
  }

  /**
   * Whether anybody reads the map of subsections. Without VMEMMAP pfn_section_valid() is always
   * true (include/linux/mmzone.h), and only section_activate() and section_deactivate() of v5.3 to
   * v5.6 ask it; from v5.7 on there is none.
   */
  static boolean hasMap(Design design) {
    return design.has(Option.VMEMMAP)
        || design.has(Change.SUBSECTION_HOTPLUG) && !design.has(Change.MAP_ONLY_IF_VMEMMAP);
  }

  /**
   * Whether this kernel has {@code change}, which came with code that is compiled for VMEMMAP only:
   * mm/sparse-vmemmap.c of 6.12.117.
   */
  private boolean hasWithVmemmap(Change change) {
    return design.has(Option.VMEMMAP) && design.has(change);
  }

  /** mm/mm_init.c, as far as the pageblocks' migrate types go. */
  void memmap_init(MemSection section) {
    section.in("memmap_init").set_pageblock_flags();
  }

  /**
   * Until the series' third patch nobody reads the map, and pfn_valid() goes by the section. A map
   * that is full in every section with a usage says the same, and lets pfn_valid() be one formula.
   */
  void stand_in_for_map(MemSection section) {
    if (!design.has(Change.MAP_AT_BOOT)) {
      section.let_map_follow_usage();
    }
  }

  /** mm/memblock.c, as far as the page of the usage goes. */
  void memmap_init_reserved_pages(MemSection section) {
    MemSection ms = section.in("memmap_init_reserved_pages");
    ms.set_usage_page_reserved();
  }

  // ---- hotplug ----

  /** sparse_add_section(): adds {@code range} to a section, present or not. */
  Errno sparse_add_section(MemSection section, Bits range, Altmap altmap) {
    MemSection ms = section.in("sparse_add_section");
    Errno rc = section_activate(section, range, altmap);
    if (rc != OK) {
      return rc;
    }
    poison(ms, range, altmap);
    section_mark_present(section);
    sparse_init_one_section(section, aligned_memmap(ms, range), m -> m);
    return OK;
  }

  /**
   * Writes to the struct pages of what was added. Of an inaccessible altmap that is known not to be
   * done only where the altmap is asked: not in what was lost again (L10).
   */
  private void poison(MemSection ms, Bits range, Altmap altmap) {
    boolean asked =
        design.has(Change.INACCESSIBLE_ALTMAP) && !hasWithVmemmap(Change.INACCESSIBLE_POISONED);
    if (!asked || !ms.is(Bit.of(altmap == Altmap.INACCESSIBLE))) {
      memmap.page_init_poison(ms, range, altmap, !design.has(Change.POISONED_BY_MEMMAP));
    }
  }

  /** The memmap at the section's start, however far into the section the range begins. */
  private MemmapBase aligned_memmap(MemSection ms, Bits range) {
    if (ms.is(subsection_mask_set(range).holdsFirst())
        || design.has(Change.MEMMAP_OF_SECTION_START)) {
      return MemmapBase.OWN;
    }
    return MemmapBase
        .WRONG; // pfn_to_kaddr(): the linear address of the memory, not its struct page
  }

  void section_mark_present(MemSection section) {
    MemSection ms = section.in("section_mark_present");
    ms.section_mem_map(ms.section_mem_map().withPresent());
  }

  /** How {@code flags} are or-ed into section_mem_map. */
  interface Flags {
    SectionMemMap or(SectionMemMap word);
  }

  /**
   * sparse_init_one_section(): two stores to section_mem_map; the low flags stay. Its last store,
   * of the usage pointer, matters at boot only: an added section has that pointer already.
   */
  void sparse_init_one_section(MemSection section, MemmapBase base, Flags flags) {
    MemSection ms = section.in("sparse_init_one_section");
    ms.section_mem_map(ms.section_mem_map().withBase(MemmapBase.ZERO));
    ms.section_mem_map(flags.or(ms.section_mem_map().withBase(base).withHasMemMap(Bit.TRUE)));
    memmap.pointed_at(ms);
  }

  /** section_activate(): gives {@code range} its usage, its bits and its memmap, or nothing. */
  private Errno section_activate(MemSection section, Bits range, Altmap altmap) {
    MemSection ms = section.in("section_activate");
    boolean allocated = ms.is(ms.usage().is(Usage.NULL));
    if (allocated) {
      if (execution.fails(FaultPoint.USAGE)) {
        return ENOMEM;
      }
      ms.point_at_new_usage(Usage.SLAB);
    }
    Errno rc = fill_subsection_map(section, range);
    if (rc != OK) {
      if (allocated) {
        ms.clear_usage();
        ms.kfree_new_usage();
      }
      return rc;
    }
    // The boot memmap spans the whole section: what is added to a part of it has struct pages, and
    // needs no altmap.
    if (!ms.is(range.isFull()) && ms.is(ms.section_mem_map().early())) {
      return OK;
    }
    if (!memmap.populate_section_memmap(section, range, altmap)) {
      section_deactivate(section, range, altmap);
      return ENOMEM;
    }
    if (memmap.countedBySection()) {
      ms.memmap_count().add(range);
    }
    return OK;
  }

  /** fill_subsection_map(): a function of its own from v5.7 on. */
  private Errno fill_subsection_map(MemSection section, Bits range) {
    if (!hasMap(design)) {
      return OK; // whatever is there already (L09)
    }
    MemSection ms = section.in("fill_subsection_map");
    Bits map = ms.subsection_map();
    Bits mask = subsection_mask_set(range);
    if (ms.is(mask.isEmpty())) {
      return EINVAL;
    }
    if (ms.is(mask.intersects(map))) {
      return EEXIST;
    }
    ms.subsection_map(map.or(mask));
    return OK;
  }

  /**
   * The bits of a range. Of no pages, from a section's start on, they are all: the last subsection
   * is taken to be that of the page before (L15). Ranges that are not known are never empty.
   */
  private static Bits subsection_mask_set(Bits range) {
    return range.isEmpty().isTrue() ? SubsectionMask.bits(range.size(), 0, 0) : range;
  }

  /** sparse_remove_section(), with the test that stood in __remove_section() before v6.6. */
  void sparse_remove_section(MemSection section, Bits range, Altmap altmap) {
    MemSection ms = section.in("sparse_remove_section");
    if (!ms.is(ms.section_mem_map().hasMemMap())) {
      ms.note(Event.SECTION_NOT_VALID, Bit.TRUE);
      return;
    }
    section_deactivate(section, range, altmap);
  }

  /** section_deactivate(): takes {@code range} away; the last one resets the section. */
  private void section_deactivate(MemSection section, Bits range, Altmap altmap) {
    MemSection ms = section.in("section_deactivate");
    boolean early = ms.is(ms.section_mem_map().early());
    if (clear_subsection_map(section, range) != OK) {
      return;
    }
    boolean empty = is_subsection_map_empty(ms);
    Freeing freeing = new Freeing(range, altmap, early, empty, memmap_of_section(ms));
    if (design.has(Change.RESET_AFTER_DEPOPULATE)) {
      deactivate_and_reset_last(ms, freeing);
    } else {
      deactivate_and_reset_first(ms, freeing);
    }
  }

  private boolean is_subsection_map_empty(MemSection ms) {
    return !hasMap(design) || ms.is(ms.subsection_map().isEmpty());
  }

  /**
   * What section_deactivate() has found out when it comes to the memmap.
   *
   * @param memmap where the whole section's is thought to lie
   */
  private record Freeing(
      Bits range, Altmap altmap, boolean early, boolean empty, OneOf<MemmapBase> memmap) {}

  /** The order of v5.3 to v5.5: the section is reset before its memmap goes. */
  private void deactivate_and_reset_first(MemSection ms, Freeing freeing) {
    if (freeing.empty()) {
      free_usage(ms, freeing.early());
      reset_mem_map(ms);
    }
    // As posted (v10) the flag was asked for again here, when the reset has cleared it.
    boolean earlyNow =
        design.has(Change.EARLY_READ_AT_ENTRY)
            ? freeing.early()
            : ms.is(ms.section_mem_map().early());
    free_memmap(ms, freeing, earlyNow);
  }

  /** The order since v5.6: the section is invalid first, and reset when its memmap is gone. */
  private void deactivate_and_reset_last(MemSection ms, Freeing freeing) {
    if (freeing.empty()) {
      if (design.has(Change.USAGE_FREED_BY_RCU)) {
        invalidate(ms);
        free_usage(ms, freeing.early()); // kfree_rcu()
      } else {
        free_usage(ms, freeing.early());
        if (design.has(Change.INVALID_BEFORE_DEPOPULATE)) {
          invalidate(ms);
        }
      }
    }
    free_memmap(ms, freeing, freeing.early());
    if (freeing.empty()) {
      reset_mem_map(ms);
    }
  }

  private static void invalidate(MemSection ms) {
    ms.section_mem_map(ms.section_mem_map().withHasMemMap(Bit.FALSE));
  }

  /** Frees the usage unless boot made it, which two designs tell in two ways. */
  private void free_usage(MemSection ms, boolean early) {
    boolean fromBoot =
        design.has(Change.RESERVED_USAGE_KEPT) ? ms.is(ms.usage_page_is_reserved()) : early;
    if (!fromBoot) {
      ms.kfree_usage();
      ms.clear_usage();
    }
  }

  private void reset_mem_map(MemSection ms) {
    ms.section_mem_map(
        design.has(Change.MEM_MAP_RESET_TO_NULL)
            ? SectionMemMap.ZERO
            : SectionMemMap.ZERO.withBase(MemmapBase.NULL_ENCODED));
  }

  /** The whole section's memmap: sparse_decode_mem_map(), or pfn_to_page(), which never errs. */
  private OneOf<MemmapBase> memmap_of_section(MemSection ms) {
    return hasWithVmemmap(Change.MEMMAP_BY_PFN)
        ? OneOf.of(MemmapBase.OWN)
        : ms.section_mem_map().base();
  }

  private void free_memmap(MemSection ms, Freeing freeing, boolean early) {
    // A memmap of NULL is nothing to free, and only an encoded NULL decodes to that.
    if (early && freeing.empty() && ms.is(freeing.memmap().isNot(MemmapBase.NULL_ENCODED))) {
      if (memmap.countedBySection()) {
        ms.memmap_count().takeFromBoot(freeing.range());
      }
      memmap.free_map_bootmem(ms, freeing.memmap());
    } else if (!early || !design.has(Change.EARLY_MEMMAP_NEVER_PARTIAL)) {
      if (memmap.countedBySection()) {
        ms.memmap_count().take(freeing.range());
      }
      memmap.depopulate_section_memmap(ms, freeing.range(), freeing.altmap());
    }
  }

  /** clear_subsection_map(): a function of its own from v5.7 on. */
  private Errno clear_subsection_map(MemSection section, Bits range) {
    if (!hasMap(design)) {
      return OK;
    }
    MemSection ms = section.in("clear_subsection_map");
    Bits mask = subsection_mask_set(range);
    boolean set = !ms.is(ms.usage().is(Usage.NULL)) && ms.is(mask.subsetOf(ms.subsection_map()));
    if (!set) {
      ms.note(Event.ALREADY_DEACTIVATED, Bit.TRUE);
      return EINVAL;
    }
    ms.subsection_map(ms.subsection_map().xor(mask));
    return OK;
  }

  // ---- flags ----

  /** online_mem_sections(), of one section. */
  void online_mem_sections(MemSection section) {
    set_online(section.in("online_mem_sections"), Bit.TRUE);
  }

  /** offline_mem_sections(), of one section. */
  void offline_mem_sections(MemSection section) {
    set_online(section.in("offline_mem_sections"), Bit.FALSE);
  }

  private void set_online(MemSection ms, Bit online) {
    if (!hasWithVmemmap(Change.ONLINE_UNCHECKED) && !ms.is(ms.section_mem_map().hasMemMap())) {
      ms.note(Event.SECTION_NOT_VALID, Bit.TRUE);
      return;
    }
    ms.section_mem_map(ms.section_mem_map().withOnline(online));
  }

  /**
   * section_taint_zone_device() (mm/memory_hotplug.c from v5.12 on). Nothing takes it back (L17).
   */
  void section_taint_zone_device(MemSection section) {
    MemSection ms = section.in("section_taint_zone_device");
    ms.section_mem_map(ms.section_mem_map().withTaint());
  }
}
