package org.mhpcheck.checker.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.layout.Architecture;
import org.mhpcheck.model.layout.Comparison;
import org.mhpcheck.model.layout.Parameter;
import org.mhpcheck.model.layout.ParameterSpace;
import org.mhpcheck.model.layout.SectionLayout;
import org.mhpcheck.model.layout.Size;
import org.mhpcheck.model.layout.SizeClaim;
import org.mhpcheck.model.layout.UsageLayout;
import org.mhpcheck.specs.scenario.Architectures;

/** The solver computes the sizes that evaluation does, and refutes what evaluation refutes. */
class SizeSolverTest {
  private static final Design V6_12 = Design.parse("v6.12");
  private static final SectionLayout LAYOUT = SectionLayout.of(V6_12, true);
  private static final UsageLayout USAGE = LAYOUT.usage();

  private static SizeValues rows(Design design, List<Architecture> architectures) {
    return new SizeValues.Rows(SizeValues.rows(architectures, a -> a.values(design)));
  }

  private static boolean refutes(SizeValues values, SizeClaim claim) {
    SizeEvaluation evaluation = new SizeEvaluation(claim);
    Optional<Map<Parameter, Integer>> found =
        new SizeSolver(values).counterexample(claim, evaluation.asked());
    found.ifPresent(numbers -> assertFalse(claim.holds(numbers), () -> "" + numbers));
    return found.isPresent();
  }

  private static void requireSame(SizeValues values, SizeClaim claim) {
    SizeEvaluation evaluation = new SizeEvaluation(claim);
    boolean broken = !evaluation.broken(values.tuples(evaluation.asked())).isEmpty();
    assertEquals(broken, refutes(values, claim), "" + claim);
  }

  private static void requireSame(Comparison comparison) {
    requireSame(rows(V6_12, Architectures.all()), SizeClaim.all(comparison));
  }

  @ParameterizedTest
  @ValueSource(strings = {"v5.2", "v5.12", "v6.12", "v6.17"})
  void computesTheSizesOfEveryArchitecture(String name) {
    Design design = Design.parse(name);
    for (Architecture architecture : Architectures.all()) {
      UsageLayout usage = UsageLayout.of(design, architecture.vmemmap());
      SizeValues values = rows(design, List.of(architecture));
      for (Size size : List.of(usage.structSize(), usage.usemapSize(), usage.pagesCounted())) {
        Size number = Size.of(size.value(architecture.values(design)));
        assertFalse(refutes(values, SizeClaim.all(Comparison.same(size, number))));
        Size wrong = number.plus(Size.of(1));
        assertTrue(refutes(values, SizeClaim.all(Comparison.same(size, wrong))));
      }
    }
  }

  @Test
  void refutesAClaimOfWhichOneOfSeveralIsWrong() {
    SizeClaim wrong =
        SizeClaim.all(
            Comparison.atLeast(USAGE.usageSize(), Size.of(1)),
            Comparison.multipleOf(USAGE.usageSize(), Size.of(16)));
    assertTrue(refutes(rows(V6_12, Architectures.all()), wrong));
  }

  @Test
  void doesNotRefuteARightOne() {
    SizeClaim right =
        SizeClaim.all(
            Comparison.atLeast(USAGE.usageSize(), Size.of(1)),
            Comparison.multipleOf(USAGE.usageSize(), USAGE.longSize()));
    assertFalse(refutes(rows(V6_12, Architectures.all()), right));
  }

  @ParameterizedTest
  @CsvSource({"1", "8", "16", "17", "24", "32", "40", "48", "56", "57", "64", "128", "520", "1000"})
  void agreesWithEvaluationOnEveryBound(int bound) {
    for (Size size : List.of(USAGE.usageSize(), USAGE.structSize(), USAGE.mapSize())) {
      requireSame(Comparison.atLeast(size, Size.of(bound)));
      requireSame(Comparison.atLeast(Size.of(bound), size));
      requireSame(Comparison.multipleOf(size, Size.of(bound)));
      requireSame(Comparison.multipleOf(Size.of(bound), size));
      requireSame(Comparison.same(Size.of(bound), size));
    }
  }

