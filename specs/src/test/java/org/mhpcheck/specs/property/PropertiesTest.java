package org.mhpcheck.specs.property;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mhpcheck.model.claim.Property;

/** The catalogue as people see it. */
class PropertiesTest {

  /** Binding: expectations, histories and traces go by these names. */
  @Test
  void namesInTheirOrder() {
    assertEquals(
        List.of(
            "no-memory-corruption",
            "boot-usage-never-freed",
            "boot-usage-is-reserved",
            "usage-present-when-valid",
            "usage-reached-only-while-live",
            "added-section-has-clear-flags",
            "map-empty-when-invalid",
            "map-not-empty-when-valid",
            "invalid-section-is-reset",
            "invalid-section-keeps-only-boot-usage",
            "emptied-section-is-reset",
            "map-backed-by-memmap",
            "pfn-valid-has-memmap",
            "removed-memory-is-not-valid",
            "early-memmap-whole",
            "early-memmap-from-boot",
            "boot-memmap-known-as-such",
            "no-unreferenced-memory",
            "no-memmap-when-invalid",
            "memmap-only-where-mapped",
            "memmap-decodes-to-own-section",
            "memmap-count-follows-memmap",
            "online-page-is-memory",
            "online-page-is-no-device-page",
            "taint-only-with-device",
            "pfn-valid-has-memmap-at-every-instant",
            "online-page-is-no-device-page-while-adding",
            "online-page-is-no-device-page-while-removing",
            "pfn-valid-never-meets-null-usage",
            "pfn-valid-never-meets-freed-usage",
            "online-page-never-meets-null-usage",
            "online-page-never-meets-freed-usage",
            "pageblock-flags-never-meets-null-usage",
            "pageblock-flags-never-meets-freed-usage",
            "zone-span-covers-its-pages",
            "node-span-covers-its-zones",
            "node-span-ends-with-its-zones",
            "emptied-zone-spans-nothing",
            "span-search-reads-initialised-pages",
            "zone-asked-of-initialised-page",
            "pages-leave-their-own-zone",
            "node-offline-without-memory",
            "span-search-ends",
            "present-memory-is-mapped",
            "altmap-memmap-is-mapped",
            "failed-add-leaves-no-linear-map",
            "memmap-freed-as-allocated",
            "inaccessible-memmap-never-written",
            "failed-step-changes-nothing",
            "present-subsection-refused",
            "failed-add-changes-nothing",
            "section-can-be-brought-back",
            "boot-corrupts-no-memory",
            "failed-boot-touches-no-missing-usage",
            "failed-boot-keeps-other-sections",
            "booted-section-has-usage-and-memmap",
            "same-behaviour",
            "same-behaviour-but-for-pageblock-flags",
            "usages-within-their-strides",
            "usages-beside-their-pgdat",
            "usages-placed-if-anything-is-free",
            "dependency-told-if-there-is-one",
            "dependency-told-once",
            "dependency-told-as-it-is",
            "usage-page-kept-while-used",
            "usage-holds-map-and-flags",
            "usage-stride-aligned",
            "packed-usages-do-not-overlap",
            "usage-pages-all-counted",
            "subsection-within-section",
            "largest-allocation-within-section",
            "pageblock-within-section",
            "flags-below-encoded-memmap",
            "encoded-memmap-leaves-flags-alone",
            "node-id-above-flags",
            "node-id-sets-no-flag",
            "mask-covers-its-range"),
        Properties.all().stream().map(Property::name).toList());
  }

  @Test
  void eachIsFoundByItsName() {
    assertEquals(
        Properties.all().size(),
        new HashSet<>(Properties.all().stream().map(Property::name).toList()).size());
    for (Property property : Properties.all()) {
      assertEquals(Optional.of(property), Properties.named(property.name()));
    }
    assertEquals(Optional.empty(), Properties.named("no-such-property"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void eachSaysWhatWhyAndWhere(String name) {
    var about = Properties.named(name).orElseThrow().about();
    assertTrue(about.name().matches("[a-z]+(-[a-z]+)+"), about::name);
    assertTrue(about.statement().matches("([A-Z]|[a-z_]+\\(\\)).*\\."), about::statement);
    assertTrue(about.premise().matches("[a-z].*[^.]"), about::premise);
    assertTrue(about.rationale().endsWith("."), about::rationale);
    assertTrue(about.citation().matches(".*\\w+\\.[ch] .*\\bv\\d.*"), about::citation);
  }

  static List<String> names() {
    return Properties.all().stream().map(Property::name).toList();
  }
}
