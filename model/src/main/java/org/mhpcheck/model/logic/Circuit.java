package org.mhpcheck.model.logic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Makes the unknown bits of one proof, and keeps equal conjunctions one node. */
public final class Circuit {
  private final Map<Set<Bit>, Bit> conjunctions = new HashMap<>();
  private final List<Bit> variables = new ArrayList<>();
  private final Map<String, Integer> bearers = new HashMap<>();

  /** A new unknown bit; {@code name} is for people, and gets a number where it is taken. */
  public Bit variable(String name) {
    return add(new Bit.Variable(unique(name), Bit.Variable.OF_NO_SUBSECTION));
  }

  /** New unknown bits of one name, one for each subsection. */
  List<Bit> variables(String name, int subsections) {
    String unique = unique(name);
    return IntStream.range(0, subsections).mapToObj(i -> add(new Bit.Variable(unique, i))).toList();
  }

  private Bit add(Bit.Variable variable) {
    Bit bit = new Bit(this, variable);
    variables.add(bit);
    return bit;
  }

  private String unique(String name) {
    int bearer = bearers.merge(name, 1, Integer::sum);
    return bearer == 1 ? name : name + "'" + bearer;
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
