package org.mhpcheck.model.caller;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.state.Geometry;

/** The loops of mm/memory_hotplug.c, as plans. */
final class MemoryHotplug {
  private MemoryHotplug() {}

  /**
   * __add_pages() (v5.3 to v7.2): section by section; the first error ends it and is returned.
   * Nothing undoes the sections before. check_pfn_span() turns away what does not begin and end at
   * subsections, and an empty range is none of a call's: neither reaches a section.
   */
  static Plan __add_pages(Call call, Geometry geometry, Plan then) {
    if (!check_pfn_span(call, geometry)) {
      return new Plan.Done(Errno.EINVAL);
    }
    List<Chunk> chunks = Chunk.of(call, geometry);
    Plan plan = then;
    for (int i = chunks.size() - 1; i >= 0; i--) {
      Map<Errno, Plan> on = new EnumMap<>(Errno.class);
      for (Errno rc : Errno.values()) {
        on.put(rc, rc == Errno.OK ? plan : new Plan.Done(rc));
      }
      plan = new Plan.Do(chunks.get(i).section(), step(Step.Kind.ADD, chunks.get(i), call), on);
    }
    return plan;
  }

  /** __remove_pages() (v5.3 to v7.2): section by section; it returns nothing and never stops. */
  static Plan __remove_pages(Call call, Geometry geometry, Plan then) {
    if (!check_pfn_span(call, geometry)) {
      return then;
    }
    return each(call, geometry, Step.Kind.REMOVE, Step.Kind.REMOVE, then);
  }

  /** One step a chunk, none of which can fail. */
  static Plan each(Call call, Geometry geometry, Step.Kind first, Step.Kind others, Plan then) {
    List<Chunk> chunks = Chunk.of(call, geometry);
    Plan plan = then;
    for (int i = chunks.size() - 1; i >= 0; i--) {
      Chunk chunk = chunks.get(i);
      Step step = step(chunk.first() ? first : others, chunk, call);
      plan = new Plan.Do(chunk.section(), step, Map.of(Errno.OK, plan));
    }
    return plan;
  }

  /**
   * check_pfn_span(): a range is whole subsections (VMEMMAP). Calls are counted in subsections, so
   * what is left to ask is that it lies within the memory there can be.
   */
  private static boolean check_pfn_span(Call call, Geometry geometry) {
    return 0 <= call.from() && call.from() < call.to() && call.to() <= geometry.total();
  }

  private static Step step(Step.Kind kind, Chunk chunk, Call call) {
    return new Step(kind, chunk.range(), call.altmap());
  }
}
