package org.mhpcheck.model.caller;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mhpcheck.model.caller.Range.Chunk;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.SpanStep;
import org.mhpcheck.model.kernel.Step;

/**
 * Memory blocks, whole: what mm/memory_hotplug.c and drivers/base/memory.c ask before they add,
 * online, offline and remove them, and what they do.
 */
final class MemoryBlock {
  private static final Plan DONE = new Plan.Done(Errno.OK);

  private final Machine machine;
  private final ArchMemory arch;
  private final MemoryHotplug hotplug;

  MemoryBlock(Machine machine) {
    this.machine = machine;
    this.arch = new ArchMemory(machine);
    this.hotplug = new MemoryHotplug(machine);
  }

  /**
   * Whether there is such a call: of whole blocks; on- and offline go block by block; and so did
   * adds and removes with an altmap, from when there were any (a08a2ae34613, v5.13) until they were
   * kept per block (6b8f0798b85a, v6.8).
   */
  boolean isCall(Call call) {
    int size = machine.world().blockSize();
    int length = call.to() - call.from();
    boolean wholeBlocks = call.from() % size == 0 && call.to() % size == 0;
    return wholeBlocks && (length == size ? mayBeOne(call) : length > size && mayBeSeveral(call));
  }

  private boolean mayBeOne(Call call) {
    return !call.altmap().isGiven() || machine.design().has(Change.MEMMAP_ON_MEMORY);
  }

  private boolean mayBeSeveral(Call call) {
    boolean addsOrRemoves =
        call.operation() == Operation.ADD_MEMORY || call.operation() == Operation.REMOVE_MEMORY;
    return addsOrRemoves
        && (!call.altmap().isGiven() || machine.design().has(Change.ALTMAP_PER_BLOCK));
  }

  List<Condition> conditions(Call call) {
    List<Condition> conditions = new ArrayList<>();
    for (Chunk chunk : Range.of(call).chunks(machine.geometry())) {
      for (Condition.Kind kind : asked(call)) {
        conditions.add(new Condition(chunk.section(), kind, chunk.range()));
      }
    }
    return conditions;
  }

  /**
   * Memory is added where the resource tree has nothing. What has holes is never offline, and so
   * never removed: offline_pages() refuses it; and so on arm64 what is from boot.
   */
  private List<Condition.Kind> asked(Call call) {
    return switch (call.operation()) {
      case ADD_MEMORY -> List.of(Condition.Kind.FREE);
      case ONLINE_PAGES -> List.of(Condition.Kind.RAM, Condition.Kind.OFFLINE);
      case OFFLINE_PAGES ->
          machine.world().arch().keepsBootMemoryOnline()
              ? List.of(Condition.Kind.RAM, Condition.Kind.ONLINE, Condition.Kind.NOT_EARLY)
              : List.of(Condition.Kind.RAM, Condition.Kind.ONLINE);
      case REMOVE_MEMORY ->
          List.of(Condition.Kind.RAM, Condition.Kind.OFFLINE, Condition.Kind.sameAltmap(call));
      default -> throw new IllegalArgumentException(call.operation() + " is of no memory block");
    };
  }

  Plan plan(Call call) {
    Range range = Range.of(call);
    return switch (call.operation()) {
      case ADD_MEMORY ->
          call.altmap().isGiven()
              ? create_altmaps_and_memory_blocks(range, call.altmap())
              : add_memory_resource(range);
      case ONLINE_PAGES ->
          onSpans(
              SpanStep.Kind.ONLINE_BLOCK,
              range,
              hotplug.each(Step.Kind.ONLINE, range, Altmap.NONE, DONE));
      case OFFLINE_PAGES -> hotplug.each(Step.Kind.OFFLINE, range, Altmap.NONE, leavingZone(range));
      case REMOVE_MEMORY -> try_remove_memory(range, call.altmap());
      default -> throw new IllegalArgumentException(call.operation() + " is of no memory block");
    };
  }

  /** Up to v5.4 offline memory stayed in its zone until it was removed. */
  private Plan leavingZone(Range range) {
    return machine.design().has(Change.ZONE_SHRINKS_AT_OFFLINE)
        ? onSpans(SpanStep.Kind.OFFLINE_BLOCK, range, DONE)
        : DONE;
  }

