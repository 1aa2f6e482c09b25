package org.mhpcheck.model.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mhpcheck.model.claim.About;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.claim.Property.Arithmetic.Scope;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.layout.SizeClaim;
import org.mhpcheck.model.question.Expectation.Word;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.question.Scenario;

class FindingTest {
  private static final Property PROPERTY =
      new Property.Arithmetic(
          new About("boot-usage-never-freed", "Any.", "any", "Any.", "any", Set.of()),
          Scope.ANY_PARAMETERS,
          u -> Optional.of(SizeClaim.all()));
  private static final Reach REACH = new Reach.AllValues("all");

  @ParameterizedTest
  @CsvSource({
    "history/b01,v5.4,'',history/b01@v5.4/boot-usage-never-freed",
    "check,v5.4+8068df3,'',check@v5.4+8068df3/boot-usage-never-freed",
    "prove,v6.12,x86_64,prove@v6.12[x86_64]/boot-usage-never-freed"
  })
  void id(String scenario, String design, String subject, String id) {
    assertEquals(id, finding(scenario, design, subject).id());
  }

  private static Finding finding(String scenario, String name, String subject) {
    Design design = Design.parse(name);
    return new Finding(
        new Scenario(
            scenario,
            "t",
            "w",
            new Question.Sizes(List.of(), true),
            List.of(design),
            List.of(PROPERTY),
            Optional.empty()),
        design,
        subject,
        PROPERTY,
        new Verdict.Holds(REACH),
        new Statistics(1, 1, 1, 1, Duration.ZERO),
        Optional.empty(),
        Finding.Grade.NONE,
        List.of());
  }

  @Test
  void everyVerdictHasItsWord() {
    assertEquals(Word.HOLDS, new Verdict.Holds(REACH).word());
    assertEquals(Word.VIOLATED, new Verdict.Violated(REACH, new Evidence.Numbers("1 < 2")).word());
    assertEquals(Word.VACUOUS, new Verdict.Vacuous(REACH, "never").word());
    assertEquals(Word.INCONCLUSIVE, new Verdict.Inconclusive(REACH, "interrupted").word());
  }

  @ParameterizedTest
  @CsvSource({"EXPECTED,expected", "UNEXPECTED,UNEXPECTED", "NONE,-"})
  void grades(Finding.Grade grade, String word) {
    assertEquals(word, grade.word());
  }
}
