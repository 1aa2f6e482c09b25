package org.mhpcheck.checker.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mhpcheck.checker.smt.Z3;
import org.mhpcheck.model.logic.Bit;

/** z3 beside Choco. */
class SolverOpinionTest {
  private Z3 z3;

  @BeforeEach
  void whereThereIsOne() {
    assumeTrue(Z3.installed().isPresent(), "z3 is not installed");
    z3 = Z3.installed().get();
  }

  /** Many random formulas over one circuit, as the obligations of a proof are. */
  @Test
  void agreesOnRandomFormulas() {
    Formulas formulas = new Formulas(7, 9);
    Prover prover = new Prover(() -> false);
    int met = 0;
    for (int i = 0; i < 300; i++) {
      List<Bit> required = new ArrayList<>();
      for (int j = 0; j < 1 + i % 14; j++) {
        required.add(formulas.formula(3));
      }
      Obligation obligation = new Obligation("random/" + i, required);
      met += prover.counterexample(formulas.circuit, obligation).isPresent() ? 1 : 0;
    }
    assertTrue(met > 50 && met < 250, "both answers come up: " + met);
    assertTrue(SolverOpinion.confirm(prover.ledger(), z3) > 100);
  }

  @Test
  void contradictsAWrongAnswer() {
    Formulas formulas = new Formulas(1, 1);
    Bit x = formulas.variables().get(0);
    Ledger ledger = new Ledger();
    ledger.note(new Obligation("right", List.of(x)), true);
    assertEquals(1, SolverOpinion.confirm(ledger, z3));
    ledger.note(new Obligation("wrong", List.of(x.not())), false);
    assertEquals(
        "wrong: Choco says it cannot be met, " + z3.version() + " contradicts",
        assertThrows(IllegalStateException.class, () -> SolverOpinion.confirm(ledger, z3))
            .getMessage());
  }
}
