package org.mhpcheck.checker.prove;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.layout.Parameter;
import org.mhpcheck.model.layout.Size;
import org.mhpcheck.model.layout.SizeClaim;
import org.mhpcheck.model.layout.SizeClaim.AtLeast;
import org.mhpcheck.model.layout.SizeClaim.Comparison;
import org.mhpcheck.model.layout.SizeClaim.MultipleOf;
import org.mhpcheck.model.layout.UsageLayout;
import org.mhpcheck.specs.scenario.Architectures;

/** The solver computes the sizes that evaluation does, and refutes what evaluation refutes. */
class SizeSolverTest {
  private static List<Map<Parameter, Integer>> rows(String design) {
    Design parsed = Design.parse(design);
    return Architectures.all().stream().map(a -> a.values(parsed)).toList();
  }

  private static void requireSame(Comparison comparison) {
    SizeClaim claim = SizeClaim.all(comparison);
    List<Map<Parameter, Integer>> rows = rows("v6.12");
    assertEquals(
        !rows.stream().allMatch(claim::holds),
        new SizeSolver(rows).refutes(claim),
        "" + comparison);
  }

  private static UsageLayout layout() {
    return UsageLayout.of(Design.parse("v6.12"), true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v5.3", "v5.7", "v5.12", "v6.8", "v6.12"})
  void computesTheSizesOfEveryArchitecture(String design) {
    for (boolean vmemmap : new boolean[] {true, false}) {
      UsageLayout layout = UsageLayout.of(Design.parse(design), vmemmap);
      SizeSolver solver = new SizeSolver(rows(design));
      assertDoesNotThrow(
          () ->
              solver.confirm(
                  List.of(
                      layout.structSize(),
                      layout.usemapSize(),
                      layout.usageSize(),
                      layout.mapSize(),
                      layout.pageblockFlagBits(),
                      layout.mapBits())));
    }
  }

  @Test
  void refutesAWrongClaim() {
    requireSame(new AtLeast(layout().usageSize(), Size.of(1000)));
    SizeClaim wrong = SizeClaim.all(new AtLeast(layout().usageSize(), Size.of(1000)));
    assertTrue(new SizeSolver(rows("v6.12")).refutes(wrong));
  }

  @Test
  void refutesAClaimOfWhichOneOfSeveralIsWrong() {
    SizeClaim wrong =
        SizeClaim.all(
            new AtLeast(layout().usageSize(), Size.of(1)),
            new MultipleOf(layout().usageSize(), Size.of(16)));
    assertTrue(new SizeSolver(rows("v6.12")).refutes(wrong));
  }

  @Test
  void doesNotRefuteARightOne() {
    SizeClaim right =
        SizeClaim.all(
            new AtLeast(layout().usageSize(), Size.of(1)),
            new MultipleOf(layout().usageSize(), layout().longSize()));
    assertFalse(new SizeSolver(rows("v6.12")).refutes(right));
  }

  @ParameterizedTest
  @CsvSource({"1", "8", "16", "17", "24", "32", "40", "48", "56", "57", "64", "128", "520", "1000"})
  void agreesWithEvaluationOnEveryBound(int bound) {
    for (Size size : List.of(layout().usageSize(), layout().structSize(), layout().mapSize())) {
      requireSame(new AtLeast(size, Size.of(bound)));
      requireSame(new AtLeast(Size.of(bound), size));
      requireSame(new MultipleOf(size, Size.of(bound)));
      requireSame(new MultipleOf(Size.of(bound), size));
    }
  }

  @Test
  void agreesOnASizeAgainstItself() {
    requireSame(new AtLeast(layout().usageSize(), layout().usageSize()));
    requireSame(new MultipleOf(layout().usageSize(), layout().usageSize()));
    requireSame(new AtLeast(layout().usageSize(), layout().usageSize().plus(Size.of(1))));
  }

  /** A size beyond the solver's domains must not look like a claim that nothing can break. */
  @Test
  void noticesSizesThatItsDomainsCannotHold() {
    SizeSolver solver = new SizeSolver(rows("v6.12"));
    Size tooLarge = layout().usageSize().times(Size.of(100_000));
    assertThrows(IllegalStateException.class, () -> solver.confirm(List.of(tooLarge)));
  }
}
