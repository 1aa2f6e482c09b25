package org.mhpcheck.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mhpcheck.checker.Worlds;
import org.mhpcheck.model.question.Question;

/** L01: an add that fails leaves sections behind, in v6.12 too; all else holds there. */
class FailedAddTest {
  private static final String L01 = "failed-add-changes-nothing";

  /** What v6.12 is known to break there (L01, L12, B24), and in how many calls. */
  private static final Map<String, Integer> KNOWN =
      Map.of(L01, 1, "added-section-has-clear-flags", 2, "memmap-count-follows-memmap", 1);

  @TempDir private Path directory;

  @Test
  void isKnownLikeAllThatIsWrongWithV612AtTwoSectionsOfEight() {
    CommandLineRun run =
        CommandLineRun.check(directory, "--design v6.12 --sections 2 --subsections 8 --faults")
            .endsWith(12);
    List<String> lines = run.resultLines();
    assertEquals(applying(Worlds.direct(2, 8, true)), lines.size());
    for (String line : lines) {
      String name = line.replaceFirst(".*?/", "").replaceFirst(" .*", "");
      String expected =
          KNOWN.containsKey(name)
              ? "VIOLATED check@v6.12/%s reach=exhaustive depth=%d "
                  .formatted(name, KNOWN.get(name))
              : "HOLDS check@v6.12/";
      assertTrue(line.startsWith(expected), line);
      assertTrue(line.contains(" reach=exhaustive "), line);
      assertTrue(line.contains(" states=588289 "), line);
    }
    assertEquals(4, run.calls().size());
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
