package org.mhpcheck.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mhpcheck.checker.bind.source.KernelTree;
import org.mhpcheck.checker.bind.source.Trees;

/** L01 as a property of recovery: told, written, and done again. */
class RecoveryTest {
  private static final String BACK = "section-can-be-brought-back";
  private static final String WORLD = "--sections 2 --subsections 2 --callers device --faults ";

  @TempDir private Path directory;

  private Path trace() throws IOException {
    return trace("v6.12");
  }

  private Path trace(String design) throws IOException {
    CommandLineRun run =
        CommandLineRun.check(directory, "--design " + design + " " + WORLD + "--property " + BACK)
            .endsWith(12);
    run.hasLine("VIOLATED check@%s/%s reach=exhaustive depth=1 ".formatted(design, BACK));
    String told = run.out().replaceAll("\\s+", " ");
    assertTrue(told.contains("section 1: bits without an owner 11 (map 11, owned 00)"), told);
    assertTrue(told.contains("no way back: of all 10 states reachable from here, by 105"), told);
    try (Stream<Path> files = Files.list(directory.resolve("out/traces"))) {
      return files.findFirst().orElseThrow();
    }
  }

  @Test
  void aTraceIsDoneAgain() throws IOException {
    CommandLineRun run = CommandLineRun.of("replay", trace().toString()).endsWith(12);
    String told = run.out().replaceAll("\\s+", " ");
    assertTrue(told.contains("no way back: of all 10 states reachable from here, by 105"), told);
  }

  /** Which calls could have followed is part of what the trace claims. */
  @Test
  void aTraceThatDoesNotSayWhatCouldHaveFollowedIsRefused() throws IOException {
    Path trace = trace();
    String text = Files.readString(trace);
    String without = text.replace("\"callers\"", "\"caller\"");
    assertFalse(without.equals(text));
    Files.writeString(trace, without);
    CommandLineRun run = CommandLineRun.of("replay", trace.toString()).endsWith(150);
    run.complains("#meta.callers is missing: " + BACK + " asks which calls could have followed");
  }

  @Test
  void cutOffItIsInconclusive() {
    CommandLineRun.check(directory, "--design v6.12 " + WORLD + "--depth 1 --property " + BACK)
        .endsWith(5)
        .hasLine("INCONCLUSIVE check@v6.12/" + BACK + " reach=depth:1 ");
  }

  /** Debian's counts of memmap are mended, and v6.12's are not (B24). */
  @Test
  void aTreesOwnFunctionsComeToTheSame() throws IOException {
    KernelTree tree = Trees.of("6.12");
    String trace = trace("v6.12-debian").toString();
    CommandLineRun run =
        CommandLineRun.of("replay", trace, "--kernel", tree.directory().toString()).endsWith(12);
    run.hasLine(BACK + " is violated in " + tree.name());
    String told = run.out().replaceAll("\\s+", " ");
    assertTrue(told.contains("no way back: of all 10 states reachable from here, by 105"), told);
    assertEquals(1, told.split(" SAME ", -1).length - 1, told);
  }
}
