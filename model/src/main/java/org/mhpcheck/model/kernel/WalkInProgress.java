package org.mhpcheck.model.kernel;

import static org.mhpcheck.model.kernel.Encounter.Kind.FREED_USAGE;
import static org.mhpcheck.model.kernel.Encounter.Kind.NULL_USAGE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.SectionMemMap;
import org.mhpcheck.model.state.Usage;
import org.mhpcheck.model.state.Walk;
import org.mhpcheck.model.state.Walker;
import org.mhpcheck.model.state.Walker.Seen;

/**
 * A walker that goes on by one read, about one pfn. The function it is in is run from its start;
 * reads that it has done already are answered by what it has seen.
 */
final class WalkInProgress implements Reads {
  private static final Bits YES = Bits.full(1);
  private static final Bits NO = Bits.none(1);

  /** Ends the run: not an error, and so common that a stack trace would cost most of the time. */
  private static final class HeldUpException extends RuntimeException {
    private static final long serialVersionUID = 1;

    HeldUpException() {
      super(null, null, false, false);
    }
  }

  private final Walker walker;
  private final Section section;
  private final int subsection;
  private final Design design;
  private final List<Seen> seen;
  private int reads;
  private Optional<Walker> heldUp = Optional.empty();
  private Optional<Encounter.Kind> met = Optional.empty();

  /**
   * @param section as it is by now
   */
  WalkInProgress(Walker walker, Section section, int subsection, Design design) {
    this.walker = walker;
    this.section = section;
    this.subsection = subsection;
    this.design = design;
    this.seen = new ArrayList<>(walker.seen());
  }

  /** Whether {@code walk} is within rcu_read_lock(): pfn_valid() is, since kfree_rcu() came. */
  static boolean isRcuReader(Walk walk, Design design) {
    return walk == Walk.PFN_VALID && design.has(Change.USAGE_FREED_BY_RCU);
  }

  /** Does the next read; to be called once. */
  void goOn() {
    try {
      switch (walker.walk()) {
        case PFN_VALID -> Mmzone.pfn_valid(this, design);
        case PFN_TO_ONLINE_PAGE -> Mmzone.pfn_to_online_page(this, design);
        case PAGEBLOCK_FLAGS -> Mmzone.get_pageblock_bitmap(this, design);
      }
    } catch (HeldUpException e) {
      // It stands before its next read, or has crashed.
    }
  }

  /** Where it stands by then; empty if it has returned, or crashed. */
  Optional<Walker> heldUp() {
    return heldUp;
  }

  /** What it crashed of. */
  Optional<Encounter.Kind> met() {
    return met;
  }

  @Override
  public Bits all() {
    return YES;
  }

  @Override
  public Bits section_mem_map(Function<SectionMemMap, Bit> flag) {
    return truth(() -> flag.apply(section.sectionMemMap()).isTrue());
  }

  @Override
  public Bits at_once(Function<Section, Bits> function) {
    return truth(() -> function.apply(section).get(subsection));
  }

  @Override
  public Bits subsection_map() {
    boolean checked = design.has(Change.USAGE_POINTER_CHECKED);
    return behindUsage(checked, s -> s.subsectionMap().get(subsection));
  }

  @Override
  public Bits pageblock_flags() {
    return behindUsage(false, s -> s.pageblockFlags().isTrue());
  }

  /**
   * @param checked whether a pointer that is NULL is noticed
   */
  private Bits behindUsage(boolean checked, Function<Section, Boolean> read) {
    if (next(this::loadUsage) == Seen.FALSE) {
      return checked ? NO : crash(NULL_USAGE);
    }
    return truth(
        () -> {
          if (walker.freed()) {
            crash(FREED_USAGE);
          }
          return read.apply(section);
        });
  }

  private Seen loadUsage() {
    return section.usage().is(Usage.NULL).isTrue() ? Seen.FALSE : Seen.USAGE;
  }

  private Bits truth(Supplier<Boolean> read) {
    return next(() -> read.get() ? Seen.TRUE : Seen.FALSE) == Seen.TRUE ? YES : NO;
  }

  /** What read number {@code reads} came to; a second new one is not done any more. */
  private Seen next(Supplier<Seen> read) {
    if (reads == seen.size()) {
      if (seen.size() > walker.seen().size()) {
        heldUp =
            Optional.of(
                new Walker(walker.walk(), List.copyOf(seen), holdsFreed(), walker.waitedFor()));
        throw new HeldUpException();
      }
      seen.add(read.get());
    }
    return seen.get(reads++);
  }

  /** A pointer that is loaded between kfree() and its clearing holds only for who is waited for. */
  private boolean holdsFreed() {
    boolean loadedNow = seen.get(seen.size() - 1) == Seen.USAGE;
    return loadedNow && section.usage().is(Usage.DANGLING).isTrue() && !walker.waitedFor();
  }

  private Bits crash(Encounter.Kind kind) {
    met = Optional.of(kind);
    throw new HeldUpException();
  }
}
