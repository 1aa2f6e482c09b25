package org.mhpcheck.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mhpcheck.checker.Worlds;
import org.mhpcheck.model.question.Question;

/** L01: an add that fails leaves sections behind, in v6.12 too; all else holds there. */
class FailedAddTest {
  private static final String L01 = "failed-add-changes-nothing";

  @TempDir private Path directory;

  @Test
  void isAllThatIsWrongWithV612AtTwoSectionsOfEight() {
    CommandLineRun run =
        CommandLineRun.check(directory, "--design v6.12 --sections 2 --subsections 8 --faults")
            .endsWith(12);
    List<String> lines = run.resultLines();
    assertEquals(applying(Worlds.direct(2, 8, true)), lines.size());
    for (String line : lines) {
      String expected =
          line.contains("/" + L01 + " ")
              ? "VIOLATED check@v6.12/" + L01 + " reach=exhaustive depth=1 "
              : "HOLDS check@v6.12/";
      assertTrue(line.startsWith(expected), line);
      assertTrue(line.contains(" reach=exhaustive "), line);
      assertTrue(line.contains(" states=588289 "), line);
    }
    assertEquals(1, run.calls().size());
  }

  private static long applying(Question question) {
    return Worlds.ofTraces().stream().filter(p -> question.notApplicable(p).isEmpty()).count();
  }

  @Test
  void needsNoFault() {
    CommandLineRun run =
        CommandLineRun.check(
            directory, "--design v6.12 --sections 2 --subsections 8 --depth 1 --property " + L01);
    run.endsWith(12).hasLine("VIOLATED check@v6.12/" + L01 + " reach=depth:1 depth=1 ");
    assertEquals(1, run.calls().size());
    run.hasNoLine("   fault: ");
    assertTrue(run.out().contains("no catalogued change mends it"));
  }
}