  @Test
  void agreesOnASizeAgainstItself() {
    requireSame(Comparison.atLeast(USAGE.usageSize(), USAGE.usageSize()));
    requireSame(Comparison.multipleOf(USAGE.usageSize(), USAGE.usageSize()));
    requireSame(Comparison.same(USAGE.usageSize(), USAGE.usageSize()));
    requireSame(Comparison.atLeast(USAGE.usageSize(), USAGE.usageSize().plus(Size.of(1))));
  }

  @Test
  void premisesKeepOutWhatTheyDo() {
    SizeValues values = rows(V6_12, Architectures.all());
    SizeClaim claim = SizeClaim.all(Comparison.atLeast(USAGE.usageSize(), Size.of(56)));
    assertTrue(refutes(values, claim));
    Size pages = Size.of(Parameter.PAGE_SHIFT);
    SizeClaim large = claim.where(Comparison.atLeast(pages, Size.of(16)));
    requireSame(values, large);
    requireSame(values, large.where(Comparison.atLeast(Size.of(12), pages)));
    assertFalse(refutes(values, large.where(Comparison.atLeast(Size.of(12), pages))));
  }

  /** A size beyond the solver's domains must not look like a claim that nothing can break. */
  @Test
  void refusesSizesThatItsDomainsCannotHold() {
    Size tooLarge = USAGE.usageSize().times(Size.of(100_000));
    SizeClaim claim = SizeClaim.all(Comparison.atLeast(Size.of(1000), tooLarge));
    assertThrows(
        IllegalStateException.class, () -> refutes(rows(V6_12, Architectures.all()), claim));
  }

  /** Of a small space, whatever the formula. */
  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void agreesWithEvaluationOnAnyFormula(
      @ForAll("sizes") Size left, @ForAll("sizes") Size right, @ForAll("sizes") Size other) {
    Set<Parameter> asked = EnumSet.of(Parameter.LONG_BYTES, Parameter.PAGE_SHIFT);
    ParameterSpace space =
        new ParameterSpace(
            Map.of(Parameter.LONG_BYTES, List.of(4, 8), Parameter.PAGE_SHIFT, List.of(2, 3, 5)),
            List.of());
    List<Map<Parameter, Integer>> tuples = space.tuples(asked);
    Size divisor = other.plus(Size.of(1));
    for (Comparison comparison :
        List.of(
            Comparison.atLeast(left, right),
            Comparison.same(left.restBy(divisor), right),
            Comparison.multipleOf(left, divisor),
            Comparison.same(left.dividedUpBy(divisor), right.atMost(other)))) {
      boolean broken = tuples.stream().anyMatch(t -> !comparison.holds(t));
      Optional<Map<Parameter, Integer>> found =
          new SizeSolver(new SizeValues.Any(space))
              .counterexample(SizeClaim.all(comparison), asked);
      assertEquals(broken, found.isPresent(), () -> "" + comparison);
      found.ifPresent(numbers -> assertFalse(comparison.holds(numbers)));
    }
  }

  @Provide
  Arbitrary<Size> sizes() {
    Arbitrary<Size> atoms =
        Arbitraries.of(
            Size.of(Parameter.LONG_BYTES),
            Size.of(Parameter.PAGE_SHIFT),
            Size.powerOfTwo(Size.of(Parameter.PAGE_SHIFT)),
            Size.of(0),
            Size.of(1),
            Size.of(6));
    return atoms
        .tuple3()
        .map(
            t ->
                t.get1()
                    .times(t.get2())
                    .plus(t.get3().restBy(t.get1().plus(Size.of(2))))
                    .plus(t.get2().plus(t.get3()).minus(t.get3()))
                    .plus(t.get1().dividedUpBy(Size.of(3)))
                    .atMost(Size.of(40)));
  }
}
