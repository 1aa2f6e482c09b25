package org.mhpcheck.checker.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mhpcheck.checker.Worlds;
import org.mhpcheck.model.answer.Evidence;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.Finding.Grade;
import org.mhpcheck.model.answer.Reach;
import org.mhpcheck.model.answer.Statistics;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.question.Expectation;
import org.mhpcheck.model.question.Expectation.Word;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.model.state.Geometry;

class GradingTest {
  private static final Reach REACH = new Reach.Exhaustive(new Geometry(1, 4));

  static Verdict verdict(Word word) {
    return switch (word) {
      case HOLDS -> new Verdict.Holds(REACH);
      case VIOLATED -> new Verdict.Violated(REACH, new Evidence.Numbers("1 < 2"));
      case VACUOUS -> new Verdict.Vacuous(REACH, "never");
      case INCONCLUSIVE -> new Verdict.Inconclusive(REACH, "a limit");
    };
  }

  static Optional<Expectation> expected(Word word) {
    return Optional.of(new Expectation(word, Optional.empty(), Optional.empty()));
  }

  private static Finding finding(Verdict verdict, Optional<Expectation> expected) {
    Scenario scenario =
        Worlds.scenario(
            Worlds.direct(1, 4, false), "v5.4", List.of(Worlds.property("map-backed-by-memmap")));
    return new Finding(
        scenario,
        scenario.designs().get(0),
        "",
        scenario.properties().get(0),
        verdict,
        new Statistics(1, 1, 1, 1, Duration.ZERO),
        expected,
        Grading.grade(verdict, expected),
        List.of());
  }

  static Finding finding(Word word, Optional<Expectation> expected) {
    return finding(verdict(word), expected);
  }

  private static ExitStatus status(Finding... findings) {
    return Grading.status(List.of(findings));
  }

  @ParameterizedTest
  @CsvSource({
    "HOLDS,        OK",
    "VIOLATED,     VIOLATED",
    "VACUOUS,      VACUOUS",
    "INCONCLUSIVE, INCONCLUSIVE",
  })
  void whereNothingIsExpected(Word word, ExitStatus status) {
    Finding finding = finding(word, Optional.empty());
    assertEquals(Grade.NONE, finding.grade());
    assertEquals(status, status(finding));
  }

  @ParameterizedTest
  @CsvSource({"HOLDS", "VIOLATED", "VACUOUS", "INCONCLUSIVE"})
  void whatIsExpectedIsAPass(Word word) {
    Finding finding = finding(word, expected(word));
    assertEquals(Grade.EXPECTED, finding.grade());
    assertEquals(ExitStatus.OK, status(finding));
  }

  /** Different from the expectation; but what is vacuous or inconclusive says so. */
  @ParameterizedTest
  @MethodSource("different")
  void whatDiffersIsNone(Word word, Word expected) {
    Finding finding = finding(word, expected(expected));
    assertEquals(Grade.UNEXPECTED, finding.grade());
    ExitStatus status =
        switch (word) {
          case HOLDS, VIOLATED -> ExitStatus.VIOLATED;
          case VACUOUS -> ExitStatus.VACUOUS;
          case INCONCLUSIVE -> ExitStatus.INCONCLUSIVE;
        };
    assertEquals(status, status(finding));
  }

  static Stream<Arguments> different() {
    return Stream.of(Word.values())
        .flatMap(
            word ->
                Stream.of(Word.values())
                    .filter(other -> other != word)
                    .map(other -> Arguments.of(word, other)));
  }

  @ParameterizedTest
  @CsvSource({"2, UNEXPECTED", "3, EXPECTED", "4, UNEXPECTED"})
  void theDepthIsPartOfTheExpectation(int depth, Grade grade) {
    Verdict violated =
        new Verdict.Violated(
            REACH, Worlds.trace(Worlds.direct(1, 4, false), "v5.4", "boot-usage-never-freed"));
    Optional<Expectation> expected =
        Optional.of(new Expectation(Word.VIOLATED, Optional.of(depth), Optional.empty()));
    Finding finding = finding(violated, expected);
    assertEquals(grade, finding.grade());
    assertEquals(grade == Grade.EXPECTED ? ExitStatus.OK : ExitStatus.VIOLATED, status(finding));
  }

  @Test
  void noDepthIsNotTheExpectedDepth() {
    Optional<Expectation> expected =
        Optional.of(new Expectation(Word.VIOLATED, Optional.of(1), Optional.empty()));
    assertEquals(Grade.UNEXPECTED, finding(Word.VIOLATED, expected).grade());
  }

  @Test
  void nothingFoundIsNoPass() {
    assertThrows(IllegalArgumentException.class, GradingTest::status);
  }
}
