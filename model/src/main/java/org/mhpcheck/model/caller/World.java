package org.mhpcheck.model.caller;

import java.util.Optional;
import org.mhpcheck.model.state.Geometry;

/**
 * What there is besides the kernel: memory, and an architecture.
 *
 * @param arch whose arch_add_memory() maps the memory
 * @param block the sections of one memory block (memory_block_size_bytes()), a divisor of the
 *     number of sections
 * @param node the NUMA node that boot memory is on, 0 to {@value #MAX_NODE}
 * @param walkers whether others look at the sections meanwhile, without a lock
 * @param zones how zones are kept; empty where they are not
 */
public record World(
    Geometry geometry, Arch arch, int block, int node, boolean walkers, Optional<Zones> zones) {
  public static final int MAX_NODE = 1023;

  /**
   * That zones and spans are kept.
   *
   * @param firstSection the number of the first section, 0 to {@value #MAX_FIRST}: spans are
   *     counted from pfn 0 on
   */
  public record Zones(int firstSection) {
    public static final int MAX_FIRST = 1023;

    /** As sections are numbered everywhere else: from 1 on. */
    public static final Zones USUAL = new Zones(1);

    public Zones {
      if (firstSection < 0 || firstSection > MAX_FIRST) {
        throw new IllegalArgumentException(
            "the first section is %d, expected 0 to %d".formatted(firstSection, MAX_FIRST));
      }
    }
  }

  /** One in which nobody else looks, and zones are not kept. */
  public World(Geometry geometry, Arch arch, int block, int node) {
    this(geometry, arch, block, node, false, Optional.empty());
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
    return new World(other, arch, block, node, walkers, zones);
  }

  /** The same with others who look meanwhile, or nobody. */
  public World withWalkers(boolean value) {
    return new World(geometry, arch, block, node, value, zones);
  }

  /** The same, with zones kept in such a way, or not at all. */
  public World with(Optional<Zones> value) {
    return new World(geometry, arch, block, node, walkers, value);
  }

  /** The subsections of one memory block. */
  int blockSize() {
    return block * geometry.subsections();
  }
}
