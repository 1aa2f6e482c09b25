package org.mhpcheck.specs.property;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mhpcheck.model.bootmem.Placed;
import org.mhpcheck.model.bootmem.Placement;
import org.mhpcheck.model.bootmem.Placements;
import org.mhpcheck.model.bootmem.Planted;
import org.mhpcheck.model.bootmem.Shape;
import org.mhpcheck.model.bootmem.UsageSizes;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.layout.Architecture;
import org.mhpcheck.specs.scenario.Architectures;

/** Which placements break which property: none on one node, unless a fault is planted. */
class PlacementPropertiesTest {
  private static final Architecture X86_64 =
      Architectures.all().stream().filter(a -> a.name().equals("x86_64")).findFirst().orElseThrow();

  private static final List<Integer> PAGE_SIZES = List.of(64, 128, 192);

  private static List<Property.OfPlacement> all() {
    return Properties.all().stream()
        .filter(Property.OfPlacement.class::isInstance)
        .map(Property.OfPlacement.class::cast)
        .toList();
  }

  /** What is broken, and what has something to say. */
  private record Judged(Set<String> broken, Set<String> met) {}

  private static Judged judged(int nodes, int first, String design, Optional<Planted> planted) {
    Judged judged = new Judged(new TreeSet<>(), new TreeSet<>());
    Design of = Design.parse(design);
    UsageSizes sizes = UsageSizes.of(X86_64, of, planted);
    for (int pageSize : PAGE_SIZES) {
      Shape shape = new Shape(nodes, first, 3, nodes == 1 ? 3 : 2, pageSize);
      for (Placement placement : Placements.of(shape)) {
        Placed placed = Placed.of(placement, of, sizes, planted);
        for (Property.OfPlacement property : all()) {
          if (property.premise().test(placed)) {
            judged.met().add(property.name());
          }
          if (!property.holds().test(placed)) {
            judged.broken().add(property.name());
            assertTrue(!property.shows().apply(placed).isEmpty(), property.name());
          }
        }
      }
    }
    return judged;
  }

  private static Set<String> broken(int nodes, int first, String design) {
    return judged(nodes, first, design, Optional.empty()).broken();
  }

  @ParameterizedTest
  @ValueSource(strings = {"v5.2", "v5.2+1..1", "v5.14", "v6.8", "v6.17", "v7.0"})
  void onOneNodeAllHoldAndNoneIsVacuous(String design) {
    Judged judged = judged(1, 1, design, Optional.empty());
    assertEquals(Set.of(), judged.broken());
    assertEquals(new TreeSet<>(all().stream().map(Property::name).toList()), judged.met());
  }

  @ParameterizedTest
  @CsvSource({"v5.2+1..2, 1", "v5.3, 1", "v5.13, 1", "v5.13+01c8d337d195, 0"})
  void earlyIsReadAsANode(String design, int broken) {
    assertEquals(broken == 1 ? Set.of("dependency-told-as-it-is") : Set.of(), broken(1, 1, design));
  }

  @Test
  void section0IsTakenForTheFirstCall() {
    assertEquals(Set.of("dependency-told-once"), broken(1, 0, "v7.0"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"v5.2", "v5.4", "v6.12"})
  void onTwoNodesWhatIsToldIsWrong(String design) {
    assertEquals(
        Set.of(
            "dependency-told-as-it-is", "dependency-told-if-there-is-one", "dependency-told-once"),
        broken(2, 1, design));
  }

  @Test
  void nothingIsToldAnyMore() {
    assertEquals(
        Set.of("usages-beside-their-pgdat", "dependency-told-if-there-is-one"),
        broken(1, 1, "v7.2"));
  }

  @ParameterizedTest
  @EnumSource
  void aPlantedFaultIsNoticed(Planted planted) {
    Set<String> broken = judged(1, 1, "v5.2+1..1", Optional.of(planted)).broken();
    assertTrue(
        broken.contains(
            switch (planted) {
              case STRIDE_OF_STRUCT, STRIDE_OF_USEMAP -> "usages-within-their-strides";
              case LIMIT_KEPT -> "usages-placed-if-anything-is-free";
              case PAIR_FORGOTTEN -> "dependency-told-once";
              case PAIR_NOT_TOLD -> "dependency-told-if-there-is-one";
              case USAGE_PAGES_PUT -> "usage-page-kept-while-used";
            }),
        broken::toString);
  }

  /** Of a power of two in size, no usage crosses into a page that is not counted for it. */
  @Test
  void usagesOfV52MightHaveBeenPut() {
    assertEquals(Set.of(), judged(1, 1, "v5.2", Optional.of(Planted.USAGE_PAGES_PUT)).broken());
  }
}
