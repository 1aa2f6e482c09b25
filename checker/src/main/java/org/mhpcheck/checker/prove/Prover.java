package org.mhpcheck.checker.prove;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
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
  private final Function<Model, Clauses> encoder;
  private final Ledger ledger = new Ledger();

  /** By what was required: two paths may differ in what no property speaks of. */
  private final Map<Set<Bit>, Optional<Assignment>> answers = new HashMap<>();

  private long calls;
  private long nanos;

  Prover(BooleanSupplier cancelled) {
    this(cancelled, Clauses::new);
  }

  /**
   * @param encoder makes the clauses of one model
   */
  Prover(BooleanSupplier cancelled, Function<Model, Clauses> encoder) {
    this.cancelled = cancelled;
    this.encoder = encoder;
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
    // What the formulas themselves say is nothing to solve.
    if (obligation.required().stream().anyMatch(Bit::isFalse)) {
      return Optional.empty();
    }
    if (obligation.required().stream().allMatch(Bit::isTrue)) {
      return Optional.of(values(circuit, variable -> false));
    }
    Set<Bit> formulas = Set.copyOf(obligation.required());
    Optional<Assignment> known = answers.get(formulas);
    if (known == null) {
      long started = cpuNanos();
      known = solve(circuit, obligation);
      nanos += cpuNanos() - started;
      answers.put(formulas, known);
    }
    ledger.note(obligation, known.isPresent());
    return known;
  }

  private Optional<Assignment> solve(Circuit circuit, Obligation obligation) {
    Model model = Choco.forProofs(obligation.name());
    Clauses clauses = encoder.apply(model);
    obligation.required().forEach(clauses::require);
    if (clauses.isContradiction()) {
      return Optional.empty();
    }
    calls++;
    Solver solver = model.getSolver();
    solver.addStopCriterion(cancelled::getAsBoolean);
    solver.limitTime(MOST_MILLISECONDS);
    clauses.searchInOrder(solver);
    boolean canBeMet = solver.solve();
    if (!canBeMet && solver.isStopCriterionMet()) {
      throw new UndecidedException(
          cancelled.getAsBoolean()
              ? "interrupted"
              : "the solver gave up after " + MOST_MILLISECONDS / 1000 + " s");
    }
    if (!canBeMet) {
      return Optional.empty();
    }
    return Optional.of(values(circuit, clauses::value));
  }

  private static Assignment values(Circuit circuit, Predicate<Bit> value) {
    Assignment values = new Assignment();
    for (Bit variable : circuit.variables()) {
      values.set(variable, value.test(variable));
    }
    return values;
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** How often the solver ran: what folds to a constant is not counted. */
  long calls() {
    return calls;
  }

  /** Processor time that Choco took, its models' making included. */
  Duration cpuTime() {
    return Duration.ofNanos(nanos);
  }

  /** What was asked, and what was said. */
  Ledger ledger() {
    return ledger;
  }
}
