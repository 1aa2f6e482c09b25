package org.mhpcheck.checker.prove;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mhpcheck.checker.Worlds;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Mutant;
import org.mhpcheck.model.kernel.Site;

/** Execution contradicts a solver that proved too much. */
class SecondOpinionTest {
  private static Property.OfState ofState(String name) {
    return (Property.OfState) Worlds.property(name);
  }

  private static void contradicts(
      Kernel kernel, List<Property.OfState> invariants, List<Property.OfStep> ofSteps, String by) {
    Design design = Design.parse(kernel.name());
    IllegalStateException contradiction =
        assertThrows(
            IllegalStateException.class,
            () -> SecondOpinion.confirm(kernel, design, invariants, ofSteps));
    assertTrue(
        contradiction.getMessage().startsWith("the solver proved " + by + ", "),
        contradiction.getMessage());
  }

  private static List<Property.OfStep> ofSteps() {
    return Worlds.ofProofs().stream()
        .filter(p -> !Worlds.BROKEN_BY_SECTIONS_OF_V6_12.contains(p.name()))
        .filter(Property.OfStep.class::isInstance)
        .map(Property.OfStep.class::cast)
        .toList();
  }

  @Test
  void confirmsAllOfV612() {
    assertDoesNotThrow(
        () ->
            SecondOpinion.confirm(
                Worlds.kernel("v6.12"), Design.parse("v6.12"), Worlds.ofStates(), ofSteps()));
  }

  @Test
  void contradictsAnInvariantThatDoesNotHold() {
    String broken = "memmap-decodes-to-own-section";
    contradicts(Worlds.kernel("v5.5"), List.of(ofState(broken)), List.of(), broken);
  }

  @Test
  void contradictsAnInvariantThatHoldsButOnlyWithOthers() {
    String leaning = "map-backed-by-memmap";
    contradicts(Worlds.kernel("v6.12"), List.of(ofState(leaning)), List.of(), leaning);
  }

  /** With all others kept before it. */
  @Test
  void contradictsWhatAStepBreaksThatCorruptsNothing() {
    Mutant mutant = new Mutant(new Site("section_deactivate", "section_mem_map"));
    Kernel kernel = new ModelledKernel(Design.parse("v6.12"), Optional.of(mutant));
    contradicts(kernel, Worlds.ofStates(), List.of(), "map-not-empty-when-valid");
  }

  @Test
  void contradictsAPropertyOfSteps() {
    Property.OfStep freed = (Property.OfStep) Worlds.property("boot-usage-never-freed");
    contradicts(Worlds.kernel("v5.4"), List.of(), List.of(freed), freed.name());
  }

  @Test
  void contradictsWhatBootBreaks() {
    Mutant mutant = new Mutant(new Site("subsection_map_init", "subsection_map"));
    Kernel kernel = new ModelledKernel(Design.parse("v6.12"), Optional.of(mutant));
    String broken = "map-not-empty-when-valid";
    contradicts(kernel, List.of(ofState(broken)), List.of(), broken);
  }
}
