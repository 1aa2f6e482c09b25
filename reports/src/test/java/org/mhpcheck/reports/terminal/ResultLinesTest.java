package org.mhpcheck.reports.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.reports.RunMaker;

class ResultLinesTest {
  @Test
  void aViolationHasTheDepthOfItsTrace() {
    assertEquals(
        "VIOLATED history/b01-readded-early-usage@v5.4/boot-usage-never-freed reach=exhaustive"
            + " depth=3 states=1234 transitions=5678 expected",
        ResultLines.of(RunMaker.violated()));
  }

  @Test
  void otherVerdictsHaveTheDepthThatWasReached() {
    assertEquals(
        "HOLDS check@v5.4/boot-usage-never-freed reach=exhaustive depth=7 states=1234"
            + " transitions=5678 -",
        ResultLines.of(RunMaker.holds()));
  }

  @Test
  void whatAVerdictNeedsSaidFollowsIndented() {
    Captured out = new Captured();
    new ResultLines(out.stream(), 80, false, false)
        .write(
            RunMaker.run(false, ExitStatus.VIOLATED, RunMaker.inconclusive(), RunMaker.numbers()));
    assertEquals(
        """
        INCONCLUSIVE limits@v5.4/boot-usage-never-freed reach=depth:2 depth=7 states=1234 \
        transitions=5678 UNEXPECTED
            reason: the limit of 1000 states
            was reached
            expected: HOLDS
            confirmed at 4 subsections
        VIOLATED sizes@v5.4/boot-usage-never-freed reach=exhaustive depth=7 states=1234 \
        transitions=5678 -
            32 < 40
        NOT ASKED usemap-fits: is about sizes, ask prove --usemap
        """,
        out.text());
  }

  @Test
  void remarksAreWrittenWhereAskedFor() {
    Captured out = new Captured();
    new ResultLines(out.stream(), 80, false, true).write(RunMaker.holds());
    assertEquals(
        ResultLines.of(RunMaker.holds()) + "\n    confirmed at 4 subsections\n", out.text());
  }
}
