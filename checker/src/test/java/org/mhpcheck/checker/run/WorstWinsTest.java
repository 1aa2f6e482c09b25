package org.mhpcheck.checker.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.question.Expectation;
import org.mhpcheck.model.question.Expectation.Word;

/** A run ends with the worst of its findings, wherever that stands. */
class WorstWinsTest {
  private static final List<Integer> FROM_BEST_TO_WORST = List.of(0, 5, 13, 12);

  @Property
  void ofSeveralFindings(@ForAll @Size(min = 1, max = 6) List<@From("findings") Finding> findings) {
    int worst =
        findings.stream()
            .map(f -> Grading.status(List.of(f)).code())
            .max(Comparator.comparing(FROM_BEST_TO_WORST::indexOf))
            .orElseThrow();
    assertEquals(worst, Grading.status(findings).code());
    Collections.reverse(findings);
    assertEquals(worst, Grading.status(findings).code());
  }

  @Provide
  Arbitrary<Finding> findings() {
    Arbitrary<Optional<Expectation>> expectations =
        Arbitraries.oneOf(
            Arbitraries.of(Word.class).map(GradingTest::expected),
            Arbitraries.just(Optional.<Expectation>empty()));
    return Combinators.combine(Arbitraries.of(Word.class), expectations).as(GradingTest::finding);
  }
}
