package org.mhpcheck.model.bootmem;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.design.Option;
import org.mhpcheck.model.layout.FlagBits;
import org.mhpcheck.model.layout.SectionFlag;

/**
 * mm/sparse.c at boot, as far as it says where usages lie: sparse_init() to
 * check_usemap_section_nr(), which comes to nothing without CONFIG_MEMORY_HOTREMOVE. The memmap
 * finds room elsewhere.
 */
final class BootPlacement {
  /** NR_MEM_SECTIONS: no section has that number. */
  private static final int NR_MEM_SECTIONS = Integer.MAX_VALUE;

  private final Placement placement;
  private final Shape shape;
  private final Design design;
  private final UsageSizes sizes;
  private final Optional<Planted> planted;
  private final Memblock memblock;
  private final List<Placed.Run> runs = new ArrayList<>();
  private final List<Told> told = new ArrayList<>();

  /** The sections whose section_mem_map holds a memmap, and no node id any more. */
  private final Set<Integer> initialised = new HashSet<>();

  /** old_usemap_snr and old_pgdat_snr, which start as 0. */
  private Pair old = new Pair(0, 0);

  /** The sections that a usage and the pgdat of its node lie in. */
  private record Pair(int usemap, int pgdat) {}

  BootPlacement(Placement placement, Design design, UsageSizes sizes, Optional<Planted> planted) {
    this.placement = placement;
    this.shape = placement.shape();
    this.design = design;
    this.sizes = sizes;
    this.planted = planted;
    this.memblock = new Memblock(placement);
  }

  /** Of each run of sections of one node, where its usages lie; and what was told. */
  Placed sparse_init() {
    int begin = shape.first();
    int end = begin + shape.sections();
    for (int pnum = begin + 1; pnum < end; pnum++) {
      if (placement.node(pnum) != placement.node(begin)) {
        sparse_init_nid(placement.node(begin), begin, pnum);
        begin = pnum;
      }
    }
    sparse_init_nid(placement.node(begin), begin, end);
    return new Placed(
        placement, sizes, List.copyOf(runs), memblock.allocations(), List.copyOf(told), planted);
  }

  private void sparse_init_nid(int nid, int begin, int end) {
    int size = sizes.share() * (end - begin);
    OptionalInt array =
        looksForPgdat()
            ? sparse_early_usemaps_alloc_pgdat_section(nid, size)
            : memblock.memblock_alloc_node(size, nid);
    runs.add(new Placed.Run(nid, begin, end, array));
    if (array.isEmpty()) {
      return;
    }
    int usage = array.getAsInt();
    for (int pnum = begin; pnum < end; pnum++) {
      if (looksForPgdat()) {
        check_usemap_section_nr(nid, usage);
      }
      initialised.add(pnum); // sparse_init_one_section()
      usage += sizes.stride();
    }
  }

  private boolean looksForPgdat() {
    return design.has(Option.MEMORY_HOTREMOVE) && !design.has(Change.USAGES_BESIDE_ANYTHING);
  }

  /**
   * Within the section of the pgdat if there is room; else below it, and, once the limit is
   * dropped, anywhere.
   */
  private OptionalInt sparse_early_usemaps_alloc_pgdat_section(int node, int size) {
    int pgdat = placement.pgdatAddress(node);
    int goal = pgdat - pgdat % shape.sectionSize();
    int limit = goal + shape.sectionSize();
    int nid = placement.node(shape.section(goal));
    OptionalInt usage = memblock.memblock_alloc_try_nid(size, goal, limit, nid);
    return usage.isPresent() || isPlanted(Planted.LIMIT_KEPT)
        ? usage
        : memblock.memblock_alloc_try_nid(size, goal, Memblock.ACCESSIBLE, nid);
  }

  private void check_usemap_section_nr(int nid, int usage) {
    if (old.usemap() == 0) { // the first call, or the last told was of section 0
      old = new Pair(NR_MEM_SECTIONS, NR_MEM_SECTIONS);
    }
    Pair pair = new Pair(shape.section(usage), placement.pgdatSection(nid));
    boolean inOne = pair.usemap() == pair.pgdat();
    if (inOne || pair.equals(old) || isPlanted(Planted.PAIR_NOT_TOLD)) {
      return;
    }
    if (!isPlanted(Planted.PAIR_FORGOTTEN)) {
      old = pair;
    }
    boolean circular = sparse_early_nid(pair.usemap()) == nid;
    told.add(new Told(pair.usemap(), pair.pgdat(), nid, circular));
  }

  /**
   * The node id that section_mem_map holds: of a section that is not initialised its own. Of one
   * that is, it is bits of the memmap's address and of flags; those of the address are 0 on x86-64
   * without KASLR, whose vmemmap begins at 0xffffea0000000000.
   */
  private int sparse_early_nid(int section) {
    if (!initialised.contains(section)) {
      return placement.node(section);
    }
    FlagBits flags = FlagBits.of(design);
    return flags.belowNodeId().contains(SectionFlag.IS_EARLY)
        ? 1 << flags.bitOfNodeId(SectionFlag.IS_EARLY)
        : 0;
  }

  private boolean isPlanted(Planted fault) {
    return planted.filter(p -> p == fault).isPresent();
  }
}
