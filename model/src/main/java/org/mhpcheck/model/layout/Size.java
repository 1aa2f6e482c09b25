package org.mhpcheck.model.layout;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * A formula for a size, over parameters. Written down once, it is evaluated directly and translated
 * for the solver. All values are whole and not negative.
 */
public sealed interface Size {

  /** A fixed number. */
  record Constant(int value) implements Size {}

  /** A parameter. */
  record Of(Parameter parameter) implements Size {}

  /** What comes of two sizes. */
  record Binary(Operator operator, Size left, Size right) implements Size {}

  /** How a size comes of two others. */
  enum Operator {
    PLUS {
      @Override
      public int apply(int left, int right) {
        return Math.addExact(left, right);
      }
    },
    TIMES {
      @Override
      public int apply(int left, int right) {
        return Math.multiplyExact(left, right);
      }
    },
    /** Left divided by right, rounded up: DIV_ROUND_UP(). */
    DIVIDED_UP {
      @Override
      public int apply(int left, int right) {
        return Math.addExact(left, right - 1) / right;
      }
    },
    /** What is left over when left is divided by right. */
    REST {
      @Override
      public int apply(int left, int right) {
        return left % right;
      }
    },
    /** The smaller one. */
    MIN {
      @Override
      public int apply(int left, int right) {
        return Math.min(left, right);
      }
    },
    /** Left less right, which must not exceed it. */
    MINUS {
      @Override
      public int apply(int left, int right) {
        if (left < right) {
          throw new ArithmeticException("%d - %d is negative".formatted(left, right));
        }
        return left - right;
      }
    },
    /** Left times 2 to the power of right: {@code left << right}. */
    SHIFTED {
      @Override
      public int apply(int left, int right) {
        if (right > LARGEST_EXPONENT) {
          throw new ArithmeticException("2^" + right);
        }
        return Math.multiplyExact(left, 1 << right);
      }
    };

    private static final int LARGEST_EXPONENT = 30;

    /** What comes of these numbers. */
    public abstract int apply(int left, int right);
  }

  static Size of(int value) {
    return new Constant(value);
  }

  static Size of(Parameter parameter) {
    return new Of(parameter);
  }

  /** 2 to the power of {@code exponent}: {@code 1 << exponent}. */
  static Size powerOfTwo(Size exponent) {
    return new Binary(Operator.SHIFTED, of(1), exponent);
  }

  default Size plus(Size other) {
    return new Binary(Operator.PLUS, this, other);
  }

  /** Less {@code other}, which must not exceed it. */
  default Size minus(Size other) {
    return new Binary(Operator.MINUS, this, other);
  }

  default Size times(Size other) {
    return new Binary(Operator.TIMES, this, other);
  }

  /** Divided by {@code other}, rounded up. */
  default Size dividedUpBy(Size other) {
    return new Binary(Operator.DIVIDED_UP, this, other);
  }

  /** What is left over when it is divided by {@code other}. */
  default Size restBy(Size other) {
    return new Binary(Operator.REST, this, other);
  }

  /** This or {@code other}, whichever is smaller. */
  default Size atMost(Size other) {
    return new Binary(Operator.MIN, this, other);
  }

  /** The parameters it follows from. */
  default Set<Parameter> parameters() {
    Set<Parameter> parameters = EnumSet.noneOf(Parameter.class);
    if (this instanceof Of o) {
      parameters.add(o.parameter());
    } else if (this instanceof Binary b) {
      parameters.addAll(b.left().parameters());
      parameters.addAll(b.right().parameters());
    }
    return parameters;
  }

  /**
   * The formula that is left once {@code values} are put in: a constant if they are all it needs.
   *
   * @throws ArithmeticException if a number does not fit an int, or a difference is negative
   */
  default Size with(Map<Parameter, Integer> values) {
    if (this instanceof Of o && values.containsKey(o.parameter())) {
      return of(values.get(o.parameter()));
    } else if (this instanceof Binary b) {
      Size left = b.left().with(values);
      Size right = b.right().with(values);
      return left instanceof Constant l && right instanceof Constant r
          ? of(b.operator().apply(l.value(), r.value()))
          : new Binary(b.operator(), left, right);
    }
    return this;
  }

  /**
   * The number this is for {@code values}.
   *
   * @throws ArithmeticException if it does not fit an int, or a difference is negative
   * @throws IllegalArgumentException if it follows from a parameter that has no value there
   */
  default int value(Map<Parameter, Integer> values) {
    if (with(values) instanceof Constant c) {
      return c.value();
    }
    throw new IllegalArgumentException("%s of %s".formatted(parameters(), values));
  }
}
