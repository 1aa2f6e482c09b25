package org.mhpcheck.checker.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Circuit;

/** Random formulas over few variables. */
final class Formulas {
  final Circuit circuit = new Circuit();
  private final List<Bit> variables = new ArrayList<>();
  private final Random random;

  Formulas(long seed, int count) {
    random = new Random(seed);
    for (int i = 0; i < count; i++) {
      variables.add(circuit.variable("x" + i));
    }
  }

  List<Bit> variables() {
    return variables;
  }

  /** Nested at most so deep. */
  Bit formula(int depth) {
    if (depth == 0 || random.nextInt(12) == 0) {
      Bit variable = variables.get(random.nextInt(variables.size()));
      int kind = random.nextInt(20);
      return kind == 0 ? Bit.TRUE : kind == 1 ? Bit.FALSE : kind < 11 ? variable : variable.not();
    }
    Bit left = formula(depth - 1);
    Bit right = formula(depth - 1);
    return switch (random.nextInt(8)) {
      case 0 -> left.and(right);
      case 1 -> left.or(right);
      case 2 -> left.xor(right);
      case 3 -> left.sameAs(right);
      case 4 -> left.implies(right);
      case 5 -> left.and(right).not();
      case 6 -> Bit.allOf(several(depth));
      default -> Bit.anyOf(several(depth));
    };
  }

  private List<Bit> several(int depth) {
    List<Bit> bits = new ArrayList<>();
    for (int i = random.nextInt(5); i >= 0; i--) {
      bits.add(formula(depth - 1));
    }
    return bits;
  }
}
