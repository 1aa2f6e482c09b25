package org.mhpcheck.model.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mhpcheck.model.design.AnyDesign;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.logic.Circuit;
import org.mhpcheck.model.state.AnySection;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.UnknownSection;

/** What fires is what known sections come to, and it is among what can. */
class FiredTest {
  private static final Step REMOVE = new Step(Step.Kind.REMOVE, Bits.full(2));

  private final Fired fired = new Fired(true);
  private final ModelledKernel kernel = new ModelledKernel(Design.parse("v6.12")).telling(fired);

  @Example
  void storesAreToldAndTestsByHowTheyComeOut() {
    kernel.step(Section.absent(2), REMOVE);
    assertEquals(Set.of("test sparse_remove_section.if 1 false"), fired.texts());
    kernel.step(Section.absent(2), new Step(Step.Kind.TAINT, Bits.full(2)));
    assertEquals(
        Set.of(
            "store section_taint_zone_device.section_mem_map",
            "test sparse_remove_section.if 1 false"),
        fired.texts());
  }

  /** What a walker sees on the way is asked of the same kernel. */
  @Example
  void beneathWalkersToo() {
    new WalkedKernel(kernel).step(Section.absent(2), REMOVE);
    assertEquals(Set.of("test sparse_remove_section.if 1 false"), fired.texts());
  }

  @Example
  void whatAnUnknownSectionMightDoDoesNotCount() {
    Circuit circuit = new Circuit();
    Section unknown = UnknownSection.of(circuit, 2);
    kernel.paths(circuit, unknown, new Step(Step.Kind.REMOVE, Bits.unknown(circuit, "r", 2)));
    assertEquals(Set.of(), fired.texts());
  }

  @Example
  void withoutFaultsNothingCountsThatFollowsOne() {
    String failure = "fault usage allocation";
    String undone = "store depopulate_section_memmap.memmap";
    Step add = new Step(Step.Kind.ADD, Bits.full(2));
    Fired plain = new Fired(false);
    kernel.telling(plain).step(Section.absent(2), add);
    assertFalse(plain.texts().contains(failure));
    assertFalse(plain.texts().contains(undone));
    kernel.step(Section.absent(2), add);
    assertTrue(fired.texts().containsAll(Set.of(failure, undone)));
    assertTrue(fired.texts().containsAll(plain.texts()));
  }

  /** Boots that may fail are asked for nothing else. */
  @Example
  void faultsOfBootAlwaysCount() {
    Fired plain = new Fired(false);
    kernel.telling(plain).boots(List.of(new BootMemory(Bits.full(2), 0, false)));
    assertTrue(
        plain
            .texts()
            .containsAll(
                Set.of(
                    "fault boot allocation of memmap",
                    "fault boot allocation of usages",
                    "store sparse_init_nid.section_mem_map")));
  }

  @Example
  void eachTestCanComeOutBothWays() {
    SortedSet<String> can = canFire(kernel);
    for (Site test : kernel.code().tests()) {
      assertTrue(can.contains("test " + test + " true"), () -> can + " without " + test);
      assertTrue(can.contains("test " + test + " false"), () -> can + " without " + test);
    }
    kernel.code().stores().forEach(s -> assertTrue(can.contains("store " + s), s::toString));
  }

  @Property(tries = 30)
  void whatFiresCanFire(@ForAll("designs") Design design, @ForAll("sections") Section section) {
    Fired told = new Fired(true);
    ModelledKernel modelled = new ModelledKernel(design).telling(told);
    Bits all = Bits.full(section.subsections());
    modelled.boots(List.of(new BootMemory(all, 0, false)));
    for (Step.Kind kind : modelled.kinds()) {
      modelled.step(section, new Step(kind, all));
      if (design.has(Change.SUBSECTION_HOTPLUG)) {
        modelled.step(section, new Step(kind, Bits.range(section.subsections(), 0, 1)));
        modelled.step(section, new Step(kind, Bits.none(section.subsections())));
      }
    }
    SortedSet<String> others = new TreeSet<>(told.texts());
    others.removeAll(canFire(modelled));
    others.removeIf(t -> t.startsWith("fault "));
    assertEquals(Set.of(), others);
  }

  private static SortedSet<String> canFire(ModelledKernel kernel) {
    return kernel.code().canFire().stream()
        .map(Firing::text)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Provide
  Arbitrary<Design> designs() {
    return AnyDesign.any().withoutEdgeCases();
  }

  @Provide
  Arbitrary<Section> sections() {
    return Arbitraries.integers().between(2, 4).flatMap(AnySection::of).withoutEdgeCases();
  }
}
