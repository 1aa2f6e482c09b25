package org.mhpcheck.model.layout;

import java.util.Map;

/**
 * A formula for a size, over an architecture's parameters. Written down once, it is evaluated
 * directly and translated for the solver. All values are whole and not negative.
 */
public sealed interface Size {

  /** A fixed number. */
  record Constant(int value) implements Size {}

  /** A parameter of the architecture. */
  record Of(Parameter parameter) implements Size {}

  record Plus(Size left, Size right) implements Size {}

  record Times(Size left, Size right) implements Size {}

  /** Left divided by right, rounded up: DIV_ROUND_UP(). */
  record DividedUp(Size left, Size right) implements Size {}

  /** 2 to the power of {@code plus} less {@code minus}, which must not exceed it. */
  record PowerOfTwo(Size plus, Size minus) implements Size {}

  static Size of(int value) {
    return new Constant(value);
  }

  static Size of(Parameter parameter) {
    return new Of(parameter);
  }

  default Size plus(Size other) {
    return new Plus(this, other);
  }

  default Size times(Size other) {
    return new Times(this, other);
  }

  default Size dividedUpBy(Size other) {
    return new DividedUp(this, other);
  }

  /**
   * The number this is for {@code values}.
   *
   * @throws ArithmeticException if it does not fit an int, or a power's exponent is negative
   */
  default int value(Map<Parameter, Integer> values) {
    if (this instanceof Constant c) {
      return c.value();
    }
    if (this instanceof Of o) {
      return values.get(o.parameter());
    }
    if (this instanceof Plus p) {
      return Math.addExact(p.left().value(values), p.right().value(values));
    }
    if (this instanceof Times t) {
      return Math.multiplyExact(t.left().value(values), t.right().value(values));
    }
    if (this instanceof DividedUp d) {
      int divisor = d.right().value(values);
      return Math.addExact(d.left().value(values), divisor - 1) / divisor;
    }
    PowerOfTwo power = (PowerOfTwo) this;
    int exponent = power.plus().value(values) - power.minus().value(values);
    if (exponent < 0 || exponent > 30) {
      throw new ArithmeticException("2^" + exponent);
    }
    return 1 << exponent;
  }
}
