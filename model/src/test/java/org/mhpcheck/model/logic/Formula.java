package org.mhpcheck.model.logic;

import java.util.List;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * A formula over numbered variables that can be had in two ways: as a bit, and as what Java's own
 * operators make of it.
 */
public record Formula(String text, Function bit, Predicate<List<Boolean>> value) {
  public static final int VARIABLES = 4;

  /** How the formula is built over {@value #VARIABLES} bits. */
  public interface Function {
    Bit over(List<Bit> variables);
  }

  @Override
  public String toString() {
    return text;
  }

  /** Fresh variables for a formula. */
  public static List<Bit> variables(Circuit circuit) {
    return List.of(
        circuit.variable("a"), circuit.variable("b"), circuit.variable("c"), circuit.variable("d"));
  }

  public static Assignment assignment(List<Bit> variables, List<Boolean> values) {
    Assignment assignment = new Assignment();
    for (int i = 0; i < variables.size(); i++) {
      assignment.set(variables.get(i), values.get(i));
    }
    return assignment;
  }

  public static Arbitrary<List<Boolean>> values() {
    return Arbitraries.of(true, false).list().ofSize(VARIABLES);
  }

  public static Arbitrary<Formula> any() {
    return nested(3);
  }

  private static Arbitrary<Formula> nested(int depth) {
    if (depth == 0) {
      return leaf();
    }
    Arbitrary<Formula> smaller = nested(depth - 1);
    return Arbitraries.oneOf(leaf(), negation(smaller), ofTwo(smaller), ofSeveral(smaller))
        .withoutEdgeCases();
  }

  private static Arbitrary<Formula> leaf() {
    Arbitrary<Formula> constant =
        Arbitraries.of(true, false)
            .map(known -> new Formula(known ? "1" : "0", v -> Bit.of(known), v -> known));
    Arbitrary<Formula> variable =
        Arbitraries.integers()
            .between(0, VARIABLES - 1)
            .map(i -> new Formula("v" + i, v -> v.get(i), v -> v.get(i)));
    return Arbitraries.frequencyOf(Tuple.of(1, constant), Tuple.of(6, variable));
  }

  private static Arbitrary<Formula> negation(Arbitrary<Formula> of) {
    return of.map(f -> new Formula("!" + f, v -> f.bit.over(v).not(), v -> !f.value.test(v)));
  }

  private static Arbitrary<Formula> ofTwo(Arbitrary<Formula> of) {
    return Combinators.combine(Arbitraries.of(Operator.values()), of, of)
        .as(
            (op, f, g) ->
                new Formula(
                    "(" + f + " " + op + " " + g + ")",
                    v -> op.of(f.bit.over(v), g.bit.over(v)),
                    v -> op.of(f.value.test(v), g.value.test(v))));
  }

  private static Arbitrary<Formula> ofSeveral(Arbitrary<Formula> of) {
    return Combinators.combine(Arbitraries.of(true, false), of.list().ofMaxSize(4))
        .as(
            (all, fs) ->
                new Formula(
                    (all ? "allOf" : "anyOf") + fs,
                    v -> {
                      List<Bit> bits = fs.stream().map(f -> f.bit.over(v)).toList();
                      return all ? Bit.allOf(bits) : Bit.anyOf(bits);
                    },
                    v ->
                        all
                            ? fs.stream().allMatch(f -> f.value.test(v))
                            : fs.stream().anyMatch(f -> f.value.test(v))));
  }

  private enum Operator {
    AND,
    OR,
    XOR,
    IMPLIES,
    SAME_AS;

    Bit of(Bit x, Bit y) {
      return switch (this) {
        case AND -> x.and(y);
        case OR -> x.or(y);
        case XOR -> x.xor(y);
        case IMPLIES -> x.implies(y);
        case SAME_AS -> x.sameAs(y);
      };
    }

    boolean of(boolean x, boolean y) {
      return switch (this) {
        case AND -> x && y;
        case OR -> x || y;
        case XOR -> x != y;
        case IMPLIES -> !x || y;
        case SAME_AS -> x == y;
      };
    }
  }
}
