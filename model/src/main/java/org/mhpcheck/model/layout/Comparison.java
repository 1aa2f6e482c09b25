package org.mhpcheck.model.layout;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntBinaryOperator;

/** Two sizes, and how they must compare. */
public record Comparison(Relation relation, Size left, Size right) {

  /** How two numbers compare. */
  public enum Relation {
    /** Left is at least right. */
    AT_LEAST((l, r) -> l >= r ? 1 : 0),
    /** Left is a multiple of right. */
    MULTIPLE_OF((l, r) -> l % r == 0 ? 1 : 0),
    /** Left is right. */
    SAME((l, r) -> l == r ? 1 : 0);

    private final IntBinaryOperator test;

    Relation(IntBinaryOperator test) {
      this.test = test;
    }

    /** Whether these numbers compare so. */
    public boolean holds(int left, int right) {
      return test.applyAsInt(left, right) != 0;
    }
  }

  public static Comparison atLeast(Size left, Size right) {
    return new Comparison(Relation.AT_LEAST, left, right);
  }

  public static Comparison multipleOf(Size left, Size right) {
    return new Comparison(Relation.MULTIPLE_OF, left, right);
  }

  public static Comparison same(Size left, Size right) {
    return new Comparison(Relation.SAME, left, right);
  }

  /** The parameters it follows from. */
  public Set<Parameter> parameters() {
    Set<Parameter> parameters = EnumSet.noneOf(Parameter.class);
    parameters.addAll(left.parameters());
    parameters.addAll(right.parameters());
    return parameters;
  }

  /** What is left of it once {@code values} are put in. */
  public Comparison with(Map<Parameter, Integer> values) {
    return new Comparison(relation, left.with(values), right.with(values));
  }

  /** Whether it holds for {@code values}, which must be all it needs. */
  public boolean holds(Map<Parameter, Integer> values) {
    return relation.holds(left.value(values), right.value(values));
  }
}
