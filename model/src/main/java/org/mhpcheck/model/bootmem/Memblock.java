package org.mhpcheck.model.bootmem;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The boot allocator (mm/memblock.c), as far as usages are placed by it, from v5.2 on: from the top
 * of memory down, never over a border between nodes, never in the first page of all. Addresses are
 * in bytes.
 */
final class Memblock {
  static final int SMP_CACHE_BYTES = 64;

  /** MEMBLOCK_ALLOC_ACCESSIBLE: no limit. */
  static final int ACCESSIBLE = 0;

  /** NUMA_NO_NODE. */
  private static final int NO_NODE = -1;

  private final Placement placement;
  private final Shape shape;
  private final boolean[] reserved;
  private final List<Allocation> allocations = new ArrayList<>();

  Memblock(Placement placement) {
    this.placement = placement;
    this.shape = placement.shape();
    this.reserved = new boolean[shape.sections() * shape.sectionSize() / SMP_CACHE_BYTES];
    int linesOfPage = shape.pageSize() / SMP_CACHE_BYTES;
    for (int i = 0; i < reserved.length; i++) {
      reserved[i] = (placement.taken() >>> i / linesOfPage & 1) != 0;
    }
  }

  /** memblock_alloc_node(): on the node, or else anywhere. */
  OptionalInt memblock_alloc_node(int size, int nid) {
    return memblock_alloc_try_nid(size, 0, ACCESSIBLE, nid);
  }

  /** memblock_alloc_try_nid(): the limit is kept, and the goal is not. */
  OptionalInt memblock_alloc_try_nid(int size, int goal, int limit, int nid) {
    OptionalInt found = memblock_alloc_range_nid(size, goal, limit, nid);
    if (found.isEmpty() && goal != 0) {
      found = memblock_alloc_range_nid(size, 0, limit, nid);
    }
    allocations.add(new Allocation(size, goal, limit, nid, found));
    return found;
  }

  /** What was asked of it so far, in that order. */
  List<Allocation> allocations() {
    return List.copyOf(allocations);
  }

  private OptionalInt memblock_alloc_range_nid(int size, int goal, int limit, int nid) {
    OptionalInt found = memblock_find_in_range_node(size, goal, limit, nid);
    if (found.isEmpty()) {
      found = memblock_find_in_range_node(size, goal, limit, NO_NODE);
    }
    found.ifPresent(address -> reserve(address, size));
    return found;
  }

  /** The highest address that will do, aligned to SMP_CACHE_BYTES. */
  private OptionalInt memblock_find_in_range_node(int size, int goal, int limit, int nid) {
    int low = Math.max(goal, shape.pageSize());
    int high = limit == ACCESSIBLE ? shape.pageAddress(shape.sections() * shape.pages()) : limit;
    for (int a = high - high % SMP_CACHE_BYTES; a >= Math.max(low, shape.start()); ) {
      if (a + size <= high && isFree(a, size, nid)) {
        return OptionalInt.of(a);
      }
      a -= SMP_CACHE_BYTES;
    }
    return OptionalInt.empty();
  }

  private boolean isFree(int address, int size, int nid) {
    int node = placement.node(shape.section(address));
    if (nid != NO_NODE && nid != node) {
      return false;
    }
    for (int a = address; a < address + size; a += SMP_CACHE_BYTES) {
      if (reserved[line(a)] || placement.node(shape.section(a)) != node) {
        return false;
      }
    }
    return true;
  }

  private void reserve(int address, int size) {
    for (int a = address; a < address + size; a += SMP_CACHE_BYTES) {
      reserved[line(a)] = true;
    }
  }

  private int line(int address) {
    return (address - shape.start()) / SMP_CACHE_BYTES;
  }
}
