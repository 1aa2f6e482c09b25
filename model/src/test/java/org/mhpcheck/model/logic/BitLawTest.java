package org.mhpcheck.model.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A formula of bits has the value that Java's own operators give it. */
class BitLawTest {

  @Property
  void unknownBitsAreAsTheirValues(
      @ForAll("formulas") Formula formula, @ForAll("values") List<Boolean> values) {
    List<Bit> variables = Formula.variables(new Circuit());
    assertEquals(
        formula.value().test(values),
        Formula.assignment(variables, values).value(formula.bit().over(variables)));
  }

  @Property
  void knownBitsCompute(
      @ForAll("formulas") Formula formula, @ForAll("values") List<Boolean> values) {
    assertSame(
        Bit.of(formula.value().test(values)),
        formula.bit().over(values.stream().map(Bit::of).toList()));
  }

  @Property
  void aFormulaBuiltTwiceIsOneObject(@ForAll("formulas") Formula formula) {
    List<Bit> variables = Formula.variables(new Circuit());
    assertSame(formula.bit().over(variables), formula.bit().over(variables));
  }

  /** What an encoder may rely on of every node that it meets. */
  @Property
  void conjunctionsAreOfTwoOrMoreDifferentUnknownBits(@ForAll("formulas") Formula formula) {
    Set<Bit> met = new HashSet<>();
    visit(formula.bit().over(Formula.variables(new Circuit())), met);
    for (Bit bit : met) {
      if (bit.node() instanceof Bit.And and) {
        Set<Bit> operands = new HashSet<>(and.operands());
        assertEquals(and.operands().size(), operands.size());
        assertTrue(operands.size() >= 2);
        for (Bit operand : operands) {
          assertTrue(!operand.isKnown() && !operands.contains(operand.not()), bit::toString);
        }
      } else if (bit.node() instanceof Bit.Not not) {
        assertTrue(!(not.operand().node() instanceof Bit.Not) && !not.operand().isKnown());
      }
    }
  }

  private static void visit(Bit bit, Set<Bit> met) {
    if (met.add(bit)) {
      if (bit.node() instanceof Bit.And and) {
        and.operands().forEach(o -> visit(o, met));
      } else if (bit.node() instanceof Bit.Not not) {
        visit(not.operand(), met);
      }
    }
  }

  @Provide
  Arbitrary<Formula> formulas() {
    return Formula.any();
  }

  @Provide
  Arbitrary<List<Boolean>> values() {
    return Formula.values();
  }
}
