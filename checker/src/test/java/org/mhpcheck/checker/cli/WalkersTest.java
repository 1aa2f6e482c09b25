package org.mhpcheck.checker.cli;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mhpcheck.checker.bind.source.Trees;

/** Who looks at sections while they change. */
class WalkersTest {
  private static final String WORLD = "--sections 1 --subsections 2 --walkers ";

  @TempDir private Path directory;

  private CommandLineRun check(String arguments) {
    return CommandLineRun.check(directory, arguments);
  }

  /** The trace can be read again, and does the same with walkers beside it. */
  @Test
  void aTraceWithWalkersIsReplayed() {
    check(WORLD + "--design v6.7 --callers device --property pfn-valid-never-meets-freed-usage")
        .endsWith(12)
        .hasLine("  mended by 5ec8e8ea8b77");
    Path trace =
        directory.resolve("out/traces/check@v6.7--pfn-valid-never-meets-freed-usage.itf.json");
    CommandLineRun.of("replay", trace.toString()).endsWith(12);
  }

  /** Who keeps zones, too, loses nobody who is held up (L07). */
  @Test
  void walkersAndZonesAreKeptTogether() {
    check(
            WORLD
                + "--zones --design v6.12 --callers memory-block"
                + " --property online-page-never-meets-freed-usage")
        .endsWith(12)
        .hasLine(
            "VIOLATED check@v6.12/online-page-never-meets-freed-usage reach=exhaustive depth=4");
  }

  /** What would hold since nobody looks is not said to hold. */
  @ParameterizedTest
  @ValueSource(
      strings = {"pfn-valid-has-memmap-at-every-instant", "pfn-valid-never-meets-freed-usage"})
  void withoutWalkersNothingIsSaidOfThem(String property) {
    check("--design v6.7 --sections 1 --subsections 2 --property " + property)
        .endsWith(64)
        .complains("needs walkers");
  }

  @Test
  void theyAreNotFollowedInAnyNumberOfSections() {
    check("--design v6.7 --any-sections --subsections 2 --walkers").endsWith(64);
  }

  /** L06 in the tree's own code; who is held up between two reads is not followed there. */
  @ParameterizedTest
  @ValueSource(strings = {"6.12", "6.1"})
  void aTreeIsAskedWholeWalks(String version) {
    Path tree = Trees.of(version).directory();
    check(
            "--verbose --kernel %s %s--property pfn-valid-has-memmap-at-every-instant"
                .formatted(tree, WORLD))
        .endsWith(12)
        .hasLine("    of walkers, whole pfn_valid() walks are asked");
    check("--kernel %s %s--property pfn-valid-never-meets-freed-usage".formatted(tree, WORLD))
        .endsWith(64)
        .complains("and no compiled kernel");
  }
}
