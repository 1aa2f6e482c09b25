package org.mhpcheck.specs.property;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mhpcheck.model.caller.Arch;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Mutant;

/**
 * The properties of callers who own what they add, and map it: which bug of history breaks which,
 * and which planted fault, within a few calls of devices and memory blocks.
 */
class CallersPropertiesTest {
  /** Nothing is broken there but {@link #UNMENDED}. */
  private static final String SOUND = "v6.12+b23-altmap-lost-in-blocks";

  /** L08 by design, and L17: broken in every design since v5.12. */
  private static final Set<String> UNMENDED =
      Set.of("removed-memory-is-not-valid", "taint-only-with-device");

  /** Those that call for an altmap that is not accessible are met only where there is such. */
  @ParameterizedTest
  @CsvSource({"v5.4,9", "v5.12,9", "v6.1,9", "v6.8,10", "v6.12,10", "v6.12-debian,10", "v7.2,9"})
  void noneIsVacuous(String design, int met) {
    Set<String> asked = new TreeSet<>(CallSequences.asked().stream().map(Property::name).toList());
    if (met < asked.size()) {
      asked.remove("inaccessible-memmap-never-written");
    }
    assertEquals(met, asked.size());
    assertEquals(asked, onS390(design, 1, 4).met());
  }

  /**
   * One section of s390, which leaves no linear mapping behind; after each property the fewest
   * calls from boot. Up to v5.5 sections are not reset (B06, B08), up to v5.8 boot memmap goes to a
   * device's altmap (B11), up to v5.11 pfn_to_online_page() finds holes and devices (B15, B16),
   * memmap of an altmap goes to the page allocator (B22, B23).
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v5.4  | failed-add-changes-nothing 1, memmap-freed-as-allocated 2,"
            + " online-page-is-memory 0, online-page-is-no-device-page 1,"
            + " removed-memory-is-not-valid 2",
        "v5.8  | memmap-freed-as-allocated 2, online-page-is-memory 0,"
            + " online-page-is-no-device-page 1, removed-memory-is-not-valid 2",
        "v5.11 | online-page-is-memory 0, online-page-is-no-device-page 1,"
            + " removed-memory-is-not-valid 2",
        "v5.12 | removed-memory-is-not-valid 2, taint-only-with-device 2",
        "v6.6  | memmap-freed-as-allocated 1, removed-memory-is-not-valid 2,"
            + " taint-only-with-device 2",
        "v6.7  | removed-memory-is-not-valid 2, taint-only-with-device 2",
        "v6.8  | memmap-freed-as-allocated 1, removed-memory-is-not-valid 2,"
            + " taint-only-with-device 2",
        "v6.12-debian | inaccessible-memmap-never-written 1, removed-memory-is-not-valid 2,"
            + " taint-only-with-device 2",
        "v6.12+b23-altmap-lost-in-blocks | removed-memory-is-not-valid 2,"
            + " taint-only-with-device 2",
        "v7.1  | memmap-freed-as-allocated 1, removed-memory-is-not-valid 2,"
            + " taint-only-with-device 2",
        "v7.2  | removed-memory-is-not-valid 2, taint-only-with-device 2"
      })
  void whatOneSectionShows(String design, String broken) {
    assertEquals(broken, text(onS390(design, 1, 4).broken()));
  }

  /** B36: who left the linear mapping when an add failed, and until when. */
  @ParameterizedTest
  @CsvSource({
    "X86_64,      v5.3,  true",
    "X86_64,      v7.2,  true",
    "LOONGARCH64, v7.2,  true",
    "ARM64,       v5.6,  true",
    "ARM64,       v5.7,  false",
    "PPC64,       v5.10, true",
    "PPC64,       v5.11, false",
    "S390,        v5.3,  false",
    "RISCV64,     v6.11, false"
  })
  void whoLeavesTheLinearMapping(Arch arch, String design, boolean left) {
    Map<String, Integer> broken = CallSequences.of(design, Mutant.NONE, arch, 1, 1).broken();
    assertEquals(left ? 1 : null, broken.get("failed-add-leaves-no-linear-map"));
  }

  /** L01: the first section stays when the second fails, and most take its mapping away (L02). */
  @ParameterizedTest
  @EnumSource
  void whatTwoSectionsShow(Arch arch) {
    boolean unmaps = arch != Arch.X86_64 && arch != Arch.LOONGARCH64;
    assertEquals(
        unmaps
            ? "altmap-memmap-is-mapped 1, failed-add-changes-nothing 1, online-page-is-memory 1,"
                + " present-memory-is-mapped 1"
            : "failed-add-changes-nothing 1, failed-add-leaves-no-linear-map 1,"
                + " online-page-is-memory 1",
        text(CallSequences.of("v7.2", Mutant.NONE, arch, 2, 1).broken()));
  }

