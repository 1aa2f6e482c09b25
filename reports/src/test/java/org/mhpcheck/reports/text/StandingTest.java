package org.mhpcheck.reports.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.question.Expectation;
import org.mhpcheck.reports.RunMaker;

class StandingTest {
  @Test
  void onlyWhatWasAnsweredAsExpectedPasses() {
    assertEquals(Standing.PASS, Standing.of(RunMaker.violated()));
    assertEquals(Standing.PASS, Standing.of(RunMaker.holds()));
    assertEquals(Standing.FAIL, Standing.of(RunMaker.mended()));
    assertEquals(Standing.FAIL, Standing.of(RunMaker.numbers()));
    assertEquals(Standing.VACUOUS, Standing.of(RunMaker.vacuous()));
    assertEquals(Standing.UNKNOWN, Standing.of(RunMaker.inconclusive()));
  }

  @Test
  void whatIsNotKnownIsNoPassEvenIfThatWasExpected() {
    Finding finding =
        RunMaker.finding(
            "limits",
            new Verdict.Inconclusive(RunMaker.EXHAUSTIVE, "a limit"),
            Optional.of(
                new Expectation(Expectation.Word.INCONCLUSIVE, Optional.empty(), Optional.empty())),
            Finding.Grade.EXPECTED);
    assertEquals(Standing.UNKNOWN, Standing.of(finding));
  }
}
