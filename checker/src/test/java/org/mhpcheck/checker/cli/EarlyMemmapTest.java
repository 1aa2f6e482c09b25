package org.mhpcheck.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** B11: removing a device from an early section frees boot memmap in v5.8, and not since v5.9. */
class EarlyMemmapTest {
  private static final String PROPERTY = "pfn-valid-has-memmap";

  @TempDir private Path directory;

  private CommandLineRun check(String design) {
    return CommandLineRun.check(
        directory,
        "--design %s --sections 1 --subsections 4 --callers device --property %s"
            .formatted(design, PROPERTY));
  }

  @Test
  void v58LosesItInTwoCalls() {
    CommandLineRun run = check("v5.8").endsWith(12);
    run.hasLine("VIOLATED check@v5.8/" + PROPERTY + " reach=exhaustive depth=2 ");
    List<String> calls = run.calls();
    assertEquals(2, calls.size());
    assertTrue(calls.get(0).startsWith("1. memremap_pages("), calls.get(0));
    assertTrue(calls.get(1).startsWith("2. memunmap_pages("), calls.get(1));
    assertTrue(run.out().contains("mended by ef69bc9f689d"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"v5.8+ef69bc9f689d", "v5.9"})
  void mendedDesignsKeepIt(String design) {
    check(design)
        .endsWith(0)
        .hasLine("HOLDS check@" + design + "/" + PROPERTY + " reach=exhaustive ");
  }
}
