package org.mhpcheck.checker.prove;

import java.util.List;
import java.util.Optional;
import org.mhpcheck.model.layout.Comparison;
import org.mhpcheck.model.layout.Parameter;
import org.mhpcheck.model.layout.Size;
import org.mhpcheck.model.layout.SizeClaim;

/**
 * A claim that is left to be made for any values of some parameters, evaluated for each of them.
 */
final class OpenClaim {
  private final List<Parameter> any;
  private final List<Test> premises;
  private final List<Test> comparisons;

  /** A formula over the values of {@link #any}, in that order. */
  private interface Formula {
    int of(int[] values);
  }

  private interface Test {
    boolean holds(int[] values);
  }

  /**
   * @param any all that the claim follows from
   */
  OpenClaim(SizeClaim claim, List<Parameter> any) {
    this.any = any;
    this.premises = claim.premises().stream().map(this::test).toList();
    this.comparisons = claim.comparisons().stream().map(this::test).toList();
  }

  private Test test(Comparison comparison) {
    Formula left = formula(comparison.left());
    Formula right = formula(comparison.right());
    Comparison.Relation relation = comparison.relation();
    return values -> relation.holds(left.of(values), right.of(values));
  }

  private Formula formula(Size size) {
    if (size instanceof Size.Binary binary) {
      Formula left = formula(binary.left());
      Formula right = formula(binary.right());
      Size.Operator operator = binary.operator();
      return values -> operator.apply(left.of(values), right.of(values));
    } else if (size instanceof Size.Of of) {
      int place = any.indexOf(of.parameter());
      return values -> values[place];
    }
    int constant = ((Size.Constant) size).value();
    return values -> constant;
  }

  /** The first values that break it, counted up from zero, the last one fastest. */
  Optional<int[]> counterexample() {
    int[] values = new int[any.size()];
    do {
      if (!holds(values)) {
        return Optional.of(values);
      }
    } while (advance(values));
    return Optional.empty();
  }

  private boolean holds(int[] values) {
    for (Test premise : premises) {
      if (!premise.holds(values)) {
        return true;
      }
    }
    for (Test comparison : comparisons) {
      if (!comparison.holds(values)) {
        return false;
      }
    }
    return true;
  }

  private boolean advance(int[] values) {
    for (int i = values.length - 1; i >= 0; i--) {
      if (values[i] < any.get(i).largest()) {
        values[i]++;
        return true;
      }
      values[i] = 0;
    }
    return false;
  }
}
