package org.mhpcheck.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which patch of a series broke what, asked of all of them. */
class CheckSeriesTest {
  @TempDir private Path directory;

  private CommandLineRun series(String arguments) {
    return CommandLineRun.check(directory, "--series subsection " + arguments);
  }

  private static Optional<String> row(CommandLineRun run, String property) {
    return run.out()
        .lines()
        .filter(l -> l.startsWith(property + " "))
        .map(l -> l.substring(property.length()).strip().replaceAll(" +", " "))
        .findFirst();
  }

  private static void assertRow(CommandLineRun run, String property, String cells) {
    assertEquals(Optional.of(cells), row(run, property), run::out);
  }

  /** B02 in patches 2 to 8, B01 from 9 on, B03 and B11 from 9 on. */
  @Test
  void whatEachPatchBreaks() {
    CommandLineRun run = series("").endsWith(12);
    assertTrue(run.err().contains("1 section x 4 subsections, callers direct, no faults"));
    assertTrue(run.out().contains(" v5.2 1 2 3 4 5 6 7 8 9 10 11 12 13\n"), run::out);
    assertRow(run, "boot-usage-never-freed", ". . 1 1 1 1 1 1 1 3 3 3 3 3");
    assertRow(run, "map-not-empty-when-valid", ". . . 1 1 1 1 1 1 . . . . .");
    assertRow(run, "early-memmap-whole", "- - . . . . . . . 1 1 1 1 1");
    assertRow(run, "no-unreferenced-memory", "1 1 . . . . . . . 1 1 1 1 1");
    assertRow(run, "no-memmap-when-invalid", ". . . . . . . . . 1 1 1 1 1");
    assertRow(run, "failed-step-changes-nothing", ". . . 2 2 2 2 2 2 . . . . .");
    assertRow(run, "boot-usage-is-reserved", ". . . . . . . . . . . . . .");
    assertEquals(Optional.empty(), row(run, "memmap-freed-as-allocated"));
    run.hasLine("VIOLATED check@v5.2+1..2/boot-usage-never-freed reach=exhaustive depth=1 ");
    run.hasLine("HOLDS check@v5.2/boot-usage-never-freed ");
    run.hasLine(" 9  ba72b4c8cf60  mm/sparsemem: support sub-section hotplug");
    assertEquals(List.of(), run.calls(), "traces are written, and not told");
    assertTrue(Files.isDirectory(directory.resolve("out/traces")));
  }

  /** What was folded in when the ninth was merged is the first thing v5.3 has besides. */
  @Test
  void whatMergingMended() {
    CommandLineRun.check(
            directory,
            "--design v5.2+1..9+b03-early-read-late --sections 1 --subsections 4"
                + " --property no-memmap-when-invalid")
        .endsWith(0);
  }

  /** B04: nothing keeps callers of mm/sparse.c itself from what is there. */
  @Test
  void pastTheGuardALiveMemmapIsFreedFromTheBeginning() {
    CommandLineRun run = series("--callers sparse --property failed-step-changes-nothing");
    assertRow(run, "failed-step-changes-nothing", "1 1 1 1 1 1 1 1 1 . . . . .");
  }

  /** Before the ninth, what was populated stays when memory runs out. */
  @Test
  void withFaults() {
    CommandLineRun run = series("--faults --property no-memmap-when-invalid,no-memory-corruption");
    assertRow(run, "no-memmap-when-invalid", "1 1 1 1 1 1 1 1 1 1 1 1 1 1");
  }

  @Test
  void sizesCanBeSaid() {
    CommandLineRun run =
        series("--sections 2 --subsections 2 --quiet --property boot-usage-never-freed");
    run.hasLine("VIOLATED check@v5.2+1..8/boot-usage-never-freed reach=exhaustive depth=1 ");
    assertEquals("", run.err());
    assertTrue(run.out().contains("2 x 2 subsections"));
  }

  @Test
  void whatHoldsThroughoutIsNoFailure() {
    CommandLineRun run = series("--property boot-usage-is-reserved").endsWith(0);
    assertRow(run, "boot-usage-is-reserved", ". . . . . . . . . . . . . .");
  }

  @Test
  void aPatchOfItIsExplained() {
    CommandLineRun.of("explain", "subsection-hotplug")
        .endsWith(0)
        .hasLine("  series:     subsection, patch 9 of 13 on v5.2")
        .hasLine("  alters:     section_activate, ");
    CommandLineRun.of("explain", "pmem-not-padded")
        .endsWith(0)
        .hasLine("  alters:     nothing that is modelled");
    CommandLineRun.of("explain", "b01-readded-early-usage").endsWith(0).hasNoLine("  series: ");
    CommandLineRun.of("list", "designs")
        .endsWith(0)
        .hasLine("v5.2+1..N        with the first N of the 13 patches of the series subsection");
  }
}
