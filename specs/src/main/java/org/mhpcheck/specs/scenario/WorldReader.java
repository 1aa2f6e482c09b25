package org.mhpcheck.specs.scenario;

import java.util.Optional;
import java.util.stream.Stream;
import org.mhpcheck.model.caller.Arch;
import org.mhpcheck.model.caller.World;
import org.mhpcheck.model.state.Geometry;
import org.mhpcheck.specs.toml.Located;
import org.mhpcheck.specs.toml.Problems;
import org.mhpcheck.specs.toml.Table;
import org.mhpcheck.specs.toml.Wording;

/**
 * Reads what calls are made on, besides the kernel: {@code arch}, {@code block} (the sections of a
 * memory block), {@code node}, {@code walkers}, and {@code zones} with {@code first-section}. What
 * is not said is as usual.
 */
final class WorldReader {
  private final Table table;
  private final Problems problems;

  WorldReader(Table table, Problems problems) {
    this.table = table;
    this.problems = problems;
  }

  /** A world with this memory; nothing if there is anything wrong with it. */
  Optional<World> read(Geometry geometry) {
    int before = problems.count();
    World usual = World.of(geometry);
    Arch arch = table.text("arch").flatMap(this::arch).orElse(usual.arch());
    int block =
        table.integer("block", 1, geometry.sections()).map(n -> block(n, geometry)).orElse(1);
    int node = table.integer("node", 0, World.MAX_NODE).map(n -> n.value().intValue()).orElse(0);
    boolean walkers = table.flag("walkers").map(Located::value).orElse(false);
    return problems.count() > before
        ? Optional.empty()
        : Optional.of(new World(geometry, arch, block, node).withWalkers(walkers));
  }

  /**
   * How zones are kept; not at all where nothing is said. The number of the first section is of use
   * with them only.
   */
  Optional<World.Zones> zones() {
    boolean kept = table.flag("zones").map(Located::value).orElse(false);
    Optional<Integer> first =
        table.integer("first-section", 0, World.Zones.MAX_FIRST).map(n -> n.value().intValue());
    if (first.isPresent() && !kept) {
      problems.add(
          table.positionOf("first-section"),
          "a first-section without zones",
          "zones = true, where spans are counted from pfn 0 on");
    }
    return kept
        ? Optional.of(first.map(World.Zones::new).orElse(World.Zones.USUAL))
        : Optional.empty();
  }

  private Optional<Arch> arch(Located<String> name) {
    Optional<Arch> arch = Arch.named(name.value());
    if (arch.isEmpty()) {
      problems.add(
          name.at(),
          Wording.quoted(name.value()),
          Wording.oneOf(
              "an architecture with memory hotplug",
              name.value(),
              Stream.of(Arch.values()).map(Arch::text).toList()));
    }
    return arch;
  }

  private int block(Located<Long> sections, Geometry geometry) {
    int block = sections.value().intValue();
    if (geometry.sections() % block != 0) {
      problems.add(
          sections.at(),
          "block = " + block,
          "sections of a memory block that divide sections = " + geometry.sections());
    }
    return block;
  }
}
