package org.mhpcheck.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** B01: a re-added early section loses its boot usage in v5.4, and does not since v5.5. */
class BootUsageTest {
  private static final String PROPERTY = "boot-usage-never-freed";

  @TempDir private Path directory;

  private CommandLineRun check(String design, boolean faults) {
    return CommandLineRun.check(
        directory,
        "--design %s --sections 1 --subsections 4 --callers direct --property %s%s"
            .formatted(design, PROPERTY, faults ? " --faults" : ""));
  }

  @Test
  void v54LosesItInThreeCalls() {
    CommandLineRun run = check("v5.4", false).endsWith(12);
    run.hasLine("VIOLATED check@v5.4/" + PROPERTY + " reach=exhaustive depth=3 states=302 ");
    List<String> calls = run.calls();
    assertEquals(3, calls.size());
    assertTrue(calls.get(0).startsWith("1. arch_remove_memory("), calls.get(0));
    assertTrue(calls.get(1).startsWith("2. arch_add_memory("), calls.get(1));
    assertTrue(calls.get(2).startsWith("3. arch_remove_memory("), calls.get(2));
    assertTrue(run.out().contains("kfree() of a usage that the boot allocator made"));
    assertTrue(run.out().contains("mended by 8068df3b6037"));
  }

  @Test
  void v54LosesItInTwoCallsWithAFault() {
    CommandLineRun run = check("v5.4", true).endsWith(12);
    run.hasLine("VIOLATED check@v5.4/" + PROPERTY + " reach=exhaustive depth=2 states=302 ");
    List<String> calls = run.calls();
    assertEquals(2, calls.size());
    assertTrue(calls.get(0).startsWith("1. arch_remove_memory("), calls.get(0));
    assertTrue(calls.get(1).startsWith("2. arch_add_memory("), calls.get(1));
    run.hasLine("   fault: memmap allocation fails, in section 1");
  }

  @ParameterizedTest(name = "{0} faults={1}")
  @CsvSource({
    "v5.4+8068df3b6037, false",
    "v5.4+8068df3b6037, true",
    "v5.5, false",
    "v5.5, true",
  })
  void mendedDesignsKeepIt(String design, boolean faults) {
    CommandLineRun run = check(design, faults).endsWith(0);
    run.hasLine("HOLDS check@" + design + "/" + PROPERTY + " reach=exhaustive depth=");
    assertEquals(List.of(), run.calls());
  }

  @Test
  void whereNothingIsFromBootItIsVacuous() {
    CommandLineRun.check(
            directory,
            "--design v5.4 --sections 1 --subsections 4 --boot absent --property " + PROPERTY)
        .endsWith(13)
        .hasLine("VACUOUS check@v5.4/" + PROPERTY + " reach=exhaustive ")
        .hasLine("    never met: memory is removed from a section whose usage is from boot");
  }
}
