package org.mhpcheck.model.caller;

import org.mhpcheck.model.state.Geometry;

/**
 * What there is besides the kernel: memory, and an architecture.
 *
 * @param arch whose arch_add_memory() maps the memory
 * @param block the sections of one memory block (memory_block_size_bytes()), a divisor of the
 *     number of sections
 * @param node the NUMA node that boot memory is on, 0 to {@value #MAX_NODE}
 * @param walkers whether others look at the sections meanwhile, without a lock
 */
public record World(Geometry geometry, Arch arch, int block, int node, boolean walkers) {
  public static final int MAX_NODE = 1023;

  /** One in which nobody else looks. */
  public World(Geometry geometry, Arch arch, int block, int node) {
    this(geometry, arch, block, node, false);
  }

  public World {
    if (block < 1 || geometry.sections() % block != 0) {
      throw new IllegalArgumentException(
          "a memory block of %d sections, expected a divisor of %d"
              .formatted(block, geometry.sections()));
    }
    if (node < 0 || node > MAX_NODE) {
      throw new IllegalArgumentException("node %d, expected 0 to %d".formatted(node, MAX_NODE));
    }
  }

  /** The usual one: x86-64, memory blocks of one section, node 0. */
  public static World of(Geometry geometry) {
    return new World(geometry, Arch.X86_64, 1, 0);
  }

  /** The same with other memory. */
  public World with(Geometry other) {
    return new World(other, arch, block, node, walkers);
  }

  /** The same with others who look meanwhile, or nobody. */
  public World withWalkers(boolean value) {
    return new World(geometry, arch, block, node, value);
  }

  /** The subsections of one memory block. */
  int blockSize() {
    return block * geometry.subsections();
  }
}
