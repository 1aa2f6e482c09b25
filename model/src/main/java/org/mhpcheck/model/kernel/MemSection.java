package org.mhpcheck.model.kernel;

import java.util.Optional;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.logic.OneOf;
import org.mhpcheck.model.state.Memmap;
import org.mhpcheck.model.state.MemmapBase;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.SectionMemMap;
import org.mhpcheck.model.state.Usage;

/**
 * A {@code struct mem_section} while kernel code works on it, with what it points to.
 *
 * <p>Fields bear the kernel's names. Each setter is one store, at a site named by the function that
 * holds this view and the field. Reaching the bitmap through a bad usage pointer is noted, not
 * branched on.
 */
final class MemSection {
  /** Where what a step as a whole has done is noted: no one function did it. */
  private static final String AT_REST = "at rest";

  private final Execution execution;
  private final Section books;
  private final String function;
  private final Fields fields;
  private final MemmapCount count;
  private int tests;

  /** What all views of one section share. */
  private static final class Fields {
    private SectionMemMap sectionMemMap;
    private OneOf<Usage> usage;
    private Bit reserved;
    private Bit pageblockFlags;
    private Bits subsectionMap;
    private Memmap memmap;
    private Memmap held;
    private Bit detached = Bit.FALSE;
    private Optional<Runnable> late = Optional.empty();
  }

  MemSection(Execution execution, Section state) {
    this.execution = execution;
    this.function = "";
    this.fields = new Fields();
    fields.sectionMemMap = state.sectionMemMap();
    fields.usage = state.usage();
    fields.reserved = state.reserved();
    fields.pageblockFlags = state.pageblockFlags();
    fields.subsectionMap = state.subsectionMap();
    fields.memmap = state.memmap();
    fields.held = Memmap.none(state.subsections());
    this.books = state;
    this.count = new MemmapCount(state.memmap());
  }

  private MemSection(MemSection section, String function) {
    this.execution = section.execution;
    this.books = section.books;
    this.fields = section.fields;
    this.count = section.count;
    this.function = function;
  }

  /** This section as {@code function} works on it: its stores and notes bear that name. */
  MemSection in(String function) {
    return new MemSection(this, function);
  }

  Section state() {
    return new Section(
        fields.sectionMemMap,
        fields.usage,
        fields.reserved,
        fields.pageblockFlags,
        fields.subsectionMap,
        fields.memmap,
        books.linearMap(),
        books.owners(),
        books.walkers());
  }

  int subsections() {
    return fields.subsectionMap.size();
  }

  SectionMemMap section_mem_map() {
    return fields.sectionMemMap;
  }

  void section_mem_map(SectionMemMap value) {
    store(
        "section_mem_map",
        () -> {
          fields.sectionMemMap = value;
          stored("section_mem_map");
        });
  }

  OneOf<Usage> usage() {
    return fields.usage;
  }

  /** {@code PageReserved(virt_to_page(ms->usage))}. */
  Bit usage_page_is_reserved() {
    return fields.reserved;
  }

  /** SetPageReserved() on the page that the usage lies in. */
  void set_usage_page_reserved() {
    store("usage page", () -> fields.reserved = fields.usage.isNot(Usage.NULL));
  }

  /** Points the section at a new, zeroed usage, in a page that is not reserved so far. */
  void point_at_new_usage(Usage provenance) {
    point_at(provenance, Bit.FALSE);
  }

  /** {@code ms->usage = NULL}. */
  void clear_usage() {
    point_at(Usage.NULL, Bit.FALSE);
  }

  /**
   * Points the section at a usage with nothing in its map, in a page that is not reserved so far.
   *
   * @param pageblockFlags whether its flags hold anything
   */
  void point_at(Usage provenance, Bit pageblockFlags) {
    store(
        "usage",
        () -> {
          detach();
          fields.usage = OneOf.of(provenance);
          fields.reserved = Bit.FALSE;
          fields.pageblockFlags = pageblockFlags;
          fields.subsectionMap = Bits.none(subsections());
          stored("usage");
        });
  }

  /** set_pageblock_migratetype() of its pageblocks. */
  void set_pageblock_flags() {
    store("pageblock_flags", () -> fields.pageblockFlags = fields.usage.isNot(Usage.NULL));
  }

  private void detach() {
    Bit live = fields.usage.is(Usage.SLAB).or(fields.usage.is(Usage.BOOT));
    fields.detached = fields.detached.or(live);
  }

  /**
   * Lets the map be full in a section with a usage, and empty in one without: not a store of the
   * kernel's.
   */
  void let_map_follow_usage() {
    fields.subsectionMap = Bits.full(subsections()).when(fields.usage.isNot(Usage.NULL));
  }

  /**
   * Lets the map be full in a valid section with a usage, and empty in any other: where there is no
   * map. Not a store of the kernel's.
   */
  void let_map_follow_validity() {
    Bit valid = fields.usage.isNot(Usage.NULL).and(fields.sectionMemMap.hasMemMap());
    fields.subsectionMap = Bits.full(subsections()).when(valid);
  }

  /** {@code kfree(ms->usage)}: the pointer stays, and dangles. */
  void kfree_usage() {
    note_kfree(fields.usage);
    fields.usage = fields.usage.orWhen(fields.usage.isNot(Usage.NULL), Usage.DANGLING);
    freed();
  }

