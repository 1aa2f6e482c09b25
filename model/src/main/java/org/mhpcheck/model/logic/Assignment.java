package org.mhpcheck.model.logic;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A value for each variable of a circuit, and so for every bit over them. */
public final class Assignment {
  private final Map<Bit, Boolean> variables = new IdentityHashMap<>();

  /** Of bits over the variables, as far as they were asked for. */
  private final Map<Bit, Boolean> derived = new IdentityHashMap<>();

  /** Gives {@code variable} a value; ignored for known bits, whose value stands. */
  public void set(Bit variable, boolean value) {
    if (variable.node() instanceof Bit.Variable) {
      variables.put(variable, value);
      derived.clear();
    } else if (!variable.isKnown()) {
      throw new IllegalArgumentException("not a variable: " + variable);
    }
  }

  /** Gives the variables of {@code unknown} the bits of {@code known}. */
  public void set(Bits unknown, Bits known) {
    for (int i = 0; i < unknown.size(); i++) {
      set(unknown.bit(i), known.get(i));
    }
  }

  public <E extends Enum<E>> void set(OneOf<E> unknown, E constant) {
    for (E each : constant.getDeclaringClass().getEnumConstants()) {
      set(unknown.is(each), each == constant);
    }
  }

  public boolean value(Bit bit) {
    if (bit.node() instanceof Bit.Constant c) {
      return c.value();
    }
    Boolean known = variables.containsKey(bit) ? variables.get(bit) : derived.get(bit);
    if (known != null) {
      return known;
    }
    boolean value;
    if (bit.node() instanceof Bit.Not n) {
      value = !value(n.operand());
    } else if (bit.node() instanceof Bit.And a) {
      value = a.operands().stream().allMatch(this::value);
    } else {
      throw new IllegalStateException("no value for " + bit);
    }
    derived.put(bit, value);
    return value;
  }

  public boolean holds(List<Bit> bits) {
    return bits.stream().allMatch(this::value);
  }

  public Bits value(Bits bits) {
    return Bits.of(bits.size(), i -> Bit.of(value(bits.bit(i))));
  }

  public <E extends Enum<E>> E value(OneOf<E> oneOf, Class<E> type) {
    for (E constant : type.getEnumConstants()) {
      if (value(oneOf.is(constant))) {
        return constant;
      }
    }
    throw new IllegalStateException("none of " + Set.of(type.getEnumConstants()) + ": " + oneOf);
  }
}
