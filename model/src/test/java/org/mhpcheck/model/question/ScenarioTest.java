package org.mhpcheck.model.question;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mhpcheck.model.claim.About;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.claim.Property.Arithmetic.Scope;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.layout.SizeClaim;
import org.mhpcheck.model.question.Expectation.Word;

/** What is expected where nothing is said. */
class ScenarioTest {
  private static final Design V5_4 = Design.parse("v5.4");
  private static final Property A = property("a");
  private static final Property B = property("b");
  private static final Expectation VIOLATED =
      new Expectation(Word.VIOLATED, Optional.of(3), Optional.of("L01"));

  @Test
  void whatIsSaidIsExpectedOfThatDesignAndPropertyOnly() {
    Scenario scenario = scenario(Optional.of(Map.of("v5.4", Map.of("a", VIOLATED))));
    assertEquals(Optional.of(VIOLATED), scenario.expectation(V5_4, A));
    assertEquals(Optional.of(Expectation.HOLDS), scenario.expectation(V5_4, B));
    assertEquals(Optional.of(Expectation.HOLDS), scenario.expectation(Design.parse("v5.5"), A));
  }

  @Test
  void aScenarioThatSaysNothingExpectsEverythingToHold() {
    assertEquals(
        Optional.of(Expectation.HOLDS), scenario(Optional.of(Map.of())).expectation(V5_4, A));
    assertEquals(
        new Expectation(Word.HOLDS, Optional.empty(), Optional.empty()), Expectation.HOLDS);
  }

  @Test
  void onTheCommandLineNothingIsExpected() {
    assertEquals(Optional.empty(), scenario(Optional.empty()).expectation(V5_4, A));
  }

  private static Scenario scenario(Optional<Map<String, Map<String, Expectation>>> expected) {
    return new Scenario(
        "s", "t", "w", new Question.Sizes(List.of(), true), List.of(V5_4), List.of(A, B), expected);
  }

  private static Property property(String name) {
    return new Property.Arithmetic(
        new About(name, "Any.", "any", "Any.", "any", Set.of()),
        Scope.ANY_PARAMETERS,
        u -> Optional.of(SizeClaim.all()));
  }
}
