package org.mhpcheck.checker.prove;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chocosolver.solver.Model;
import org.chocosolver.solver.Solver;
import org.chocosolver.solver.search.strategy.Search;
import org.chocosolver.solver.search.strategy.selectors.variables.InputOrder;
import org.chocosolver.solver.variables.BoolVar;
import org.chocosolver.solver.variables.IntVar;
import org.mhpcheck.model.logic.Bit;

/**
 * Truth values as clauses of one Choco model (Tseitin): a variable for each conjunction that is not
 * required outright.
 *
 * <p>Search decides first what the required disjunctions are made of, in the order in which they
 * were required: require the violation first, then the conditions of the path.
 */
final class Clauses {
  private final Model model;
  private final Map<Bit, BoolVar> variables = new LinkedHashMap<>();
  private final Map<BoolVar, Integer> order = new LinkedHashMap<>();
  private boolean contradiction;

  Clauses(Model model) {
    this.model = model;
  }

  /** Requires {@code bit} to be true. */
  void require(Bit bit) {
    if (bit.isKnown()) {
      contradiction |= bit.isFalse();
    } else if (bit.node() instanceof Bit.And and) {
      and.operands().forEach(this::require);
    } else if (bit.node() instanceof Bit.Not not && not.operand().node() instanceof Bit.And and) {
      List<Bit> disjuncts = flattened(and).map(Bit::not).toList();
      disjuncts.forEach(d -> order.putIfAbsent(variable(atom(d)), isPositive(d) ? 1 : 0));
      clause(disjuncts);
    } else {
      order.putIfAbsent(variable(atom(bit)), isPositive(bit) ? 1 : 0);
      clause(List.of(bit));
    }
  }

  /** A conjunction within a conjunction is part of it, and a disjunct to decide on by itself. */
  private static Stream<Bit> flattened(Bit.And and) {
    return and.operands().stream()
        .flatMap(o -> o.node() instanceof Bit.And inner ? flattened(inner) : Stream.of(o))
        .distinct();
  }

  /** Whether what is required is contradictory on its face, and there is nothing to solve. */
  boolean isContradiction() {
    return contradiction;
  }

  /** To be called once everything is required. */
  void searchInOrder(Solver solver) {
    for (BoolVar variable : List.copyOf(variables.values())) {
      order.putIfAbsent(variable, 1);
    }
    IntVar[] inOrder = order.keySet().toArray(new IntVar[0]);
    solver.setSearch(
        Search.intVarSearch(
            new InputOrder<>(model), variable -> order.get((BoolVar) variable), inOrder));
  }

  /** The value of {@code variable} in the solution that was just found. */
  boolean value(Bit variable) {
    BoolVar known = variables.get(variable);
    return known != null && known.getValue() == 1; // whatever was not asked about may be anything
  }

  private static boolean isPositive(Bit literal) {
    return !(literal.node() instanceof Bit.Not);
  }

  private static Bit atom(Bit literal) {
    return literal.node() instanceof Bit.Not not ? not.operand() : literal;
  }

  private BoolVar variable(Bit atom) {
    BoolVar known = variables.get(atom);
    if (known != null) {
      return known;
    }
    BoolVar variable = model.boolVar("b" + variables.size());
    variables.put(atom, variable);
    if (atom.node() instanceof Bit.And and) {
      List<Bit> backwards = new ArrayList<>();
      backwards.add(atom);
      for (Bit operand : and.operands()) {
        clause(List.of(atom.not(), operand));
        backwards.add(operand.not());
      }
      clause(backwards);
    }
    return variable;
  }

  private void clause(List<Bit> literals) {
    BoolVar[] positive =
        literals.stream()
            .filter(Clauses::isPositive)
            .map(l -> variable(atom(l)))
            .toArray(BoolVar[]::new);
    BoolVar[] negative =
        literals.stream()
            .filter(l -> !isPositive(l))
            .map(l -> variable(atom(l)))
            .toArray(BoolVar[]::new);
    model.addClauses(positive, negative);
  }
}
