package org.mhpcheck.checker.prove;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.chocosolver.solver.Model;
import org.chocosolver.solver.variables.BoolVar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mhpcheck.checker.Worlds;
import org.mhpcheck.checker.smt.Z3;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.logic.Assignment;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Circuit;

/** Faults planted in the encoder: who notices? */
class FaultyEncoderTest {
  enum Fault {
    /** A clause of three or more is left out: too much can be met. */
    CLAUSE_LOST {
      @Override
      void post(Clauses clauses, BoolVar[] positive, BoolVar[] negative) {
        if (positive.length + negative.length < 3) {
          clauses.post(positive, negative);
        }
      }
    },
    /** The first of several literals is left out: too little can be met. */
    LITERAL_LOST {
      @Override
      void post(Clauses clauses, BoolVar[] positive, BoolVar[] negative) {
        boolean several = positive.length > 1;
        clauses.post(
            several ? Arrays.copyOfRange(positive, 1, positive.length) : positive, negative);
      }
    },
    /** A variable and its negation are taken for one another, in short clauses. */
    SIGN_LOST {
      @Override
      void post(Clauses clauses, BoolVar[] positive, BoolVar[] negative) {
        boolean isShort = positive.length == 1 && negative.length == 1;
        clauses.post(isShort ? negative : positive, isShort ? positive : negative);
      }
    };

    abstract void post(Clauses clauses, BoolVar[] positive, BoolVar[] negative);

    /** An encoder that has it. */
    Clauses in(Model model) {
      Clauses sound = new Clauses(model);
      return new Clauses(model) {
        @Override
        void post(BoolVar[] positive, BoolVar[] negative) {
          Fault.this.post(sound, positive, negative);
        }
      };
    }
  }

  private static Prover prover(Function<Model, Clauses> encoder) {
    return new Prover(() -> false, encoder);
  }

  private static boolean isRight(Prover prover, long seed) {
    Formulas formulas = new Formulas(seed, 5);
    List<Bit> required = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      required.add(formulas.formula(2));
    }
    Obligation obligation = new Obligation("random", required);
    boolean met =
        prover
            .counterexample(formulas.circuit, obligation)
            .map(values -> holds(formulas, values, required))
            .orElse(false);
    return met == isSatisfiable(formulas, required);
  }

  private static boolean holds(Formulas formulas, Assignment found, List<Bit> required) {
    Assignment values = new Assignment();
    formulas.variables().forEach(v -> values.set(v, found.value(v)));
    return values.holds(required);
  }

  private static boolean isSatisfiable(Formulas formulas, List<Bit> required) {
    for (int values = 0; values < 1 << formulas.variables().size(); values++) {
      Assignment assignment = new Assignment();
      for (int i = 0; i < formulas.variables().size(); i++) {
        assignment.set(formulas.variables().get(i), (values >> i & 1) != 0);
      }
      if (assignment.holds(required)) {
        return true;
      }
    }
    return false;
  }

  @Test
  void withoutAFaultAllIsRight() {
    for (long seed = 0; seed < 100; seed++) {
      assertTrue(isRight(prover(Clauses::new), seed), "seed " + seed);
    }
  }

  @ParameterizedTest
  @EnumSource
  void trialAndErrorNoticesEach(Fault fault) {
    int wrong = 0;
    for (long seed = 0; seed < 100; seed++) {
      wrong += isRight(prover(fault::in), seed) ? 0 : 1;
    }
    assertTrue(wrong > 0, "no wrong answer in 100");
  }

  /** In a proof it is z3 that does, or execution. */
  @ParameterizedTest
  @EnumSource
  void soDoesAProof(Fault fault) {
    assumeTrue(Z3.installed().isPresent(), "z3 is not installed");
    Prover prover = prover(fault::in);
    Induction induction = new Induction(new ModelledKernel(Design.parse("v6.12")), 4, prover);
    List<Property.OfState> invariants = induction.invariants(Worlds.ofStates());
    induction.brokenByStep(Worlds.property("boot-usage-never-freed"), invariants);
    assertThrows(
        IllegalStateException.class,
        () -> SolverOpinion.confirm(prover.ledger(), Z3.installed().get()));
  }

  /** A lost literal proves what does not hold: nobody but a second opinion could tell. */
  @Test
  void aLostLiteralProvesTooMuch() {
    Circuit circuit = new Circuit();
    Bit one = circuit.variable("one");
    Bit other = circuit.variable("other");
    Obligation obligation = new Obligation("either", List.of(one.or(other), other.not()));
    assertTrue(prover(Clauses::new).counterexample(circuit, obligation).isPresent());
    assertTrue(prover(Fault.LITERAL_LOST::in).counterexample(circuit, obligation).isEmpty());
  }
}