  private static final String KILLED_BY =
      """
      altmap-memmap-is-mapped:
        sparse_init_one_section.section_mem_map skipped 1
        fill_subsection_map.subsection_map skipped 1
        depopulate_section_memmap.memmap skipped 1
        section_activate.if 1 true 3
        section_deactivate.if 1 true 3
        clear_subsection_map.if 1 true 1
        clear_subsection_map.if 2 false 1
        section_deactivate.if 2 true 3
        sparse_remove_section.if 1 false 1
      failed-add-changes-nothing:
        sparse_init_one_section.section_mem_map skipped 1
        sparse_init_one_section.usage skipped 3
        subsection_map_init.subsection_map skipped 3
        fill_subsection_map.subsection_map skipped 1
        clear_subsection_map.subsection_map skipped 1
        section_deactivate.section_mem_map skipped 1
        section_deactivate.usage skipped 1
        free_map_bootmem.memmap skipped 3
        depopulate_section_memmap.memmap skipped 1
        section_activate.if 1 true 2
        clear_subsection_map.if 1 true 1
        clear_subsection_map.if 2 false 1
        section_deactivate.if 2 true 2
        section_deactivate.if 2 false 1
        section_deactivate.if 3 true 1
        section_deactivate.if 4 false 3
        sparse_remove_section.if 1 false 1
      inaccessible-memmap-never-written:
        sparse_add_section.if 1 false 1
      memmap-freed-as-allocated:
        sparse_init_one_section.section_mem_map skipped 1
        section_deactivate.section_mem_map skipped 3
        free_map_bootmem.memmap skipped 3
        depopulate_section_memmap.memmap skipped 2
        section_activate.if 1 true 4
        section_deactivate.if 1 true 1
        section_deactivate.if 1 false 2
        section_deactivate.if 2 true 4
        section_deactivate.if 4 false 3
      online-page-is-memory:
        sparse_init_one_section.section_mem_map skipped 2
        clear_subsection_map.subsection_map skipped 2
        clear_subsection_map.if 1 true 2
        clear_subsection_map.if 2 false 2
        sparse_remove_section.if 1 false 2
      online-page-is-no-device-page:
        section_taint_zone_device.section_mem_map skipped 1
      present-memory-is-mapped:
        sparse_init_one_section.section_mem_map skipped 1
        clear_subsection_map.subsection_map skipped 1
        clear_subsection_map.if 1 true 1
        clear_subsection_map.if 2 false 1
        sparse_remove_section.if 1 false 1
      """;

  @Test
  void theseFaultsBreakThem() {
    assertEquals(KILLED_BY, killers());
  }

  /** The linear mapping is the architecture's, and no function of a section makes it. */
  @Test
  void noOtherPropertyIsLeft() {
    Set<String> unbroken =
        new TreeSet<>(CallSequences.asked().stream().map(Property::name).toList());
    unbroken.removeAll(UNMENDED);
    unbroken.removeIf(name -> KILLED_BY.contains(name + ":\n"));
    assertEquals(Set.of("failed-add-leaves-no-linear-map"), unbroken);
  }

  private static String killers() {
    Map<String, List<String>> killers = new TreeMap<>();
    for (Mutant mutant : mutants()) {
      Map<String, Integer> broken =
          new LinkedHashMap<>(
              CallSequences.of(SOUND, Optional.of(mutant), Arch.S390, 1, 4).broken());
      broken.keySet().removeAll(UNMENDED);
      broken.forEach(
          (name, depth) ->
              killers.computeIfAbsent(name, n -> new ArrayList<>()).add(mutant + " " + depth));
    }
    StringBuilder table = new StringBuilder();
    killers.forEach(
        (name, by) ->
            table.append(name).append(":\n  ").append(String.join("\n  ", by)).append('\n'));
    return table.toString();
  }

  private static List<Mutant> mutants() {
    ModelledKernel kernel = new ModelledKernel(Design.parse(SOUND));
    return Stream.concat(
            kernel.code().stores().stream().map(Mutant::new),
            kernel.code().tests().stream()
                .flatMap(
                    test ->
                        Stream.of(
                            new Mutant(test, Mutant.Way.TRUE), new Mutant(test, Mutant.Way.FALSE))))
        .toList();
  }

  private static CallSequences onS390(String design, int sections, int depth) {
    return CallSequences.of(design, Mutant.NONE, Arch.S390, sections, depth);
  }

  private static String text(Map<String, Integer> broken) {
    return broken.entrySet().stream()
        .map(e -> e.getKey() + " " + e.getValue())
        .collect(Collectors.joining(", "));
  }
}
