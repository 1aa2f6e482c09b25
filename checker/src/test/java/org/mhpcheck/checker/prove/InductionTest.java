package org.mhpcheck.checker.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mhpcheck.checker.Worlds;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Mutant;
import org.mhpcheck.model.kernel.Site;

/** What is inductive, and what is not. */
class InductionTest {
  private static Induction induction(String design, Optional<Mutant> mutant, int subsections) {
    return new Induction(
        new ModelledKernel(Design.parse(design), mutant), subsections, new Prover(() -> false));
  }

  private static Set<String> invariants(String design, Optional<Mutant> mutant) {
    return induction(design, mutant, 8).invariants(Worlds.ofStates()).stream()
        .map(Property::name)
        .collect(Collectors.toSet());
  }

  @Test
  void allInvariantsOfV612AreProvedTogether() {
    Set<String> all = Worlds.ofStates().stream().map(Property::name).collect(Collectors.toSet());
    assertEquals(all, invariants("v6.12", Mutant.NONE));
  }

  @ParameterizedTest
  @CsvSource({
    "v5.8, pfn-valid-has-memmap",
    "v5.8, early-memmap-whole",
    "v5.5, invalid-section-is-reset",
    "v5.5, memmap-decodes-to-own-section",
  })
  void whatADesignBreaksIsNotProved(String design, String broken) {
    assertFalse(invariants(design, Mutant.NONE).contains(broken));
  }

  @ParameterizedTest
  @CsvSource({
    "fill_subsection_map,       subsection_map,  map-not-empty-when-valid",
    "populate_section_memmap,   memmap,          map-backed-by-memmap",
    "clear_subsection_map,      subsection_map,  map-empty-when-invalid",
    "section_deactivate,        usage,           invalid-section-keeps-only-boot-usage",
    "depopulate_section_memmap, memmap,          memmap-only-where-mapped",
    "sparse_init_nid,           memmap,          early-memmap-whole",
  })
  void whatAMutantBreaksIsNotProved(String function, String field, String broken) {
    Mutant mutant = new Mutant(new Site(function, field));
    assertFalse(invariants("v6.12", Optional.of(mutant)).contains(broken));
  }

  /** What is proved holds wherever the kernel gets to. */
  @ParameterizedTest
  @ValueSource(strings = {"v5.3", "v5.4", "v5.6-b943f045a9af", "v5.8", "v6.12"})
  void whatIsProvedHoldsInEveryReachableSection(String design) {
    List<Property.OfState> proved = induction(design, Mutant.NONE, 4).invariants(Worlds.ofStates());
    assertFalse(proved.isEmpty());
    SomeSections.reachable(Worlds.kernel(design), 4)
        .forEach(
            section ->
                proved.forEach(
                    p -> assertTrue(p.holds().apply(section).isTrue(), p.name() + section)));
  }

  /** What is struck out is broken in some section where all that is left holds. */
  @Test
  void aCounterexampleIsOne() {
    Property.OfState broken = (Property.OfState) Worlds.property("early-memmap-whole");
    Induction induction = induction("v5.8", Mutant.NONE, 4);
    List<Property.OfState> kept = induction.invariants(Worlds.ofStates());
    Induction.Counterexample found = induction.brokenByStep(broken, kept).orElseThrow();
    assertTrue(kept.stream().allMatch(p -> p.holds().apply(found.before()).isTrue()));
    assertTrue(found.before().isWellFormed().isTrue());
    Set<Boolean> after = new HashSet<>();
    Worlds.kernel("v5.8")
        .step(found.before(), found.step().orElseThrow())
        .forEach(
            o -> after.add(o.next().isWellFormed().and(broken.holds().apply(o.next())).isTrue()));
    assertTrue(after.contains(false));
  }

  @Test
  void bootItselfCanBreakAnInvariant() {
    Mutant mutant = new Mutant(new Site("subsection_map_init", "subsection_map"));
    Induction induction = induction("v6.12", Optional.of(mutant), 4);
    Property.OfState broken = (Property.OfState) Worlds.property("map-not-empty-when-valid");
    Induction.Counterexample found = induction.brokenAtBoot(broken).orElseThrow();
    assertEquals(Optional.empty(), found.step());
    assertTrue(broken.holds().apply(found.before()).isFalse());
    assertEquals(Optional.empty(), induction("v6.12", Mutant.NONE, 4).brokenAtBoot(broken));
  }
}
