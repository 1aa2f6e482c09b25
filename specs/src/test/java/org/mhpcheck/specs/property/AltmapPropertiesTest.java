package org.mhpcheck.specs.property;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Mutant;

/**
 * Which fault planted in v6.12, and which bug of history, breaks the properties of altmaps, within
 * a few calls of a device.
 */
class AltmapPropertiesTest {
  private static final String SOUND = "v6.12";
  private static final String FREED = "memmap-freed-as-allocated";
  private static final String WRITTEN = "inaccessible-memmap-never-written";

  @ParameterizedTest
  @ValueSource(strings = {"v5.9", "v6.1", "v6.8", SOUND, "v6.12-debian-l10-inaccessible-poisoned"})
  void withoutAFaultBothHoldAndNeitherIsVacuous(String design) {
    MirroredSequences sequences = MirroredSequences.of(design, Mutant.NONE);
    boolean knowsInaccessible = !List.of("v5.9", "v6.1").contains(design);
    assertEquals(Map.of(), sequences.broken());
    assertEquals(knowsInaccessible ? Set.of(FREED, WRITTEN) : Set.of(FREED), sequences.met());
  }

  /** The fewest calls from boot. */
  @ParameterizedTest
  @ValueSource(strings = {"v5.3-b03-early-read-late", "v5.4", "v5.8"})
  void untilV59BootMemmapWentToAnAltmap(String design) {
    assertEquals(Map.of(FREED, 2), MirroredSequences.of(design, Mutant.NONE).broken());
  }

  @Test
  void theGuardThatWasLost() {
    assertEquals(Map.of(WRITTEN, 1), MirroredSequences.of("v6.12-debian", Mutant.NONE).broken());
  }

  @Test
  void theseFaultsBreakThem() {
    Map<String, Map<String, Integer>> killers = new TreeMap<>();
    for (Mutant mutant : mutants()) {
      Map<String, Integer> broken = MirroredSequences.of(SOUND, Optional.of(mutant)).broken();
      if (!broken.isEmpty()) {
        killers.put(mutant.toString(), broken);
      }
    }
    assertEquals(
        Map.of(
            "depopulate_section_memmap.memmap skipped", Map.of(FREED, 2),
            "fill_subsection_map.if 2 false", Map.of(FREED, 2),
            "section_activate.if 1 true", Map.of(FREED, 2),
            "section_deactivate.if 1 false", Map.of(FREED, 2),
            "section_deactivate.if 1 true", Map.of(FREED, 2),
            "section_deactivate.if 2 true", Map.of(FREED, 3),
            "sparse_add_section.if 1 false", Map.of(WRITTEN, 1),
            "sparse_init_one_section.section_mem_map skipped", Map.of(FREED, 1)),
        killers);
  }

  private static List<Mutant> mutants() {
    ModelledKernel kernel = new ModelledKernel(Design.parse(SOUND));
    return Stream.concat(
            kernel.stores().stream().map(Mutant::new),
            kernel.tests().stream()
                .flatMap(
                    test ->
                        Stream.of(
                            new Mutant(test, Mutant.Way.TRUE), new Mutant(test, Mutant.Way.FALSE))))
        .toList();
  }
}
