package org.mhpcheck.model.caller;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.mhpcheck.model.caller.Range.Chunk;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.SpanStep;
import org.mhpcheck.model.kernel.Step;

/** arch_add_memory() and arch_remove_memory(): the loops, within the linear mapping. */
final class ArchMemory {
  private final Machine machine;
  private final MemoryHotplug hotplug;

  ArchMemory(Machine machine) {
    this.machine = machine;
    this.hotplug = new MemoryHotplug(machine);
  }

  /**
   * arch_add_memory(): the linear mapping, then __add_pages(). Whether the mapping goes when that
   * fails depends on the architecture, and on when it was.
   *
   * @param failed the way on once it has returned an error
   */
  Plan arch_add_memory(Range range, Altmap altmap, Function<Errno, Plan> failed, Plan then) {
    Function<Errno, Plan> afterFailure =
        machine.world().arch().unmapsAfterFailedAdd(machine.design())
            ? rc -> unmap(range, failed.apply(rc))
            : failed;
    return map(range, failed, hotplug.__add_pages(range, altmap, afterFailure, then));
  }

  /** arch_remove_memory(): __remove_pages(), then the linear mapping goes. */
  Plan arch_remove_memory(Range range, Altmap altmap, Plan then) {
    return __remove_pages(range, altmap, unmap(range, then));
  }

  /**
   * __remove_pages(). Up to v5.4 it was told of the zone that the first page is in, behind the
   * altmap: arch_remove_memory() read it, and of private memory memunmap_pages().
   */
  Plan __remove_pages(Range range, Altmap altmap, Plan then) {
    return machine.keepsZones() && !machine.design().has(Change.ZONE_SHRINKS_AT_OFFLINE)
        ? hotplug.asking(
            SpanStep.Kind.ASK_ZONE,
            range,
            altmap,
            zone -> hotplug.__remove_pages(zone, range, altmap, then))
        : hotplug.__remove_pages(range, altmap, then);
  }

  /** A mapping that fails takes back what it had mapped. */
  private Plan map(Range range, Function<Errno, Plan> failed, Plan then) {
    List<Chunk> chunks = range.chunks(machine.geometry());
    int size = machine.geometry().subsections();
    Plan plan = then;
    for (int i = chunks.size() - 1; i >= 0; i--) {
      Chunk chunk = chunks.get(i);
      Plan onFailure = failed.apply(Errno.ENOMEM);
      Plan undone =
          chunk.first()
              ? onFailure
              : unmap(new Range(range.from(), chunk.section() * size), onFailure);
      plan =
          new Plan.Do(
              chunk.section(),
              new Step(machine.world().arch().mapping(), chunk.range()),
              Map.of(Errno.OK, plan, Errno.ENOMEM, undone));
    }
    return plan;
  }

  private Plan unmap(Range range, Plan then) {
    return hotplug.each(Step.Kind.UNMAP, range, Altmap.NONE, then);
  }
}
