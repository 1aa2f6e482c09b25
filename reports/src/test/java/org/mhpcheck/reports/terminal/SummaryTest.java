package org.mhpcheck.reports.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.reports.RunMaker;

class SummaryTest {
  @Test
  void aRunEndsWithItsNumbersAndHowFarTheyGo() {
    RunReport run =
        RunMaker.run(
            false,
            ExitStatus.VIOLATED,
            RunMaker.violated(),
            RunMaker.holds(),
            RunMaker.inconclusive());
    assertEquals(
        """
        3 answered: 1 HOLDS, 1 VIOLATED, 1 INCONCLUSIVE; 1 not asked
        1 expected, 1 UNEXPECTED, 1 without expectation
        INCOMPLETE: not everything asked was answered to the end
        reach: every sequence of calls, 1 x 4 subsections
        reach: every sequence of at most 2 calls, 2 x 8 subsections
        written to out/run
        exit status 12: violated, or different from what was expected
        """,
        text(run, Optional.of(Path.of("out/run"))));
  }

  @Test
  void whatNeverFiredIsNamed() {
    RunReport run =
        RunMaker.run(true, ExitStatus.OK, RunMaker.holds())
            .with(RunMaker.coverage("usage", "nobody asks"));
    assertEquals(
        """
        1 answered: 1 HOLDS; 1 not asked
        1 without expectation
        never fired: test f.if 1 true
        listed as never fired, and that is not so: call of nobody
        modelled kernel: fired 1 of 3, 1 with a reason not to
        complete: everything asked was answered to the end
        reach: every sequence of calls, 1 x 4 subsections
        exit status 13: vacuous: a premise was never met, or part of the model never ran
        """,
        text(run, Optional.empty()));
  }

  @Test
  void aRunWithoutAnswersSaysSo() {
    assertEquals(
        """
        nothing answered; 1 not asked
        complete: everything asked was answered to the end
        exit status 64: wrong usage
        """,
        text(RunMaker.run(true, ExitStatus.USAGE), Optional.empty()));
  }

  private static String text(RunReport run, Optional<Path> directory) {
    Captured out = new Captured();
    new Summary(out.stream(), 80, false).write(run, directory);
    return out.text();
  }
}
