package org.mhpcheck.reports.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.mhpcheck.model.question.Expectation.Word;
import org.mhpcheck.reports.past.PastMaker;
import org.mhpcheck.reports.past.PastRun;
import org.mhpcheck.reports.past.RunDifference;

class DifferenceTextTest {
  private static String text(PastRun before, PastRun after) {
    Captured out = new Captured();
    new DifferenceText(out.stream(), 80, false).write("a", "b", RunDifference.of(before, after));
    return out.text();
  }

  @Test
  void eachDifferenceIsOneLine() {
    PastRun before =
        PastMaker.run(
            PastMaker.violated("changed", "a", 3),
            PastMaker.finding("counted", Word.HOLDS),
            PastMaker.violated("fixed", "a", 3),
            PastMaker.finding("lost", Word.VACUOUS),
            PastMaker.finding("larger", Word.HOLDS));
    PastRun after =
        PastMaker.run(
            PastMaker.finding("added", Word.HOLDS),
            PastMaker.violated("changed", "b", 3),
            PastMaker.counted(PastMaker.finding("counted", Word.HOLDS), 11, Duration.ZERO),
            PastMaker.finding("fixed", Word.HOLDS),
            PastMaker.violated("new", "a", 2),
            PastMaker.reaching(
                PastMaker.finding("larger", Word.HOLDS),
                PastMaker.exhaustive("2 x 4 subsections")));
    assertEquals(
        """
        old: a, of 2025-01-02T03:04:05Z: mhpcheck nightly, version 1.2.3, exit status 0
        new: b, of 2025-01-02T03:04:05Z: mhpcheck nightly, version 1.2.3, exit status 0
        NEW new: not asked -> VIOLATED reach=exhaustive depth=2 -
        CHANGED changed: VIOLATED reach=exhaustive depth=3 - -> VIOLATED reach=exhaustive depth=3 - (another counterexample)
        CHANGED larger: HOLDS reach=exhaustive depth=3 - -> HOLDS reach=exhaustive depth=3 - (of every sequence of calls, 1 x 4 subsections -> of every sequence of calls, 2 x 4 subsections)
        LOST lost: VACUOUS reach=exhaustive depth=3 - -> not asked
        FIXED fixed: VIOLATED reach=exhaustive depth=3 - -> HOLDS reach=exhaustive depth=3 -
        ADDED added: not asked -> HOLDS reach=exhaustive depth=3 -
        COUNTS counted: depth=3 states=10 transitions=20 -> depth=3 states=11 transitions=20
        DIFFERENT: 1 new, 2 changed, 1 lost, 1 fixed, 1 added, 1 counted otherwise, 0 equal
        """,
        text(before, after));
  }

  @Test
  void equalIsSaidOfCompleteRunsOnly() {
    PastRun run = PastMaker.run(PastMaker.finding("a", Word.HOLDS));
    assertTrue(text(run, run).endsWith("\nEQUAL: 1 finding\n"));
    PastRun incomplete = PastMaker.run(false, "nightly", PastMaker.finding("a", Word.HOLDS));
    String text = text(run, incomplete);
    assertFalse(text.contains("EQUAL"), text);
    assertTrue(text.contains("\nINCOMPLETE: 0 new"), text);
    assertTrue(text.endsWith("1 equal; the new run is INCOMPLETE\n"), text);
    assertTrue(text(PastMaker.run(), PastMaker.run()).contains("the old run answered nothing"));
  }

  @Test
  void otherCommandsAreTold() {
    PastRun run = PastMaker.run(PastMaker.finding("a", Word.HOLDS));
    PastRun other = PastMaker.run(true, "check", PastMaker.finding("a", Word.HOLDS));
    assertTrue(
        text(run, other).endsWith("EQUAL: 1 finding; the commands do not ask the same\n"),
        text(run, other));
  }

  @Test
  void whatAFileSaysDoesNotReachTheTerminalAsItIs() {
    PastRun hostile = PastMaker.run(PastMaker.finding("a\u001b[2J\nEQUAL: 1 finding", Word.HOLDS));
    String text = text(PastMaker.run(PastMaker.finding("b", Word.HOLDS)), hostile);
    assertFalse(text.contains("\u001b"), text);
    assertFalse(text.contains("\nEQUAL"), text);
    assertTrue(text.contains("a\\u{1b}[2J\\u{a}EQUAL"), text);
  }
}
