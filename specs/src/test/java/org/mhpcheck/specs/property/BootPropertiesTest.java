package org.mhpcheck.specs.property;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.BootMemory;
import org.mhpcheck.model.kernel.Booted;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Mutant;
import org.mhpcheck.model.kernel.Site;
import org.mhpcheck.model.logic.Bits;

/** Which boots of up to three sections break which property, in which designs. */
class BootPropertiesTest {
  private static final String USAGE = "failed-boot-touches-no-missing-usage";
  private static final String OTHERS = "failed-boot-keeps-other-sections";
  private static final String WHOLE = "booted-section-has-usage-and-memmap";
  private static final String CORRUPTS = "boot-corrupts-no-memory";

  private static Property.OfBoot named(String name) {
    return (Property.OfBoot) Properties.named(name).orElseThrow();
  }

  /** Every boot of three sections, each absent, full, in part or made ahead, on two nodes. */
  private static List<Booted> boots(String design, Optional<Mutant> mutant) {
    Design of = Design.parse(design);
    ModelledKernel kernel = new ModelledKernel(of, mutant);
    List<Booted> all = new ArrayList<>();
    for (BootMemory first : each(of)) {
      for (BootMemory second : each(of)) {
        for (BootMemory third : each(of)) {
          all.addAll(kernel.boots(List.of(first, second, third)));
        }
      }
    }
    return all;
  }

  private static List<BootMemory> each(Design design) {
    List<BootMemory> each = new ArrayList<>();
    each.add(new BootMemory(Bits.none(2), 0, false));
    for (int node = 0; node < 2; node++) {
      each.add(new BootMemory(Bits.full(2), node, false));
      each.add(new BootMemory(Bits.parse("10"), node, false));
      if (design.has(Change.MEMMAP_MADE_EARLIER)) {
        each.add(new BootMemory(Bits.full(2), node, true));
      }
    }
    return each;
  }

  private static Set<String> broken(List<Booted> boots) {
    Set<String> broken = new TreeSet<>();
    for (String name : List.of(USAGE, OTHERS, WHOLE, CORRUPTS)) {
      if (boots.stream().anyMatch(b -> !named(name).holds().test(b))) {
        broken.add(name);
      }
    }
    return broken;
  }

  @ParameterizedTest
  @CsvSource({
    "v5.2, 0",
    "v5.2+1..2, 0",
    "v5.2+1..3, 1",
    "v5.3, 1",
    "v5.6, 1",
    "v6.1.192-debian, 1",
    "v6.12.117-debian, 1",
    "v6.14, 1"
  })
  void aFailureIsFatalOnceThereIsAMap(String design, int fatal) {
    assertEquals(fatal == 1 ? Set.of(USAGE) : Set.of(), broken(boots(design, Mutant.NONE)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"v6.15", "v7.0", "v7.2-7cf6d940f403"})
  void whatWasMadeAheadIsLostUntilV71(String design) {
    assertEquals(Set.of(USAGE, OTHERS, CORRUPTS), broken(boots(design, Mutant.NONE)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"v6.15+7cf6d940f403", "v7.1", "v7.2"})
  void andKeptSince(String design) {
    assertEquals(Set.of(USAGE, CORRUPTS), broken(boots(design, Mutant.NONE)));
  }

  @Test
  void aSectionThatIsNotMarkedIsHalfThere() {
    Mutant unmarked = new Mutant(new Site("sparse_init_nid", "section_mem_map"));
    assertEquals(Set.of(USAGE, WHOLE), broken(boots("v5.3", Optional.of(unmarked))));
    assertEquals(Set.of(WHOLE), broken(boots("v5.2", Optional.of(unmarked))));
  }

  @Test
  void noneIsVacuous() {
    for (String name : List.of(USAGE, OTHERS, WHOLE, CORRUPTS)) {
      assertTrue(
          boots("v6.12", Mutant.NONE).stream().anyMatch(b -> named(name).premise().test(b)), name);
    }
  }

  /** One of a node's two sections fails: the other is either before it, and kept, or goes too. */
  @Test
  void theRestOfTheRunIsMarked() {
    BootMemory full = new BootMemory(Bits.full(2), 0, false);
    List<Booted> boots = new ModelledKernel(Design.parse("v5.2")).boots(List.of(full, full));
    assertEquals(
        List.of(
            "[] valid valid",
            "[boot allocation of memmap fails, in section 2] valid absent",
            "[boot allocation of memmap fails, in section 1] absent absent",
            "[boot allocation of usages fails, from section 1 on] absent absent"),
        boots.stream().map(BootPropertiesTest::text).toList());
    assertFalse(boots.stream().anyMatch(Booted::isCorrupt));
  }

  private static String text(Booted booted) {
    return booted.script().faults().stream().map(f -> f.text()).toList()
        + " "
        + String.join(
            " ",
            booted.sections().stream()
                .map(s -> s.sectionMemMap().hasMemMap().isTrue() ? "valid" : "absent")
                .toList());
  }
}
