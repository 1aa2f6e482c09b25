package org.mhpcheck.checker.cli.option;

import java.util.Optional;
import java.util.stream.Stream;
import org.mhpcheck.checker.cli.catalogue.Catalogue;
import org.mhpcheck.checker.cli.console.CliException;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.caller.Arch;
import org.mhpcheck.model.caller.World;
import org.mhpcheck.model.state.Geometry;
import picocli.CommandLine.Option;

/** What calls are made on, besides the kernel. */
final class WorldOptions {
  @Option(
      names = "--arch",
      paramLabel = "NAME",
      description =
          "Whose arch_add_memory() is called: x86_64, arm64, ppc64, s390, riscv64, loongarch64"
              + " (default: x86_64).")
  private String arch;

  @Option(
      names = "--block",
      paramLabel = "N",
      description = "The sections of one memory block, a divisor of --sections (default: 1).")
  private Integer block;

  @Option(
      names = "--node",
      paramLabel = "N",
      description = "The NUMA node of boot memory, 0 to 1023 (default: 0).")
  private Integer node;

  @Option(
      names = "--zones",
      description =
          "Keep the spans of zones and of the node, and which struct pages are initialised; for"
              + " callers who own what they add.")
  private boolean zones;

  @Option(
      names = "--first-section",
      paramLabel = "N",
      description = "With --zones: the number of the first section, 0 to 1023 (default: 1).")
  private Integer firstSection;

  /** Whether any of them is given. */
  boolean given() {
    return arch != null || block != null || node != null || zones || firstSection != null;
  }

  boolean keepsZones() {
    return zones;
  }

  /** The sections of a memory block. */
  int block() {
    return block == null ? 1 : block;
  }

  /** A world with this memory. */
  World world(Geometry geometry) {
    World usual = World.of(geometry);
    Arch asked = arch == null ? usual.arch() : named(arch);
    World inBlocks =
        OptionValue.of("--block", () -> new World(geometry, asked, block(), usual.node()));
    int of = node == null ? usual.node() : node;
    return OptionValue.of("--node", () -> new World(geometry, asked, inBlocks.block(), of))
        .with(zones());
  }

  private Optional<World.Zones> zones() {
    if (firstSection != null && !zones) {
      throw new CliException(ExitStatus.USAGE, "--first-section is for --zones");
    }
    World.Zones kept =
        firstSection == null
            ? World.Zones.USUAL
            : OptionValue.of("--first-section", () -> new World.Zones(firstSection));
    return zones ? Optional.of(kept) : Optional.empty();
  }

  private static Arch named(String name) {
    return Arch.named(name)
        .orElseThrow(
            () ->
                Catalogue.misnamed(
                    "architecture with memory hotplug",
                    name,
                    Stream.of(Arch.values()).map(Arch::text).toList()));
  }
}
