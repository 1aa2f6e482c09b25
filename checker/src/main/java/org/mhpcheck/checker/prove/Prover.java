package org.mhpcheck.checker.prove;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.chocosolver.solver.Model;
import org.chocosolver.solver.Solver;
import org.mhpcheck.model.logic.Assignment;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Circuit;

/** Asks Choco whether an obligation can be met; one small model each. */
final class Prover {
  /** For one obligation, of which a hundredth is plenty at 512 subsections: not to hang. */
  private static final long MOST_MILLISECONDS = 60_000;

  private final BooleanSupplier cancelled;
  private long calls;

  Prover(BooleanSupplier cancelled) {
    this.cancelled = cancelled;
  }

  /** The solver was stopped before it knew. */
  static final class UndecidedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UndecidedException(String message) {
      super(message);
    }
  }

  /**
   * Values that meet {@code obligation}; empty if there are none, which is believed only when
   * nothing stopped the search.
   *
   * @throws UndecidedException if the search was stopped
   */
  Optional<Assignment> counterexample(Circuit circuit, Obligation obligation) {
    Model model = Choco.forProofs(obligation.property().name());
    Clauses clauses = new Clauses(model);
    obligation.violation().forEach(clauses::require);
    if (clauses.isContradiction()) {
      return Optional.empty();
    }
    calls++;
    Solver solver = model.getSolver();
    solver.addStopCriterion(cancelled::getAsBoolean);
    solver.limitTime(MOST_MILLISECONDS);
    clauses.searchInOrder(solver);
    if (solver.solve()) {
      Assignment values = new Assignment();
      for (Bit variable : circuit.variables()) {
        values.set(variable, clauses.value(variable));
      }
      return Optional.of(values);
    }
    if (solver.isStopCriterionMet()) {
      throw new UndecidedException(
          cancelled.getAsBoolean()
              ? "interrupted"
              : "the solver gave up after " + MOST_MILLISECONDS / 1000 + " s");
    }
    return Optional.empty();
  }

  /** How often the solver ran: what folds to a constant is not counted. */
  long calls() {
    return calls;
  }
}
