package org.mhpcheck.model.caller;

import java.util.ArrayList;
import java.util.List;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Geometry;

/** mm/memremap.c: what memremap_pages() and memunmap_pages() ask, and what they do. */
final class Device {
  private Device() {}

  static List<Condition> conditions(Call call, Geometry geometry) {
    List<Condition> conditions = new ArrayList<>();
    for (Chunk chunk : Chunk.of(call, geometry)) {
      Condition.Kind kind;
      if (call.operation().adds()) {
        kind = Condition.Kind.FREE;
      } else if (chunk.first()) {
        kind = Condition.Kind.DEVICE_BEGINS;
      } else {
        kind = Condition.Kind.DEVICE_GOES_ON;
      }
      conditions.add(new Condition(chunk.section(), kind, chunk.range()));
      if (!call.operation().adds() && chunk.first()) {
        conditions.add(new Condition(chunk.section(), sameAltmap(call), chunk.range()));
      }
    }
    if (!call.operation().adds() && call.to() < geometry.total()) {
      int size = geometry.subsections();
      int next = call.to() % size;
      conditions.add(
          new Condition(
              call.to() / size, Condition.Kind.DEVICE_ENDED, Bits.range(size, next, next + 1)));
    }
    return conditions;
  }

  /** All of a range was added with an altmap, or none of it: its first section tells. */
  private static Condition.Kind sameAltmap(Call call) {
    return call.altmap().isGiven()
        ? Condition.Kind.DEVICE_WITH_ALTMAP
        : Condition.Kind.DEVICE_WITHOUT_ALTMAP;
  }

  /** A failed add is returned as it is: nobody takes back the sections before (L01). */
  static Plan plan(Call call, Geometry geometry) {
    Plan done = new Plan.Done(Errno.OK);
    return call.operation().adds()
        ? MemoryHotplug.__add_pages(
            call,
            geometry,
            MemoryHotplug.each(call, geometry, Step.Kind.CLAIM, Step.Kind.CLAIM_ON, done))
        : MemoryHotplug.__remove_pages(
            call,
            geometry,
            MemoryHotplug.each(call, geometry, Step.Kind.RELEASE, Step.Kind.RELEASE, done));
  }
}