  private Plan onSpans(SpanStep.Kind kind, Range range, Plan then) {
    return hotplug.onSpans(kind, Optional.empty(), range, Altmap.NONE, then);
  }

  /**
   * add_memory_resource() with the memmap from the page allocator: all at once. What a failed
   * arch_add_memory() has left, nobody takes back (L01).
   */
  private Plan add_memory_resource(Range range) {
    Function<Errno, Plan> failed = Plan.Done::new;
    Plan owned = hotplug.each(Step.Kind.CLAIM_RAM, range, Altmap.NONE, DONE);
    Plan removed = arch.arch_remove_memory(range, Altmap.NONE, failed.apply(Errno.ENOMEM));
    return arch.arch_add_memory(
        range, Altmap.NONE, failed, create_memory_block_devices(range, removed, owned));
  }

  /**
   * The same with memmap_on_memory: block by block, each with an altmap of its own
   * (create_altmaps_and_memory_blocks() since v6.8; before, add_memory_resource() of one block). An
   * error takes the blocks before back, but not what arch_add_memory() has left in this one (L02).
   */
  private Plan create_altmaps_and_memory_blocks(Range range, Altmap altmap) {
    List<Range> blocks = range.pieces(machine.world().blockSize());
    Plan plan = DONE;
    for (int i = blocks.size() - 1; i >= 0; i--) {
      Range block = blocks.get(i);
      Range before = new Range(range.from(), block.from());
      Function<Errno, Plan> failed =
          rc -> remove_memory_blocks_and_altmaps(before, new Plan.Done(rc));
      Plan owned = hotplug.each(Step.Kind.CLAIM_RAM, block, altmap, plan);
      Plan removed = arch.arch_remove_memory(block, altmapOnError(), failed.apply(Errno.ENOMEM));
      plan =
          arch.arch_add_memory(
              block, altmap, failed, create_memory_block_devices(block, removed, owned));
    }
    return plan;
  }

  /**
   * Which altmap the memory is removed with when there are no devices for it: for years none, first
   * in add_memory_resource() (B22), then in its successor (B23).
   */
  private Altmap altmapOnError() {
    Change mend =
        machine.design().has(Change.ALTMAP_PER_BLOCK)
            ? Change.ALTMAP_PASSED_IN_BLOCKS
            : Change.ALTMAP_PASSED_ON_ERROR;
    return machine.design().has(mend) ? Altmap.ALTMAP : Altmap.NONE;
  }

  /**
   * create_memory_block_devices(): told of where the range begins. Up to v5.2 __add_section() made
   * the devices, section by section; that this may fail is left out.
   */
  private Plan create_memory_block_devices(Range range, Plan failed, Plan then) {
    if (!machine.design().has(Change.SUBSECTION_HOTPLUG)) {
      return then;
    }
    Chunk first = range.chunks(machine.geometry()).get(0);
    return new Plan.Do(
        first.section(),
        new Step(Step.Kind.CREATE_BLOCKS, first.range()),
        Map.of(Errno.OK, then, Errno.ENOMEM, failed));
  }

  /** try_remove_memory(): all at once, or block by block where each has an altmap. */
  private Plan try_remove_memory(Range range, Altmap altmap) {
    Plan removed = onSpans(SpanStep.Kind.TRY_OFFLINE_NODE, range, DONE);
    return altmap.isGiven()
        ? remove_memory_blocks_and_altmaps(range, removed)
        : arch.arch_remove_memory(range, Altmap.NONE, released(range, removed));
  }

  private Plan remove_memory_blocks_and_altmaps(Range range, Plan then) {
    List<Range> blocks = range.pieces(machine.world().blockSize());
    Plan plan = then;
    for (int i = blocks.size() - 1; i >= 0; i--) {
      Range block = blocks.get(i);
      plan = arch.arch_remove_memory(block, Altmap.ALTMAP, released(block, plan));
    }
    return plan;
  }

  private Plan released(Range range, Plan then) {
    return hotplug.each(Step.Kind.RELEASE_RAM, range, Altmap.NONE, then);
  }
}
