package org.mhpcheck.model.kernel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.design.Option;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.state.SectionMemMap;

/**
 * mm/sparse.c at boot: what sparse_init() makes of all sections, and what others do to them before
 * anything is hot-added. What it does to each of them is in {@link Sparse}.
 *
 * <p>Sections of one node that follow one another are a run: their usages are one allocation, their
 * memmaps one each. Whichever fails, the rest of the run is marked as not present.
 */
final class SparseInit {
  private final Design design;
  private final boolean faults;
  private final List<Present> sections;

  /** The sections with SECTION_IS_VMEMMAP_PREINIT, which nobody asks for once boot is over. */
  private final Set<Present> preinited = new HashSet<>();

  /** The usages of a run's array that no section has yet: sparse_usagebuf to its end. */
  private int usages;

  /** A section that has memory, at boot. */
  static final class Present {
    private final Execution execution;
    private final MemSection section;
    private final BootMemory memory;
    private final Sparse sparse;

    Present(Execution execution, MemSection section, BootMemory memory, Sparse sparse) {
      this.execution = execution;
      this.section = section;
      this.memory = memory;
      this.sparse = sparse;
    }
  }

  /**
   * @param faults whether allocations may fail
   * @param sections those that have memory, in their order
   */
  SparseInit(Design design, boolean faults, List<Present> sections) {
    this.design = design;
    this.faults = faults;
    this.sections = sections;
  }

  /**
   * All that boot does to sections: sparse_init(), then, of free_area_init(), subsection_map_init()
   * of all RAM (v5.3 on), whatever has become of its section, the flags of pageblocks, and the flag
   * of pages that the boot allocator handed out.
   */
  void boot() {
    sparse_init();
    sections.forEach(s -> s.sparse.subsection_map_init(s.section, s.memory.ram()));
    sections.forEach(s -> s.sparse.memmap_init(s.section));
    sections.forEach(s -> s.sparse.memmap_init_reserved_pages(s.section));
    sections.forEach(s -> s.section.note_leaks());
  }

  private void sparse_init() {
    sections.forEach(s -> s.sparse.memory_present(s.section, s.memory.node()));
    List<Present> run = new ArrayList<>();
    for (Present section : sections) {
      if (!run.isEmpty() && section.memory.node() != run.get(0).memory.node()) {
        sparse_init_nid(run);
        run.clear();
      }
      run.add(section);
    }
    if (!run.isEmpty()) {
      sparse_init_nid(run);
    }
  }

  private void sparse_init_nid(List<Present> run) {
    if (fails(run.get(0), FaultPoint.BOOT_USAGES)) {
      mark_not_present(run);
      return;
    }
    usages = run.size();
    if (design.has(Change.MEMMAP_MADE_EARLIER)) {
      sparse_vmemmap_init_nid_early(run.get(0).memory.node());
    }
    for (int i = 0; i < run.size(); i++) {
      Present section = run.get(i);
      if (preinited.contains(section)) {
        continue;
      }
      // Without VMEMMAP boot panics there, and that is the end of it.
      if (design.has(Option.VMEMMAP) && fails(section, FaultPoint.BOOT_MEMMAP)) {
        mark_not_present(run.subList(i, run.size()));
        return;
      }
      sparse_init_early_section(section);
    }
  }

  /**
   * The sections that gigantic pages of the node fill, of whatever run:
   * hugetlb_vmemmap_init_early() (mm/hugetlb_vmemmap.c, v6.15 on) goes through the node's pages.
   */
  private void sparse_vmemmap_init_nid_early(int node) {
    for (Present section : sections) {
      if (section.memory.ahead() && section.memory.node() == node) {
        sparse_init_early_section(section);
        preinited.add(section);
      }
    }
  }

  /** A function of its own from v6.15 on. Until then nobody asks whether a usage is left. */
  private void sparse_init_early_section(Present section) {
    if (usages == 0) {
      section.section.in("sparse_init_early_section").note(Event.BUG, Bit.TRUE);
    }
    usages--;
    section.sparse.sparse_init_early_section(section.section);
  }

  /**
   * How sparse_init_nid() ends if something failed. From v6.15 to v7.0 it asked which sections had
   * been made ahead, and cleared those, too (B28).
   */
  private void mark_not_present(List<Present> rest) {
    for (Present section : rest) {
      if (!(design.has(Change.PREINITED_KEPT_ON_FAILURE) && preinited.contains(section))) {
        section.section.in("sparse_init_nid").section_mem_map(SectionMemMap.ZERO);
      }
    }
  }

  private boolean fails(Present section, FaultPoint point) {
    return faults && section.execution.fails(point);
  }
}
