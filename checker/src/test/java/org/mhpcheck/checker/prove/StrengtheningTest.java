package org.mhpcheck.checker.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mhpcheck.checker.Worlds;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.ModelledKernel;

/** Which proofs of v6.12 fail when one of the invariants is not among those they may lean on. */
class StrengtheningTest {
  private static GeometryProof proof(List<Property.OfState> candidates) {
    List<Property> asked = new ArrayList<>(Worlds.ofProofs());
    asked.removeIf(p -> p instanceof Property.OfCall);
    return new GeometryProof(
        new ModelledKernel(Design.parse("v6.12")),
        4,
        candidates,
        asked,
        () -> new Prover(() -> false));
  }

  private static Set<String> names(List<Property> properties) {
    Set<String> names = new TreeSet<>();
    properties.forEach(p -> names.add(p.name()));
    return names;
  }

  /** What is no longer proved, without {@code invariant}; of itself it can be asked still. */
  private static Set<String> lostWithout(Property.OfState invariant, Set<String> proved) {
    List<Property.OfState> others = new ArrayList<>(Worlds.ofStates());
    others.remove(invariant);
    Set<String> lost = new TreeSet<>(proved);
    lost.removeAll(names(proof(others).proved()));
    return lost;
  }

  /** What is lost, by what was taken away: on the first six no other proof leans. */
  private static final Map<String, Set<String>> LOST = new TreeMap<>();

  static {
    lost("map-empty-when-invalid");
    lost("map-backed-by-memmap");
    lost("pfn-valid-has-memmap");
    lost("early-memmap-whole");
    lost("early-memmap-from-boot");
    lost("boot-memmap-known-as-such");
    lost("map-not-empty-when-valid", "failed-step-changes-nothing");
    lost("usage-present-when-valid", "no-memory-corruption", "usage-reached-only-while-live");
    lost(
        "boot-usage-is-reserved",
        "boot-usage-never-freed",
        "failed-step-changes-nothing",
        "invalid-section-keeps-only-boot-usage",
        "no-memory-corruption",
        "usage-reached-only-while-live");
    lost(
        "invalid-section-keeps-only-boot-usage",
        "failed-step-changes-nothing",
        "no-memory-corruption",
        "usage-reached-only-while-live");
    lost(
        "invalid-section-is-reset",
        "boot-memmap-known-as-such",
        "early-memmap-from-boot",
        "early-memmap-whole",
        "failed-step-changes-nothing",
        "map-backed-by-memmap",
        "memmap-only-where-mapped",
        "no-memmap-when-invalid",
        "no-memory-corruption",
        "no-unreferenced-memory",
        "pfn-valid-has-memmap");
    lost(
        "memmap-decodes-to-own-section",
        "boot-memmap-known-as-such",
        "failed-step-changes-nothing",
        "memmap-only-where-mapped",
        "no-memmap-when-invalid",
        "no-memory-corruption",
        "no-unreferenced-memory");
    lost(
        "memmap-only-where-mapped",
        "failed-step-changes-nothing",
        "memmap-only-where-mapped",
        "no-memmap-when-invalid",
        "no-unreferenced-memory");
    lost(
        "no-memmap-when-invalid",
        "failed-step-changes-nothing",
        "memmap-only-where-mapped",
        "no-memmap-when-invalid",
        "no-unreferenced-memory");
  }

  private static void lost(String without, String... proofs) {
    LOST.put(without, new TreeSet<>(List.of(proofs)));
  }

  @Test
  void eachOneTakenAwayIsNoticedByThoseThatLeanOnIt() {
    Set<String> proved = names(proof(Worlds.ofStates()).proved());
    Map<String, Set<String>> lost = new TreeMap<>();
    for (Property.OfState invariant : Worlds.ofStates()) {
      lost.put(invariant.name(), lostWithout(invariant, proved));
    }
    assertEquals(LOST, lost);
  }
}
