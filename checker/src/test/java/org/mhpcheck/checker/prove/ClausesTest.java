package org.mhpcheck.checker.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.chocosolver.solver.Model;
import org.mhpcheck.model.logic.Assignment;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Circuit;

/** Clauses are met by exactly what meets the formulas that were required. */
class ClausesTest {
  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void solvableExactlyIfSomeValuesMeetThem(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 8) int variables,
      @ForAll @IntRange(min = 1, max = 6) int count,
      @ForAll @IntRange(min = 0, max = 4) int depth) {
    Formulas formulas = new Formulas(seed, variables);
    List<Bit> required = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      required.add(formulas.formula(depth));
    }
    assertEquals(isSatisfiable(formulas, required), isSolved(formulas, required));
  }

  /** Few variables and many formulas: most of these cannot be met. */
  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void alsoWhereHardlyAnythingDoes(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 10) int variables) {
    Formulas formulas = new Formulas(seed, variables);
    List<Bit> required = new ArrayList<>();
    for (int i = 0; i < 2 * variables; i++) {
      required.add(formulas.formula(2));
    }
    assertEquals(isSatisfiable(formulas, required), isSolved(formulas, required));
  }

  private static boolean isSatisfiable(Formulas formulas, List<Bit> required) {
    for (int values = 0; values < 1 << formulas.variables().size(); values++) {
      Assignment assignment = new Assignment();
      for (int i = 0; i < formulas.variables().size(); i++) {
        assignment.set(formulas.variables().get(i), (values >> i & 1) != 0);
      }
      if (assignment.holds(required)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the solver finds values; if so, they are held against the formulas. */
  private static boolean isSolved(Formulas formulas, List<Bit> required) {
    Model model = Choco.forProofs("test");
    Clauses clauses = new Clauses(model);
    required.forEach(clauses::require);
    if (clauses.isContradiction()) {
      return false;
    }
    if (required.stream().allMatch(Bit::isTrue)) {
      return true; // there is nothing to ask a solver
    }
    clauses.searchInOrder(model.getSolver());
    if (!model.getSolver().solve()) {
      assertFalse(model.getSolver().isStopCriterionMet());
      return false;
    }
    Assignment values = new Assignment();
    formulas.variables().forEach(v -> values.set(v, clauses.value(v)));
    assertTrue(values.holds(required));
    return true;
  }

  @Example
  void aContradictionOnItsFaceIsNotForTheSolver() {
    Clauses clauses = new Clauses(Choco.forProofs("test"));
    assertFalse(clauses.isContradiction());
    clauses.require(Bit.FALSE);
    assertTrue(clauses.isContradiction());
  }

  @Example
  void aVariableAndItsNegation() {
    Formulas formulas = new Formulas(0, 1);
    Bit x = formulas.variables().get(0);
    assertFalse(isSolved(formulas, List.of(x, x.not())));
  }

  @Example
  void aVariableThatNobodyAskedAboutHasSomeValue() {
    Circuit circuit = new Circuit();
    Clauses clauses = new Clauses(Choco.forProofs("test"));
    assertFalse(clauses.value(circuit.variable("unused")));
  }
}
