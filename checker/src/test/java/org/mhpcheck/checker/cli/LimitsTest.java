package org.mhpcheck.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a limit cuts off is inconclusive, and ends with 5. */
class LimitsTest {
  private static final String BASE = "--sections 1 --subsections 4 --design ";

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({
    "--depth 1,  1, depth limit of 1 calls",
    "--depth 2,  2, depth limit of 2 calls",
    "--states 3, 0, limit of 3 states",
  })
  void isInconclusive(String limit, int depth, String reason) {
    CommandLineRun.check(directory, BASE + "v6.12 --property map-backed-by-memmap " + limit)
        .endsWith(5)
        .hasLine(
            "INCONCLUSIVE check@v6.12/map-backed-by-memmap reach=depth:%d depth=%d "
                .formatted(depth, depth))
        .hasLine("    reason: " + reason);
  }

  @Test
  void aLimitThatIsNotReachedChangesNothing() {
    CommandLineRun.check(
            directory,
            BASE
                + "v6.12 --property map-backed-by-memmap --depth 9 --states 9999 --time 1h"
                + " --memory 1G")
        .endsWith(0)
        .hasLine("HOLDS check@v6.12/map-backed-by-memmap reach=exhaustive ");
  }

  @Test
  void aViolationWithinTheLimitIsOne() {
    CommandLineRun.check(directory, BASE + "v5.4 --property boot-usage-never-freed --depth 3")
        .endsWith(12)
        .hasLine("VIOLATED check@v5.4/boot-usage-never-freed reach=depth:3 depth=3 ");
  }

  @Test
  void oneCallBeforeTheViolationItIsNot() {
    CommandLineRun.check(directory, BASE + "v5.4 --property boot-usage-never-freed --depth 2")
        .endsWith(5)
        .hasLine("INCONCLUSIVE check@v5.4/boot-usage-never-freed reach=depth:2 ");
  }

  @Test
  void stoppingAtTheFirstLeavesTheOthersOpen() {
    CommandLineRun run =
        CommandLineRun.check(directory, BASE + "v5.4 --stop-at-first").endsWith(12);
    run.hasLine("INCONCLUSIVE check@v5.4/boot-usage-is-reserved ");
    assertEquals(0, run.resultLines().stream().filter(l -> l.startsWith("HOLDS")).count());
  }

  /** An expectation that could not be checked is not met. */
  @Test
  void ofAScenarioItIsUnexpected() {
    CommandLineRun run =
        CommandLineRun.check(directory, "history/b01-readded-early-usage --depth 1").endsWith(5);
    assertEquals(4, run.resultLines().size());
    run.resultLines()
        .forEach(l -> assertEquals("INCONCLUSIVE UNEXPECTED", l.replaceFirst(" .* ", " ")));
  }
}