  /**
   * kfree() of {@code usage}, which the section has stopped pointing at, if that was not left out.
   */
  void kfree(OneOf<Usage> usage) {
    note_kfree(usage);
    fields.usage = fields.usage.orWhen(fields.usage.isNot(Usage.NULL), Usage.DANGLING);
    fields.detached = Bit.FALSE;
    freed();
  }

  private void note_kfree(OneOf<Usage> usage) {
    note(Event.BOOT_USAGE_FREED, usage.is(Usage.BOOT));
    note(Event.DOUBLE_FREE, usage.is(Usage.DANGLING));
  }

  /** kfree() of the usage that this call allocated, once the section has stopped pointing at it. */
  void kfree_new_usage() {
    Bit stillPointedAt = fields.detached.not().and(fields.usage.is(Usage.SLAB));
    fields.usage = fields.usage.orWhen(stillPointedAt, Usage.DANGLING);
    fields.detached = Bit.FALSE;
    freed();
  }

  /** To be asked once the step is done: a live usage that nothing points at is lost. */
  void note_leaks() {
    in(AT_REST).note(Event.USAGE_LEAKED, fields.detached);
  }

  /** {@code ms->usage->subsection_map}, read. */
  Bits subsection_map() {
    note_bad_pointer();
    return fields.subsectionMap;
  }

  void subsection_map(Bits value) {
    note_bad_pointer();
    store(
        "subsection_map",
        () -> {
          fields.subsectionMap = value;
          stored("subsection_map");
        });
  }

  private void note_bad_pointer() {
    note(Event.NULL_DEREFERENCE, fields.usage.is(Usage.NULL));
    note(Event.USE_AFTER_FREE, fields.usage.is(Usage.DANGLING));
  }

  Memmap memmap() {
    return fields.memmap;
  }

  void memmap(Memmap value) {
    store(
        "memmap",
        () -> {
          fields.memmap = value;
          stored("memmap");
        });
  }

  /**
   * Keeps a memmap that was allocated for the section, which nothing points at so far but a
   * variable of the function that runs.
   */
  void hold_memmap(Memmap allocated) {
    store("memmap", () -> fields.held = allocated);
  }

  /** {@code kfree(memmap)}, of that. */
  void free_held_memmap() {
    fields.held = Memmap.none(subsections());
  }

  /**
   * To be asked once section_mem_map has been stored: it points at what was held, and what it
   * pointed at before is lost.
   */
  void point_at_held_memmap() {
    note(Event.MEMMAP_LEAKED, fields.memmap.populated().isEmpty().not());
    count.forget(fields.memmap);
    fields.memmap = fields.held;
    fields.held = Memmap.none(subsections());
    execution.seenAs(this::state);
  }

  /**
   * To be asked once a step is done, where section_mem_map is all that knows of memmap: live memmap
   * that it does not decode to is lost, and so is what is held still.
   */
  void note_lost_memmap() {
    Bit found = fields.sectionMemMap.base().is(MemmapBase.OWN);
    Bit lost = fields.memmap.populated().isEmpty().not().and(found.not());
    in(AT_REST).note(Event.MEMMAP_LEAKED, lost.or(fields.held.populated().isEmpty().not()));
    fields.memmap = fields.memmap.when(found);
  }

  /**
   * Lets nobody have initialised the struct pages of {@code range}: not a store that can be left
   * out, since what they held before means nothing either.
   */
  void uninitialise_pages(Bits range) {
    fields.memmap = fields.memmap.withPages(fields.memmap.pages().without(range));
  }

  /** How many pages of memmap are counted: memmap_pages_add(), memmap_boot_pages_add(). */
  MemmapCount memmap_count() {
    return count;
  }

  /** To be asked once a step of a kernel that counts is done. */
  void note_miscounts() {
    in(AT_REST).note(Event.MEMMAP_MISCOUNTED, count.differsFrom(fields.memmap));
  }

  void note(Event event, Bit when) {
    execution.note(event, function, when);
  }

  /** A branch of the function that holds this view. */
  boolean is(Bit condition) {
    tests++;
    return execution.is(function, tests, condition);
  }

  /** Does a store, unless a fault that is planted there leaves it out or lets it come late. */
  private void store(String field, Runnable store) {
    Optional<Mutant.Way> fault = execution.faultOfStore(function, field);
    if (fault.isEmpty()) {
      store.run();
      do_late_store();
      return;
    }
    do_late_store();
    switch (fault.get()) {
      case SKIPPED -> {}
      case DELAYED -> fields.late = Optional.of(store);
      case TRUE, FALSE, NEGATED ->
          throw new IllegalArgumentException(
              "no store can be forced or negated: " + new Site(function, field));
    }
  }

  /** To be asked once a step is done: what a fault holds up past the next store ends with it. */
  void do_late_store() {
    Optional<Runnable> late = fields.late;
    fields.late = Optional.empty();
    late.ifPresent(Runnable::run);
  }

  /** What others may see from now on. */
  private void stored(String field) {
    execution.stored(function, field, this::state);
  }

  private void freed() {
    execution.freed(function, this::state);
  }
}
