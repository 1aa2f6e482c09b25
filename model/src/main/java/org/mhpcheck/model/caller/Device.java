package org.mhpcheck.model.caller;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mhpcheck.model.caller.Range.Chunk;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.SpanStep;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bits;

/**
 * mm/memremap.c: what memremap_pages() and memunmap_pages() ask, and what they do. Private memory
 * (MEMORY_DEVICE_PRIVATE) is none that the processor reaches: it has no linear mapping, and no
 * altmap.
 */
final class Device {
  private final Machine machine;
  private final boolean isPrivate;

  Device(Machine machine, boolean isPrivate) {
    this.machine = machine;
    this.isPrivate = isPrivate;
  }

  List<Condition> conditions(Call call) {
    return call.operation().adds() ? ofAdd(call) : ofRemove(call);
  }

  private List<Condition> ofAdd(Call call) {
    List<Condition> conditions = new ArrayList<>();
    for (Chunk chunk : Range.of(call).chunks(machine.geometry())) {
      conditions.add(new Condition(chunk.section(), Condition.Kind.FREE, chunk.range()));
    }
    return conditions;
  }

  private List<Condition> ofRemove(Call call) {
    List<Condition> conditions = new ArrayList<>();
    for (Chunk chunk : Range.of(call).chunks(machine.geometry())) {
      Condition.Kind kind =
          chunk.first() ? Condition.Kind.DEVICE_BEGINS : Condition.Kind.DEVICE_GOES_ON;
      conditions.add(new Condition(chunk.section(), kind, chunk.range()));
      if (chunk.first()) {
        conditions.add(
            new Condition(chunk.section(), Condition.Kind.sameAltmap(call), chunk.range()));
        Condition.Kind reached =
            isPrivate ? Condition.Kind.DEVICE_PRIVATE : Condition.Kind.DEVICE_NOT_PRIVATE;
        conditions.add(new Condition(chunk.section(), reached, chunk.range()));
      }
    }
    if (call.to() < machine.geometry().total()) {
      int size = machine.geometry().subsections();
      int next = call.to() % size;
      conditions.add(
          new Condition(
              call.to() / size, Condition.Kind.DEVICE_ENDED, Bits.range(size, next, next + 1)));
    }
    return conditions;
  }

  /**
   * A failed add is returned as it is: nobody takes back the sections before (L01). The pagemap
   * stands before anything is added, and is dead before anything is removed.
   */
  Plan plan(Call call) {
    return call.operation().adds() ? memremap_pages(call) : memunmap_pages(call);
  }

  private Plan memremap_pages(Call call) {
    Range range = Range.of(call);
    MemoryHotplug hotplug = new MemoryHotplug(machine);
    Function<Errno, Plan> failed =
        rc -> hotplug.each(Step.Kind.KILL_PAGEMAP, range, Altmap.NONE, new Plan.Done(rc));
    Plan owned =
        hotplug.each(
            isPrivate ? Step.Kind.CLAIM_PRIVATE : Step.Kind.CLAIM,
            isPrivate ? Step.Kind.CLAIM_PRIVATE_ON : Step.Kind.CLAIM_ON,
            range,
            call.altmap(),
            new Plan.Done(Errno.OK));
    Plan added = hotplug.move_pfn_range_to_zone_device(range, call.altmap(), owned);
    Plan add =
        isPrivate
            ? hotplug.__add_pages(range, call.altmap(), failed, added)
            : new ArchMemory(machine).arch_add_memory(range, call.altmap(), failed, added);
    return hotplug.each(Step.Kind.PAGEMAP, range, Altmap.NONE, add);
  }

  private Plan memunmap_pages(Call call) {
    Range range = Range.of(call);
    MemoryHotplug hotplug = new MemoryHotplug(machine);
    ArchMemory arch = new ArchMemory(machine);
    Plan given = hotplug.each(Step.Kind.RELEASE, range, call.altmap(), new Plan.Done(Errno.OK));
    Plan removed =
        isPrivate
            ? arch.__remove_pages(range, call.altmap(), given)
            : arch.arch_remove_memory(range, call.altmap(), given);
    Plan left = leavingZone(hotplug, range, call.altmap(), removed);
    return hotplug.each(Step.Kind.KILL_PAGEMAP, range, Altmap.NONE, left);
  }

  /**
   * remove_pfn_range_from_zone() of the zone that the first page is in (v5.5 on). Before, only the
   * node was asked for here.
   */
  private Plan leavingZone(MemoryHotplug hotplug, Range range, Altmap altmap, Plan then) {
    if (!machine.design().has(Change.ZONE_SHRINKS_AT_OFFLINE)) {
      return hotplug.onSpans(SpanStep.Kind.ASK_NODE, Optional.empty(), range, altmap, then);
    }
    return hotplug.asking(
        SpanStep.Kind.ASK_ZONE_OF_DEVICE,
        range,
        altmap,
        zone -> hotplug.onSpans(SpanStep.Kind.REMOVE_FROM_ZONE, zone, range, Altmap.NONE, then));
  }
}
