package org.mhpcheck.checker.prove;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.chocosolver.solver.Model;
import org.chocosolver.solver.Solver;
import org.chocosolver.solver.variables.IntVar;
import org.mhpcheck.model.layout.Parameter;
import org.mhpcheck.model.layout.Size;
import org.mhpcheck.model.layout.SizeClaim;
import org.mhpcheck.model.layout.SizeClaim.AtLeast;
import org.mhpcheck.model.layout.SizeClaim.MultipleOf;

/** Size formulas as integer constraints, over all rows of parameter values at once. */
final class SizeSolver {
  /** Of any size and of any number on the way to one. Too small a bound is noticed: see confirm. */
  private static final int LARGEST = 1 << 15;

  private static final int LARGEST_EXPONENT = 15;

  private final List<Map<Parameter, Integer>> rows;
  private long calls;

  SizeSolver(List<Map<Parameter, Integer>> rows) {
    this.rows = rows;
  }

  /**
   * Confirms that the solver computes the same sizes as evaluation does, in every row.
   *
   * @throws IllegalStateException if it does not, or has no solution for some row
   */
  void confirm(List<Size> sizes) {
    Translation translation = new Translation();
    IntVar[] variables = sizes.stream().map(translation::variable).toArray(IntVar[]::new);
    Solver solver = translation.model.getSolver();
    int solutions = 0;
    calls++;
    while (solver.solve()) {
      Map<Parameter, Integer> row = rows.get(translation.row.getValue());
      for (int i = 0; i < variables.length; i++) {
        if (variables[i].getValue() != sizes.get(i).value(row)) {
          throw new IllegalStateException(
              "solver and evaluation disagree on %s for %s".formatted(sizes.get(i), row));
        }
      }
      solutions++;
    }
    if (solver.isStopCriterionMet() || solutions != rows.size()) {
      throw new IllegalStateException(
          "%d solutions for %d rows of parameters".formatted(solutions, rows.size()));
    }
  }

  /** Whether some row breaks {@code claim}. */
  boolean refutes(SizeClaim claim) {
    return claim.comparisons().stream().anyMatch(this::canBeBroken);
  }

  private boolean canBeBroken(SizeClaim.Comparison comparison) {
    Translation translation = new Translation();
    translation.requireBroken(comparison);
    Solver solver = translation.model.getSolver();
    calls++;
    boolean broken = solver.solve();
    if (solver.isStopCriterionMet()) {
      throw new IllegalStateException("the solver was stopped");
    }
    return broken;
  }

  long calls() {
    return calls;
  }

  /** One model, with the row as a variable and a variable for each size. */
  private final class Translation {
    private final Model model = Choco.forArithmetic("sizes");
    private final IntVar row = model.intVar("row", 0, rows.size() - 1, false);
    private final Map<Parameter, IntVar> parameters = new EnumMap<>(Parameter.class);
    private final Map<Size, IntVar> known = new HashMap<>();

    IntVar variable(Size size) {
      IntVar variable = known.get(size);
      if (variable == null) {
        variable = translate(size);
        known.put(size, variable);
      }
      return variable;
    }

    private IntVar translate(Size size) {
      if (size instanceof Size.Constant c) {
        return model.intVar(c.value());
      }
      if (size instanceof Size.Of o) {
        return parameters.computeIfAbsent(o.parameter(), this::parameter);
      }
      if (size instanceof Size.Plus p) {
        IntVar sum = number();
        model.arithm(variable(p.left()), "+", variable(p.right()), "=", sum).post();
        return sum;
      }
      if (size instanceof Size.Times t) {
        IntVar product = number();
        model.times(variable(t.left()), variable(t.right()), product).post();
        return product;
      }
      if (size instanceof Size.DividedUp d) {
        return dividedUp(variable(d.left()), variable(d.right()));
      }
      Size.PowerOfTwo power = (Size.PowerOfTwo) size;
      IntVar exponent = model.intVar(0, LARGEST_EXPONENT, false);
      model.arithm(variable(power.minus()), "+", exponent, "=", variable(power.plus())).post();
      IntVar result = number();
      int[] powers = IntStream.rangeClosed(0, LARGEST_EXPONENT).map(e -> 1 << e).toArray();
      model.element(result, powers, exponent).post();
      return result;
    }

    private IntVar parameter(Parameter parameter) {
      int[] values = rows.stream().mapToInt(r -> r.get(parameter)).toArray();
      IntVar variable = model.intVar(parameter.name(), values);
      model.element(variable, values, row).post();
      return variable;
    }

    /** left + slack = quotient * right, with 0 <= slack < right. */
    private IntVar dividedUp(IntVar left, IntVar right) {
      IntVar quotient = number();
      IntVar multiple = number();
      IntVar slack = number();
      model.times(quotient, right, multiple).post();
      model.arithm(left, "+", slack, "=", multiple).post();
      model.arithm(slack, "<", right).post();
      return quotient;
    }

    void requireBroken(SizeClaim.Comparison comparison) {
      if (comparison instanceof AtLeast a) {
        requireLess(variable(a.left()), variable(a.right()));
      } else if (comparison instanceof MultipleOf m) {
        IntVar right = variable(m.right());
        IntVar multiple = number();
        IntVar rest = number();
        model.times(number(), right, multiple).post();
        model.arithm(multiple, "+", rest, "=", variable(m.left())).post();
        model.arithm(rest, "<", right).post();
        model.arithm(rest, ">", 0).post();
      } else {
        throw new IllegalArgumentException("no such comparison: " + comparison);
      }
    }

    /** Choco 5.0.0 takes x < x for satisfiable until it checks the solution. */
    private void requireLess(IntVar left, IntVar right) {
      if (left.equals(right)) {
        model.falseConstraint().post();
      } else {
        model.arithm(left, "<", right).post();
      }
    }

    private IntVar number() {
      return model.intVar(0, LARGEST, false);
    }
  }
}
