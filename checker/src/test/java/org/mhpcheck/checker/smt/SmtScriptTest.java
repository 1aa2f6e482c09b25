package org.mhpcheck.checker.smt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mhpcheck.checker.tool.ToolException;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.logic.Circuit;

/** What is written, and that z3 reads it. */
class SmtScriptTest {
  private final Circuit circuit = new Circuit();
  private final Bit early = circuit.variable("early");
  private final Bits map = Bits.unknown(circuit, "map", 2);

  private static Z3 z3() {
    assumeTrue(Z3.installed().isPresent(), "z3 is not installed");
    return Z3.installed().get();
  }

  @Test
  void aFileSaysWhatItIsAndWhatComesOfIt() {
    assertEquals(
        """
        (set-option :global-declarations true)
        (set-logic QF_UF)
        ; a bit is set
        ; and the section is early
        (set-info :status sat)
        (declare-const |map[0]| Bool)
        (declare-const |map[1]| Bool)
        (define-fun c0 () Bool (and (not |map[0]|) (not |map[1]|)))
        (assert (not c0))
        (declare-const |early| Bool)
        (assert |early|)
        (check-sat)
        (exit)
        """,
        SmtScript.of(
            "a bit is set\nand the section is early", List.of(map.isEmpty().not(), early), true));
  }

  @Test
  void questionsShareWhatTheyBeginWith() {
    SmtScript script = new SmtScript();
    script.ask(List.of(early, map.bit(0)));
    script.ask(List.of(early, map.bit(0).not()));
    assertEquals(2, script.questions());
    assertEquals(1, script.text().split("assert \\|early\\|", -1).length - 1);
  }

  @Test
  void z3Answers() {
    SmtScript script = new SmtScript();
    script.ask(List.of(map.isEmpty().not(), early));
    script.ask(List.of(map.isEmpty().not(), map.bit(0).not(), map.bit(1).not()));
    script.ask(List.of(Bit.FALSE));
    script.ask(List.of(early.not()));
    assertEquals(List.of(true, false, false, true), z3().answers(script));
  }

  /** One of another circuit has the same names: z3 complains, and that is no answer. */
  @Test
  void whatZ3DoesNotUnderstandIsNoAnswer() {
    SmtScript script = new SmtScript();
    script.ask(List.of(early));
    script.ask(List.of(new Circuit().variable("early")));
    Z3 z3 = z3();
    assertThrows(ToolException.class, () -> z3.answers(script));
  }
}
