package org.mhpcheck.checker.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mhpcheck.checker.Worlds;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Section;

/** What would have to be proved, too. */
class MissingStrengtheningTest {
  private static final Design V6_12 = Design.parse("v6.12");

  private static Set<Section> reachable() {
    return SmallSections.reachable(new ModelledKernel(V6_12), V6_12, 4);
  }

  /** Without that a reserved usage is boot's, the kernel could free what boot made. */
  @Test
  void whatBreaksTheProofOfFreedUsages() {
    List<Property.OfState> without =
        Worlds.ofStates().stream().filter(p -> !p.name().equals("boot-usage-is-reserved")).toList();
    Induction induction = new Induction(new ModelledKernel(V6_12), 64, new Prover(() -> false));
    Section unreached =
        induction
            .brokenByStep(Worlds.property("boot-usage-never-freed"), induction.invariants(without))
            .orElseThrow()
            .before();
    assertEquals(
        Optional.of("not a reserved usage, usage boot"),
        MissingStrengthening.of(unreached, reachable()));
  }

  /** Of a section that can be reached, nothing is missing. */
  @Test
  void ofAReachableSection() {
    Section full = Worlds.kernel("v6.12").boot(Bits.full(64));
    assertEquals(Optional.empty(), MissingStrengthening.of(full, reachable()));
  }
}
