package org.mhpcheck.checker.prove;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.chocosolver.solver.Model;
import org.chocosolver.solver.Solver;
import org.chocosolver.solver.search.strategy.Search;
import org.chocosolver.solver.variables.IntVar;
import org.mhpcheck.model.layout.Comparison;
import org.mhpcheck.model.layout.Parameter;
import org.mhpcheck.model.layout.Size;

/**
 * Size formulas as integer constraints, with a variable for each parameter and for each formula on
 * the way: plain propagation over non-negative, enumerated domains. Exponents stay exponents, and
 * no domain is cut off: where one would have to be, that is an error.
 */
final class SizeModel {
  /** The solver's own bound is a little more, and it does not say when that is passed. */
  private static final int LARGEST = 1 << 24;

  private final Model model = Choco.forArithmetic("sizes");
  private final Map<Parameter, IntVar> parameters = new EnumMap<>(Parameter.class);
  private final Map<Size, IntVar> known = new HashMap<>();
  private final List<IntVar> decided = new ArrayList<>();

  /**
   * @param asked the parameters of architectures that formulas follow from
   */
  SizeModel(SizeValues values, Set<Parameter> asked) {
    if (values instanceof SizeValues.Rows rows) {
      IntVar row = model.intVar("row", 0, rows.all().size() - 1, false);
      decided.add(row);
      for (Parameter parameter : asked) {
        int[] column = rows.all().stream().mapToInt(r -> r.get(parameter)).toArray();
        IntVar variable = model.intVar(parameter.name(), column);
        model.element(variable, column, row).post();
        parameters.put(parameter, variable);
      }
    } else if (values instanceof SizeValues.Any any) {
      for (Parameter parameter : asked) {
        int[] domain = any.space().domains().get(parameter).stream().mapToInt(v -> v).toArray();
        IntVar variable = model.intVar(parameter.name(), domain);
        parameters.put(parameter, variable);
        decided.add(variable);
      }
      any.space().guardsOf(asked).forEach(this::require);
    }
  }

  void require(Comparison comparison) {
    IntVar left = variable(comparison.left());
    IntVar right = variable(comparison.right());
    switch (comparison.relation()) {
      case AT_LEAST -> {
        if (!left.equals(right)) {
          model.arithm(left, ">=", right).post();
        }
      }
      case SAME -> {
        if (!left.equals(right)) {
          model.arithm(left, "=", right).post();
        }
      }
      case MULTIPLE_OF -> model.times(quotient(left, right), right, left).post();
    }
  }

  /** Requires that {@code comparison} does not hold. */
  void requireBroken(Comparison comparison) {
    IntVar left = variable(comparison.left());
    IntVar right = variable(comparison.right());
    boolean cannotBe = left.equals(right);
    switch (comparison.relation()) {
      // Choco 5.0.0 takes x < x for satisfiable until it checks the solution.
      case AT_LEAST, SAME -> {
        if (cannotBe) {
          model.falseConstraint().post();
        } else {
          String operator = comparison.relation() == Comparison.Relation.SAME ? "!=" : "<";
          model.arithm(left, operator, right).post();
        }
      }
      case MULTIPLE_OF -> model.arithm(divided(left, right).rest(), ">", 0).post();
    }
  }

  /** The first values that fit all that is required; empty if none do. */
  Optional<Map<Parameter, Integer>> solution() {
    Solver solver = solver();
    if (solver.solve()) {
      Map<Parameter, Integer> values = new EnumMap<>(Parameter.class);
      parameters.forEach((p, v) -> values.put(p, v.getValue()));
      return Optional.of(values);
    } else if (solver.isStopCriterionMet()) {
      throw new IllegalStateException("the solver was stopped");
    }
    return Optional.empty();
  }

  /** All else follows from the parameters. */
  private Solver solver() {
    Solver solver = model.getSolver();
    parameters.values().stream().filter(v -> !decided.contains(v)).forEach(decided::add);
    if (!decided.isEmpty()) {
      solver.setSearch(
          Search.inputOrderLBSearch(decided.toArray(IntVar[]::new)),
          Search.inputOrderLBSearch(model.retrieveIntVars(true)));
    }
    return solver;
  }

