package org.mhpcheck.checker.prove;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chocosolver.solver.Model;
import org.chocosolver.solver.Solver;
import org.chocosolver.solver.search.strategy.Search;
import org.chocosolver.solver.search.strategy.selectors.values.IntValueSelector;
import org.chocosolver.solver.search.strategy.selectors.variables.InputOrder;
import org.chocosolver.solver.search.strategy.selectors.variables.VariableSelector;
import org.chocosolver.solver.variables.BoolVar;
import org.chocosolver.solver.variables.IntVar;
import org.mhpcheck.model.logic.Bit;

/**
 * Truth values as clauses of one Choco model: a variable for each conjunction that is not required
 * outright, and of its definition the direction that is used (Tseitin; Plaisted and Greenbaum).
 *
 * <p>Search decides which of its disjuncts meets each required disjunction that none meets yet, in
 * the order in which they were required: require the violation first, then the conditions of the
 * path. What is left over when all are met comes last.
 */
class Clauses {
  private final Model model;
  private final Map<Bit, BoolVar> variables = new LinkedHashMap<>();
  private final List<Disjunction> required = new ArrayList<>();

  /** Conjunctions and their negations whose use is defined already. */
  private final Set<Bit> defined = new HashSet<>();

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
    } else if (isNegated(bit) && atom(bit).node() instanceof Bit.And and) {
      List<Bit> disjuncts = new ArrayList<>();
      collectDisjuncts(and, disjuncts);
      required.add(disjunction(disjuncts));
      clause(disjuncts);
    } else {
      clause(List.of(bit)); // nothing to decide
    }
  }

  /** What is required of several variables: that one has the value beside it. */
  private record Disjunction(BoolVar[] variables, int[] values) {

    /** The first variable that could meet it; {@code null} if one meets it already. */
    BoolVar toDecide() {
      BoolVar first = null;
      for (int i = 0; i < variables.length; i++) {
        if (!variables[i].isInstantiated()) {
          first = first == null ? variables[i] : first;
        } else if (variables[i].getValue() == values[i]) {
          return null;
        }
      }
      return first;
    }

    int valueOf(IntVar variable) {
      for (int i = 0; i < variables.length; i++) {
        if (variables[i] == variable) {
          return values[i];
        }
      }
      throw new IllegalArgumentException(variable.getName());
    }
  }

  private Disjunction disjunction(List<Bit> disjuncts) {
    return new Disjunction(
        disjuncts.stream().map(d -> variable(atom(d))).toArray(BoolVar[]::new),
        disjuncts.stream().mapToInt(d -> isNegated(d) ? 0 : 1).toArray());
  }

  /** A conjunction within a conjunction is part of it, and a disjunct to decide on by itself. */
  private static void collectDisjuncts(Bit.And negated, List<Bit> disjuncts) {
    Set<Bit> distinct = new LinkedHashSet<>();
    collectOperands(negated, distinct);
    distinct.forEach(o -> disjuncts.add(o.not()));
  }

  private static void collectOperands(Bit.And and, Set<Bit> operands) {
    for (Bit operand : and.operands()) {
      if (operand.node() instanceof Bit.And inner) {
        collectOperands(inner, operands);
      } else {
        operands.add(operand);
      }
    }
  }

  /** Whether what is required is contradictory on its face, and there is nothing to solve. */
  boolean isContradiction() {
    return contradiction;
  }

  /** To be called once everything is required. */
  void searchInOrder(Solver solver) {
    Decisions decisions = new Decisions();
    solver.setSearch(
        Search.intVarSearch(decisions, decisions, variables.values().toArray(new IntVar[0])));
  }

  /** What to decide next, and how. */
  private final class Decisions implements VariableSelector<IntVar>, IntValueSelector {
    private final InputOrder<IntVar> leftOver = new InputOrder<>(model);
    private int value;

    @Override
    public IntVar getVariable(IntVar[] all) {
      for (Disjunction disjunction : required) {
        BoolVar variable = disjunction.toDecide();
        if (variable != null) {
          value = disjunction.valueOf(variable);
          return variable;
        }
      }
      value = 1;
      return leftOver.getVariable(all);
    }

    @Override
    public int selectValue(IntVar variable) {
      return value;
    }
  }

  /** The value of {@code variable} in the solution that was just found. */
  boolean value(Bit variable) {
    BoolVar known = variables.get(variable);
    return known != null && known.getValue() == 1; // whatever was not asked about may be anything
  }

  private static boolean isNegated(Bit literal) {
    return literal.node() instanceof Bit.Not;
  }

  private static Bit atom(Bit literal) {
    return literal.node() instanceof Bit.Not not ? not.operand() : literal;
  }

  private BoolVar variable(Bit atom) {
    BoolVar known = variables.get(atom);
    if (known == null) {
      known = model.boolVar();
      variables.put(atom, known);
    }
    return known;
  }

  /**
   * At least one of {@code literals}; of those that are conjunctions, or negated ones, what is so
   * then.
   */
  private void clause(List<Bit> literals) {
    List<BoolVar> positive = new ArrayList<>();
    List<BoolVar> negative = new ArrayList<>();
    for (Bit literal : literals) {
      (isNegated(literal) ? negative : positive).add(variable(atom(literal)));
    }
    post(positive.toArray(new BoolVar[0]), negative.toArray(new BoolVar[0]));
    literals.forEach(this::define);
  }

  /** One clause: the only way in which anything gets into the model. */
  void post(BoolVar[] positive, BoolVar[] negative) {
    model.addClauses(positive, negative);
  }

  private void define(Bit literal) {
    if (!(atom(literal).node() instanceof Bit.And and) || !defined.add(literal)) {
      return;
    }
    if (isNegated(literal)) {
      List<Bit> oneIsNot = new ArrayList<>();
      oneIsNot.add(atom(literal));
      and.operands().forEach(o -> oneIsNot.add(o.not()));
      clause(oneIsNot);
    } else {
      and.operands().forEach(o -> clause(List.of(literal.not(), o)));
    }
  }
}
