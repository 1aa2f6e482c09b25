package org.mhpcheck.model.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Under any assignment, the value of an operation is the operation on the values. */
class UnknownBitsLawTest {
  /** Two bitmaps, each bit a formula over the same few variables, with their values. */
  private record Two(List<Formula> a, List<Formula> b, List<Boolean> values) {}

  @Property
  void pointwise(@ForAll("two") Two two) {
    for (BinaryOperator<Bits> operation :
        List.<BinaryOperator<Bits>>of(Bits::and, Bits::or, Bits::xor, Bits::minus)) {
      Circuit circuit = new Circuit();
      List<Bit> variables = Formula.variables(circuit);
      Assignment assignment = Formula.assignment(variables, two.values());
      Bits a = bits(two.a(), variables);
      Bits b = bits(two.b(), variables);
      assertEquals(
          operation.apply(assignment.value(a), assignment.value(b)),
          assignment.value(operation.apply(a, b)));
    }
  }

  @Property
  void when(@ForAll("two") Two two, @ForAll("formulas") Formula condition) {
    List<Bit> variables = Formula.variables(new Circuit());
    Assignment assignment = Formula.assignment(variables, two.values());
    Bits a = bits(two.a(), variables);
    Bit bit = condition.bit().over(variables);
    assertEquals(
        assignment.value(a).when(Bit.of(assignment.value(bit))), assignment.value(a.when(bit)));
  }

  @Property
  void aggregates(@ForAll("two") Two two) {
    for (Function<Bits, Bit> aggregate :
        List.<Function<Bits, Bit>>of(Bits::isEmpty, Bits::isFull, Bits::holdsFirst)) {
      List<Bit> variables = Formula.variables(new Circuit());
      Assignment assignment = Formula.assignment(variables, two.values());
      Bits a = bits(two.a(), variables);
      assertEquals(
          aggregate.apply(assignment.value(a)).isTrue(), assignment.value(aggregate.apply(a)));
    }
  }

  private interface Comparison {
    Bit of(Bits a, Bits b);
  }

  @Property
  void comparisons(@ForAll("two") Two two) {
    for (Comparison comparison :
        List.<Comparison>of(Bits::intersects, Bits::subsetOf, Bits::sameAs)) {
      List<Bit> variables = Formula.variables(new Circuit());
      Assignment assignment = Formula.assignment(variables, two.values());
      Bits a = bits(two.a(), variables);
      Bits b = bits(two.b(), variables);
      assertEquals(
          comparison.of(assignment.value(a), assignment.value(b)).isTrue(),
          assignment.value(comparison.of(a, b)));
    }
  }

  /** A bitmap whose bits have all become known is as good as one that always was. */
  @Property
  void foldedBitmapsAreKnown(@ForAll("two") Two two) {
    List<Bit> known = two.values().stream().map(Bit::of).toList();
    Bits folded = bits(two.a(), known);
    List<Bit> variables = Formula.variables(new Circuit());
    assertEquals(true, folded.isKnown());
    assertEquals(
        Formula.assignment(variables, two.values()).value(bits(two.a(), variables)), folded);
  }

  private static Bits bits(List<Formula> formulas, List<Bit> variables) {
    return Bits.of(formulas.size(), i -> formulas.get(i).bit().over(variables));
  }

  @Provide
  Arbitrary<Formula> formulas() {
    return Formula.any();
  }

  @Provide
  Arbitrary<Two> two() {
    return Arbitraries.integers()
        .between(1, 9)
        .flatMap(
            size ->
                Combinators.combine(
                        Formula.any().list().ofSize(size),
                        Formula.any().list().ofSize(size),
                        Formula.values())
                    .as(Two::new))
        .withoutEdgeCases();
  }
}
