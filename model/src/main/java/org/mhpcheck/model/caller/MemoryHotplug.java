package org.mhpcheck.model.caller;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mhpcheck.model.caller.Range.Chunk;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Option;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.SpanStep;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.state.Zone;

/** The loops of mm/memory_hotplug.c over sections, as plans. */
final class MemoryHotplug {
  private final Machine machine;

  MemoryHotplug(Machine machine) {
    this.machine = machine;
  }

  /**
   * __add_pages() (v5.3 to v7.2): section by section; the first error ends it and is returned.
   * Nothing undoes the sections before. check_pfn_span() turns away what does not begin and end at
   * subsections, and an empty range is none of a call's: neither reaches a section.
   *
   * <p>Up to v5.2, and in the series until it adds parts of sections, __add_section() turned away
   * what was valid already, and that error was passed over: the resource tree was trusted to have
   * seen to it.
   *
   * @param failed the way on once it has returned an error
   */
  Plan __add_pages(Range range, Altmap altmap, Function<Errno, Plan> failed, Plan then) {
    if (!check_pfn_span(range)) {
      return failed.apply(Errno.EINVAL);
    }
    boolean parts = machine.design().has(Change.SUBSECTION_HOTPLUG);
    Step.Kind kind = parts ? Step.Kind.ADD : Step.Kind.ADD_ABSENT;
    List<Chunk> chunks = range.chunks(machine.geometry());
    Plan plan = then;
    for (int i = chunks.size() - 1; i >= 0; i--) {
      Map<Errno, Plan> on = new EnumMap<>(Errno.class);
      for (Errno rc : Errno.values()) {
        boolean goesOn = rc == Errno.OK || !parts && rc == Errno.EEXIST;
        on.put(rc, goesOn ? plan : failed.apply(rc));
      }
      plan = new Plan.Do(chunks.get(i).section(), step(kind, chunks.get(i), altmap), on);
    }
    return plan;
  }

  /** __remove_pages() (v5.3 to v7.2): section by section; it returns nothing and never stops. */
  Plan __remove_pages(Range range, Altmap altmap, Plan then) {
    return check_pfn_span(range) ? each(Step.Kind.REMOVE, range, altmap, then) : then;
  }

  /**
   * The same up to v5.4, where zones are kept: each section's part leaves its zone before it goes
   * (__remove_section()).
   *
   * @param zone the zone that the caller has found; none if it is no zone that there is
   */
  Plan __remove_pages(Optional<Zone> zone, Range range, Altmap altmap, Plan then) {
    List<Chunk> chunks = range.chunks(machine.geometry());
    Plan plan = then;
    for (int i = chunks.size() - 1; i >= 0; i--) {
      Chunk chunk = chunks.get(i);
      Plan removed =
          new Plan.Do(
              chunk.section(), step(Step.Kind.REMOVE, chunk, altmap), Map.of(Errno.OK, plan));
      Range part = range.within(chunk.section(), machine.geometry());
      plan = onSpans(SpanStep.Kind.REMOVE_ZONE, zone, part, Altmap.NONE, removed);
    }
    return plan;
  }

  /** One step on zones and spans; none where they are not kept. */
  Plan onSpans(SpanStep.Kind kind, Optional<Zone> zone, Range range, Altmap altmap, Plan then) {
    return machine.keepsZones() ? Plan.doing(spanStep(kind, zone, range, altmap), then) : then;
  }

  /** One that finds a zone; where zones are not kept, there is none to be found. */
  Plan asking(SpanStep.Kind kind, Range range, Altmap altmap, Function<Optional<Zone>, Plan> then) {
    return machine.keepsZones()
        ? Plan.asking(spanStep(kind, Optional.empty(), range, altmap), then)
        : then.apply(Optional.empty());
  }

  private static SpanStep spanStep(
      SpanStep.Kind kind, Optional<Zone> zone, Range range, Altmap altmap) {
    return new SpanStep(kind, zone, range.from(), range.to(), altmap);
  }

  /** One step a section, none of which can fail. */
  Plan each(Step.Kind kind, Range range, Altmap altmap, Plan then) {
    return each(kind, kind, range, altmap, then);
  }

  /** The same, with another step in the first section. */
  Plan each(Step.Kind first, Step.Kind others, Range range, Altmap altmap, Plan then) {
    List<Chunk> chunks = range.chunks(machine.geometry());
    Plan plan = then;
    for (int i = chunks.size() - 1; i >= 0; i--) {
      Chunk chunk = chunks.get(i);
      Step step = step(chunk.first() ? first : others, chunk, altmap);
      plan = new Plan.Do(chunk.section(), step, Map.of(Errno.OK, plan));
    }
    return plan;
  }

  /**
   * move_pfn_range_to_zone() of a device's range, and memmap_init_zone_device() once the lock is
   * given up.
   */
  Plan move_pfn_range_to_zone_device(Range range, Altmap altmap, Plan then) {
    Plan initialised =
        onSpans(SpanStep.Kind.INIT_ZONE_DEVICE, Optional.empty(), range, altmap, then);
    return onSpans(
        SpanStep.Kind.MOVE_TO_ZONE,
        Optional.of(Zone.DEVICE),
        range,
        altmap,
        section_taint_zone_device(range, initialised));
  }

  /**
   * As far as sections go (v5.12 on): a device's range that begins or ends within a section marks
   * that section. Before, nothing told.
   */
  private Plan section_taint_zone_device(Range range, Plan then) {
    if (!machine.design().has(Change.ONLINE_PAGE_ASKS_FOR_DEVICES)) {
      return then;
    }
    int size = machine.geometry().subsections();
    Plan plan = then;
    List<Chunk> chunks = range.chunks(machine.geometry());
    for (int i = chunks.size() - 1; i >= 0; i--) {
      Chunk chunk = chunks.get(i);
      boolean within =
          chunk.first() && range.from() % size != 0 || chunk.last() && range.to() % size != 0;
      if (within) {
        Step step = step(Step.Kind.TAINT, chunk, Altmap.NONE);
        plan = new Plan.Do(chunk.section(), step, Map.of(Errno.OK, plan));
      }
    }
    return plan;
  }

  /**
   * check_pfn_span(): a range is whole subsections, or without VMEMMAP whole sections. Calls are
   * counted in subsections, so what is left to ask of the former is that it lies within the memory
   * there can be.
   */
  private boolean check_pfn_span(Range range) {
    boolean aligned =
        machine.design().has(Option.VMEMMAP) || range.isWholeSections(machine.geometry());
    return aligned
        && 0 <= range.from()
        && range.from() < range.to()
        && range.to() <= machine.geometry().total();
  }

  private static Step step(Step.Kind kind, Chunk chunk, Altmap altmap) {
    return new Step(kind, chunk.range(), altmap);
  }
}