  private IntVar variable(Size size) {
    IntVar variable = known.get(size);
    if (variable == null) {
      variable = translated(size);
      known.put(size, variable);
    }
    return variable;
  }

  private IntVar translated(Size size) {
    if (size instanceof Size.Constant c) {
      return model.intVar(c.value());
    } else if (size instanceof Size.Of o) {
      return parameters.computeIfAbsent(
          o.parameter(), p -> model.intVar(p.name(), 0, p.largest(), false));
    }
    Size.Binary binary = (Size.Binary) size;
    IntVar left = variable(binary.left());
    IntVar right = variable(binary.right());
    return switch (binary.operator()) {
      case PLUS -> {
        IntVar sum = number(left.getLB() + right.getLB(), (long) left.getUB() + right.getUB());
        model.arithm(left, "+", right, "=", sum).post();
        yield sum;
      }
      case MINUS -> {
        IntVar difference = number(left.getLB() - right.getUB(), left.getUB() - right.getLB());
        model.arithm(right, "+", difference, "=", left).post();
        yield difference;
      }
      case TIMES -> product(left, right);
      case DIVIDED_UP -> dividedUp(left, right);
      case REST -> divided(left, right).rest();
      case MIN -> {
        IntVar smaller = number(0, Math.min(left.getUB(), right.getUB()));
        model.min(smaller, left, right).post();
        yield smaller;
      }
      case SHIFTED -> product(left, powerOfTwo(right));
    };
  }

  private IntVar product(IntVar left, IntVar right) {
    IntVar product = number(left.getLB() * right.getLB(), (long) left.getUB() * right.getUB());
    model.times(left, right, product).post();
    return product;
  }

  private IntVar powerOfTwo(IntVar exponent) {
    if (exponent.getUB() > Integer.numberOfTrailingZeros(LARGEST)) {
      throw tooLarge("2^" + exponent.getUB());
    }
    int[] powers =
        IntStream.rangeClosed(exponent.getLB(), exponent.getUB()).map(e -> 1 << e).toArray();
    IntVar power = model.intVar(model.generateName("power"), powers);
    model.element(power, powers, exponent, exponent.getLB()).post();
    return power;
  }

  /** left + slack = quotient * right, with 0 <= slack < right. */
  private IntVar dividedUp(IntVar left, IntVar right) {
    IntVar quotient =
        number(up(left.getLB(), right.getUB()), up(left.getUB(), Math.max(1, right.getLB())));
    IntVar multiple = number(left.getLB(), (long) left.getUB() + right.getUB());
    IntVar slack = number(0, right.getUB());
    model.times(quotient, right, multiple).post();
    model.arithm(left, "+", slack, "=", multiple).post();
    model.arithm(slack, "<", right).post();
    return quotient;
  }

  private static int up(int left, int right) {
    return Math.floorDiv(left - 1, right) + 1;
  }

  /** left = quotient * right + rest, with 0 <= rest < right. */
  private record Divided(IntVar quotient, IntVar rest) {}

  private Divided divided(IntVar left, IntVar right) {
    IntVar quotient = quotient(left, right);
    IntVar multiple = number(0, left.getUB());
    IntVar rest = number(0, Math.min(left.getUB(), right.getUB()));
    model.times(quotient, right, multiple).post();
    model.arithm(multiple, "+", rest, "=", left).post();
    model.arithm(rest, "<", right).post();
    return new Divided(quotient, rest);
  }

  /** Narrow from the beginning: products that may exceed an int are hardly propagated. */
  private IntVar quotient(IntVar left, IntVar right) {
    return number(0, left.getUB() / Math.max(1, right.getLB()));
  }

  /** What is negative is no size: those values are left out. */
  private IntVar number(int smallest, long largest) {
    if (largest > LARGEST) {
      throw tooLarge(String.valueOf(largest));
    }
    int from = Math.max(0, smallest);
    int to = (int) Math.max(from, largest);
    return model.intVar(from, to, false);
  }

  private static IllegalStateException tooLarge(String number) {
    return new IllegalStateException(
        "a size of up to %s, more than the solver is asked".formatted(number));
  }
}
