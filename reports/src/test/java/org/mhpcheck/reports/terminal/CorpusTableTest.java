package org.mhpcheck.reports.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mhpcheck.model.answer.CorpusReport;
import org.mhpcheck.model.answer.CorpusReport.Fix;
import org.mhpcheck.model.answer.CorpusReport.Other;
import org.mhpcheck.model.answer.CorpusReport.Row;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.question.Expectation;
import org.mhpcheck.reports.RunMaker;
import org.mhpcheck.reports.TraceMaker;

class CorpusTableTest {
  private static final Optional<Fix> SHOWN =
      Optional.of(new Fix("8068df3b6037", Optional.of("v5.5")));

  private static Finding surprising(Verdict verdict, Expectation expected) {
    return RunMaker.finding(
        "history/b01-x", verdict, Optional.of(expected), Finding.Grade.UNEXPECTED);
  }

  private static String text(boolean colour, List<Row> rows, Other... others) {
    Captured out = new Captured();
    new CorpusTable(out.stream(), 80, colour).write(new CorpusReport(rows, List.of(others)));
    return out.text();
  }

  private static String text(Row... rows) {
    return text(false, List.of(rows));
  }

  @Test
  void aBugIsALineAndSoIsWhatHasNone() {
    assertEquals(
        """

        id   design       property                calls  states  fix
        B01  v5.4         boot-usage-never-freed      3    1234  8068df3b6037 (v5.5)
        B01  v6.1         boot-usage-never-freed      3    1234  8068df3b6037 (not shown)
        L01  v6.1-debian  boot-usage-never-freed      3    1234  none
        B07  no scenario: not modelled
        """,
        text(
            false,
            List.of(
                new Row("B01", RunMaker.in("v5.4", RunMaker.violated()), SHOWN),
                new Row(
                    "B01",
                    RunMaker.in("v6.1", RunMaker.violated()),
                    Optional.of(new Fix("8068df3b6037", Optional.empty()))),
                new Row("L01", RunMaker.in("v6.1-debian", RunMaker.violated()), Optional.empty())),
            new Other("B07", "no scenario:\nnot modelled")));
  }

  @Test
  void whatIsNotFoundStandsOut() {
    Finding lost =
        surprising(
            new Verdict.Holds(RunMaker.EXHAUSTIVE),
            new Expectation(Expectation.Word.VIOLATED, Optional.of(3), Optional.empty()));
    assertTrue(
        text(new Row("B01", lost, SHOWN))
            .endsWith("      -    1234  UNEXPECTED: HOLDS, expected VIOLATED in 3 calls\n"));
    assertTrue(text(true, List.of(new Row("B01", lost, SHOWN))).contains("\u001b[1;31mB01  v5.4"));
  }

  @Test
  void soDoesWhatIsFoundWhereItShouldNotOrElsewhere() {
    Verdict violated = new Verdict.Violated(RunMaker.EXHAUSTIVE, TraceMaker.b01());
    assertTrue(
        text(new Row("B01", surprising(violated, Expectation.HOLDS), SHOWN))
            .endsWith("      3    1234  UNEXPECTED: VIOLATED in 3 calls, expected HOLDS\n"));
    Expectation sooner =
        new Expectation(Expectation.Word.VIOLATED, Optional.of(1), Optional.empty());
    assertTrue(
        text(new Row("B01", surprising(violated, sooner), SHOWN))
            .endsWith("UNEXPECTED: VIOLATED in 3 calls, expected VIOLATED in 1 call\n"));
  }

  @Test
  void aDesignTooLongForTheWidthMovesItsOwnLineOnly() {
    String plain = text(new Row("B01", RunMaker.in("v5.4", RunMaker.violated()), SHOWN));
    String crowded =
        text(
            new Row("B01", RunMaker.in("v5.4", RunMaker.violated()), SHOWN),
            new Row(
                "B03",
                RunMaker.in(
                    "v5.3-b03-early-read-late+b06-memmap-of-linear-address", RunMaker.violated()),
                SHOWN));
    assertTrue(crowded.startsWith(plain), crowded);
    assertEquals(4, crowded.lines().count());
    assertTrue(
        crowded.endsWith(
            "B03  v5.3-b03-early-read-late+b06-memmap-of-linear-address  boot-usage-never-freed"
                + "      3    1234  8068df3b6037 (v5.5)\n"),
        crowded);
  }

  @Test
  void whereThereIsNothingToSayNothingIs() {
    assertEquals("", text());
    assertEquals("\nB07  why\n", text(false, List.of(), new Other("B07", "why")));
  }
}
