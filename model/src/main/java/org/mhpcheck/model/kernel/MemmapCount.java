package org.mhpcheck.model.kernel;

import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Memmap;

/**
 * What one step does to the counters nr_memmap_pages and nr_memmap_boot_pages (mm/vmstat.c, v6.11
 * on), as the subsections whose memmap it counts. The counters are no state; that they change as
 * memmap does is an obligation on every step.
 */
final class MemmapCount {
  private Memmap before;
  private final Counter pages;
  private final Counter bootPages;

  /** One counter: what was added to it, and what was taken from it. */
  private static final class Counter {
    private Bits added;
    private Bits taken;

    Counter(int subsections) {
      this.added = Bits.none(subsections);
      this.taken = Bits.none(subsections);
    }

    /** Whether it changed by other than what {@code before} became. */
    Bit differsFrom(Bits before, Bits after) {
      Bit grew = added.minus(taken).sameAs(after.minus(before));
      Bit shrank = taken.minus(added).sameAs(before.minus(after));
      return grew.and(shrank).not();
    }
  }

  MemmapCount(Memmap before) {
    this.before = before;
    this.pages = new Counter(before.boot().size());
    this.bootPages = new Counter(before.boot().size());
  }

  /** memmap_pages_add() of the struct pages of {@code range}. */
  void add(Bits range) {
    pages.added = pages.added.or(range);
  }

  /** The same, of so many less. */
  void take(Bits range) {
    pages.taken = pages.taken.or(range);
  }

  /** memmap_boot_pages_add(), of so many less. */
  void takeFromBoot(Bits range) {
    bootPages.taken = bootPages.taken.or(range);
  }

  /** Leaves out {@code lost}: it is there still, and counted still, and no section has it. */
  void forget(Memmap lost) {
    before = before.without(lost.populated());
  }

  /** Whether a counter changed by other than memmap did, which now is {@code after}. */
  Bit differsFrom(Memmap after) {
    return pages
        .differsFrom(before.buddy().or(before.altmap()), after.buddy().or(after.altmap()))
        .or(bootPages.differsFrom(before.boot(), after.boot()));
  }
}
