package org.mhpcheck.model.logic;

import java.util.ArrayList;
import java.util.List;

/**
 * A truth value: known, or a node of one {@link Circuit}.
 *
 * <p>Known values fold, so a function over known bits computes plainly; over unknown ones the same
 * function builds a formula. Nodes are hash-consed: within a circuit, equal formulas are the same
 * object. A bit is never a {@code boolean}: a branch has to ask its {@link Path}.
 */
public final class Bit {
  public static final Bit TRUE = new Bit(null, new Constant(true));
  public static final Bit FALSE = new Bit(null, new Constant(false));

  /** What a bit is made of. Only an encoder or an evaluator needs to look. */
  public sealed interface Node {}

  public record Constant(boolean value) implements Node {}

  /**
   * An unknown.
   *
   * @param name for people; all bits of a bitmap share it
   * @param index the subsection it is about; {@link #OF_NO_SUBSECTION} if it is about none
   */
  public record Variable(String name, int index) implements Node {
    public static final int OF_NO_SUBSECTION = -1;

    @Override
    public String toString() {
      return index == OF_NO_SUBSECTION ? name : name + "[" + index + "]";
    }
  }

  public record Not(Bit operand) implements Node {}

  /** A conjunction of at least two different bits, none of them known. */
  public record And(List<Bit> operands) implements Node {}

  private final Circuit circuit;
  private final Node node;
  private Bit negation;

  Bit(Circuit circuit, Node node) {
    this.circuit = circuit;
    this.node = node;
  }

  public static Bit of(boolean value) {
    return value ? TRUE : FALSE;
  }

  public Node node() {
    return node;
  }

  public boolean isKnown() {
    return node instanceof Constant;
  }

  public boolean isTrue() {
    return node instanceof Constant c && c.value();
  }

  public boolean isFalse() {
    return node instanceof Constant c && !c.value();
  }

  public Bit not() {
    if (node instanceof Constant c) {
      return of(!c.value());
    }
    if (node instanceof Not n) {
      return n.operand();
    }
    if (negation == null) {
      negation = new Bit(circuit, new Not(this));
    }
    return negation;
  }

  public Bit and(Bit other) {
    if (isFalse() || other.isTrue()) {
      return this;
    }
    if (isTrue() || other.isFalse()) {
      return other;
    }
    return allOf(List.of(this, other));
  }

  public Bit or(Bit other) {
    return not().and(other.not()).not();
  }

  public Bit implies(Bit other) {
    return and(other.not()).not();
  }

  public Bit xor(Bit other) {
    return and(other.not()).or(not().and(other));
  }

  public Bit sameAs(Bit other) {
    return xor(other).not();
  }

  /** True when every one of {@code bits} is; true of none. */
  public static Bit allOf(Iterable<Bit> bits) {
    List<Bit> unknown = new ArrayList<>();
    for (Bit bit : bits) {
      if (bit.isFalse()) {
        return FALSE;
      }
      if (!bit.isTrue()) {
        unknown.add(bit);
      }
    }
    return unknown.isEmpty() ? TRUE : unknown.get(0).circuit.and(unknown);
  }

  /** True when at least one of {@code bits} is; false of none. */
  public static Bit anyOf(Iterable<Bit> bits) {
    List<Bit> negated = new ArrayList<>();
    for (Bit bit : bits) {
      negated.add(bit.not());
    }
    return allOf(negated).not();
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public String toString() {
    if (node instanceof Constant c) {
      return c.value() ? "1" : "0";
    }
    if (node instanceof Variable v) {
      return v.toString();
    }
    if (node instanceof Not n) {
      return "!" + n.operand();
    }
    return ((And) node).operands().toString();
  }
}
