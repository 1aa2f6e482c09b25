package org.mhpcheck.checker.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mhpcheck.checker.Worlds;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.logic.Bit;

/** For each proof a fault that the same query refutes. */
class NoticedTest {
  private static final Design DESIGN = Design.parse("v6.12");

  private static final List<Property> SECTIONS =
      Worlds.ofProofs().stream().filter(p -> !(p instanceof Property.OfCall)).toList();

  private static Map<Property, String> faults(List<Property> properties) {
    return new Noticed(DESIGN, Worlds.ofStates()).faults(properties, 4, new Prover(() -> false));
  }

  /**
   * One step alone cannot bring other memmap into a section that is early still: it takes a reset
   * left out, and then an add. So of that, no query about one step is refuted.
   */
  @Test
  void thereIsOneForAllElseThatV612Keeps() {
    List<Property> proved =
        new GeometryProof(
                new ModelledKernel(DESIGN),
                4,
                Worlds.ofStates(),
                SECTIONS,
                () -> new Prover(() -> false))
            .proved();
    assertEquals(SECTIONS.size() - Worlds.BROKEN_BY_SECTIONS_OF_V6_12.size(), proved.size());
    Set<Property> noticed = new HashSet<>(proved);
    noticed.removeIf(p -> p.name().equals("early-memmap-from-boot"));
    assertEquals(noticed, faults(proved).keySet());
  }

  @Test
  void itIsNamed() {
    Property freed = Worlds.property("boot-usage-never-freed");
    assertEquals(Map.of(freed, "v6.12, section_deactivate.if 3 false"), faults(List.of(freed)));
  }

  /** Nothing breaks what says nothing. */
  @Test
  void thereIsNoneForAnEmptyProperty() {
    Property.OfState freed = (Property.OfState) Worlds.property("map-backed-by-memmap");
    Property empty = new Property.OfState(freed.about(), s -> Bit.TRUE, s -> Bit.TRUE, s -> "");
    assertTrue(faults(List.of(empty)).isEmpty());
  }
}
