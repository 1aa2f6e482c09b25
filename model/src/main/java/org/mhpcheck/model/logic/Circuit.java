package org.mhpcheck.model.logic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the unknown bits of one proof, and keeps equal conjunctions one node. */
public final class Circuit {
  private final Map<Set<Bit>, Bit> conjunctions = new HashMap<>();
  private final List<Bit> variables = new ArrayList<>();

  /** A new unknown bit; {@code name} is for people and need not be unique. */
  public Bit variable(String name) {
    Bit variable = new Bit(this, new Bit.Variable(name));
    variables.add(variable);
    return variable;
  }

  /** Every variable so far, in the order they were made. */
  public List<Bit> variables() {
    return List.copyOf(variables);
  }

  Bit and(List<Bit> unknown) {
    Set<Bit> operands = new LinkedHashSet<>(unknown);
    if (operands.size() == 1) {
      return unknown.get(0);
    }
    for (Bit operand : operands) {
      if (operands.contains(operand.not())) {
        return Bit.FALSE;
      }
    }
    return conjunctions.computeIfAbsent(
        operands, s -> new Bit(this, new Bit.And(List.copyOf(operands))));
  }
}
