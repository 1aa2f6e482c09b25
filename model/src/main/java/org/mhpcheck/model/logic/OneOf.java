package org.mhpcheck.model.logic;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One of the constants of an enum: known, or unknown as one bit a constant (one-hot). */
public final class OneOf<E extends Enum<E>> {
  private final Class<E> type;
  private final E known;
  private final Map<E, Bit> oneHot;

  private OneOf(Class<E> type, E known, Map<E, Bit> oneHot) {
    this.type = type;
    this.known = known;
    this.oneHot = oneHot;
  }

  public static <E extends Enum<E>> OneOf<E> of(E constant) {
    return new OneOf<>(constant.getDeclaringClass(), constant, null);
  }

  public static <E extends Enum<E>> OneOf<E> unknown(Circuit circuit, String name, Class<E> type) {
    Map<E, Bit> bits = new EnumMap<>(type);
    for (E constant : type.getEnumConstants()) {
      bits.put(constant, circuit.variable(name + "=" + constant));
    }
    return new OneOf<>(type, null, bits);
  }

  public Bit is(E constant) {
    return known != null ? Bit.of(known == constant) : oneHot.get(constant);
  }

  public Bit isNot(E constant) {
    return is(constant).not();
  }

  /** {@code then} where {@code condition} holds, this elsewhere. */
  public OneOf<E> orWhen(Bit condition, E then) {
    if (condition.isKnown()) {
      return condition.isTrue() ? of(then) : this;
    }
    if (known == then) {
      return this;
    }
    Map<E, Bit> bits = new EnumMap<>(type);
    for (E constant : type.getEnumConstants()) {
      Bit kept = is(constant).and(condition.not());
      bits.put(constant, constant == then ? kept.or(condition) : kept);
    }
    return new OneOf<>(type, null, bits);
  }

  public Bit sameAs(OneOf<E> other) {
    if (known != null) {
      return other.is(known);
    }
    List<Bit> agree = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      agree.add(is(constant).sameAs(other.is(constant)));
    }
    return Bit.allOf(agree);
  }

  /** That exactly one constant is meant: what an encoder has to require of an unknown. */
  public Bit isWellFormed() {
    E[] constants = type.getEnumConstants();
    List<Bit> clauses = new ArrayList<>();
    List<Bit> any = new ArrayList<>();
    for (int i = 0; i < constants.length; i++) {
      any.add(is(constants[i]));
      for (int j = i + 1; j < constants.length; j++) {
        clauses.add(is(constants[i]).and(is(constants[j])).not());
      }
    }
    clauses.add(Bit.anyOf(any));
    return Bit.allOf(clauses);
  }

  /** The constant; of known values only. */
  public E get() {
    if (known == null) {
      throw new IllegalStateException("not known: " + this);
    }
    return known;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OneOf<?> o && known == o.known && Objects.equals(oneHot, o.oneHot);
  }

  @Override
  public int hashCode() {
    return known != null ? known.ordinal() : oneHot.hashCode();
  }

  @Override
  public String toString() {
    return known != null ? known.toString() : oneHot.toString();
  }
}
