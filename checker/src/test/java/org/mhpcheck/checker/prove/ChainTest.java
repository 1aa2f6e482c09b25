package org.mhpcheck.checker.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mhpcheck.checker.Worlds;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Mutant;
import org.mhpcheck.model.kernel.Site;
import org.mhpcheck.model.logic.Circuit;
import org.mhpcheck.model.state.Section;

/** Whole calls over two sections. */
class ChainTest {
  private static final int SUBSECTIONS = 4;

  private static final Property.OfCall ATOMIC =
      (Property.OfCall) Worlds.property("failed-add-changes-nothing");

  private static ModelledKernel kernel(String design) {
    return (ModelledKernel) Worlds.kernel(design);
  }

  private static Set<String> allPaths(ModelledKernel kernel) {
    return UnknownStep.of(kernel, new Circuit(), SUBSECTIONS).paths().stream()
        .map(UnknownStep.OnePath::name)
        .collect(Collectors.toSet());
  }

  private static Chain chain(ModelledKernel kernel, Set<String> paths) {
    return new Chain(kernel, SUBSECTIONS, new Prover(() -> false), paths);
  }

  private static List<Property.OfState> invariants(ModelledKernel kernel, Set<String> paths) {
    Induction induction = new Induction(kernel, SUBSECTIONS, new Prover(() -> false));
    List<Property.OfState> invariants = induction.invariants(Worlds.ofStates());
    paths.clear();
    induction.taken(invariants).forEach(p -> paths.add(p.name()));
    return invariants;
  }

  @ParameterizedTest
  @ValueSource(strings = {"v5.2", "v5.8", "v6.12"})
  void callsKeepWhatTheirStepsKeep(String design) {
    ModelledKernel kernel = kernel(design);
    Set<String> paths = allPaths(kernel);
    List<Property.OfState> invariants = invariants(kernel, paths);
    assertFalse(invariants.isEmpty());
    Chain chain = chain(kernel, paths);
    assertTrue(chain.ways() > 0);
    assertEquals(Optional.empty(), chain.broken(invariants));
  }

  /** What is invariant of another kernel, a call of this one breaks. */
  @Test
  void aMutantIsNoticed() {
    Set<String> paths = allPaths(kernel("v6.12"));
    List<Property.OfState> invariants = invariants(kernel("v6.12"), paths);
    Mutant mutant = new Mutant(new Site("clear_subsection_map", "subsection_map"));
    ModelledKernel mutated = new ModelledKernel(Design.parse("v6.12"), Optional.of(mutant));
    assertTrue(chain(mutated, allPaths(mutated)).broken(invariants).isPresent());
  }

  /** The first section has been added, the second has not (L01). */
  @Test
  void anAddThatFailsInTheSecondSection() {
    Set<String> paths = allPaths(kernel("v6.12"));
    List<Property.OfState> invariants = invariants(kernel("v6.12"), paths);
    Chain.Counterexample found = chain(kernel("v6.12"), paths).broken(ATOMIC, invariants).get();
    assertEquals(2, found.before().size());
    assertEquals(2, found.ranges().size());
    assertTrue(found.ranges().get(0).get(SUBSECTIONS - 1), "to the end of the first");
    assertTrue(found.ranges().get(1).get(0), "from the beginning of the second");
    for (Section section : found.before()) {
      invariants.forEach(p -> assertTrue(p.holds().apply(section).isTrue(), p.name()));
    }
  }
}
