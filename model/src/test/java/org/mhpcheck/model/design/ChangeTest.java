package org.mhpcheck.model.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The catalogue of changes. */
class ChangeTest {

  /** Else no prefix of seven digits were unique, or a slug were cut at a hash within it. */
  @Test
  void namesTellChangesApart() {
    Set<String> names = new HashSet<>();
    for (Change change : Change.values()) {
      assertTrue(names.add(change.slug()), change::slug);
      change.hash().ifPresent(h -> assertTrue(names.add(h.substring(0, 7)), change::slug));
    }
  }

  @ParameterizedTest
  @EnumSource
  void namesCanBeWrittenInDesigns(Change change) {
    assertTrue(change.slug().matches("[a-z0-9]+(-[a-z0-9]+)+"), change::slug);
    assertTrue(change.hash().stream().allMatch(h -> h.matches("[0-9a-f]{12}")), change::slug);
    assertEquals(change.hash().orElse(change.slug()), change.canonicalName());
  }

  /** What came with a distribution's release is in no other. */
  @ParameterizedTest
  @EnumSource
  void everyReleaseSinceHasIt(Change change) {
    if (change.release().isLinuss()) {
      assertTrue(Design.parse("v7.2").has(change));
    } else {
      assertTrue(Design.parse(change.release().releaseName()).has(change));
      assertFalse(Design.parse("v7.2").has(change));
    }
    assertFalse(Design.parse("v5.2").has(change));
    assertEquals(
        Release.V5_3 == change.release(), Design.parse(Release.V5_3.releaseName()).has(change));
  }

  @ParameterizedTest
  @EnumSource
  void noChangeNeedsALaterOne(Change change) {
    for (Change needed : change.needs()) {
      assertTrue(change.release().changes().contains(needed));
    }
    assertFalse(change.subject().isBlank());
    assertFalse(change.functions().stream().anyMatch(String::isBlank));
  }

  /** Else what a release has could not be told by comparing releases. */
  @Test
  void theyStandInOrderOfTime() {
    List<Release> releases = Stream.of(Change.values()).map(Change::release).toList();
    assertEquals(releases.stream().sorted().toList(), releases);
  }

  @Test
  void confidenceIsSaid() {
    assertEquals(Change.Confidence.SOURCE, Change.RESERVED_USAGE_KEPT.confidence());
    assertEquals(Change.Confidence.CODE, Change.MEMMAP_BY_PFN.confidence());
    assertEquals(Change.Confidence.LISTED, Change.ONLINE_PAGE_NEEDS_BIT.confidence());
  }

  /** When each came. */
  @Test
  void releases() {
    assertEquals(
        List.of(
            "mem-section-usage v5.3",
            "section-is-early v5.3",
            "map-at-boot v5.3",
            "span-shrinks-by-subsection v5.3",
            "populate-section-memmap v5.3",
            "dev-zone-not-asked v5.3",
            "is-dev-zone-gone v5.3",
            "subsection-ranges v5.3",
            "subsection-hotplug v5.3",
            "zone-device-documented v5.3",
            "subsection-remap v5.3",
            "info-block-zeroed v5.3",
            "pmem-not-padded v5.3",
            "b03-early-read-late v5.3",
            "span-skips-removed-range v5.3",
            "b20-reserve-asked v5.4",
            "b21-node-span-of-its-own v5.4",
            "b18-search-reads-poison v5.4",
            "b21-node-spans-from-zero v5.4",
            "b21-node-offlined-with-memory v5.4",
            "b01-readded-early-usage v5.5",
            "b19-zone-of-poison v5.5",
            "memmap-poisoned-with-zone v5.6",
            "holes-not-looked-for v5.6",
            "b07-poisoned-by-pfn v5.6",
            "b06-memmap-of-linear-address v5.6",
            "b08-encoded-null-left v5.6",
            "b09-reset-before-depopulate v5.6",
            "b10-valid-without-usage v5.6",
            "map-only-if-vmemmap v5.7",
            "b36-linear-map-left-on-arm64 v5.7",
            "b11-early-memmap-freed-in-part v5.9",
            "b36-linear-map-left v5.11",
            "b16-hole-found-online v5.12",
            "b15-device-page-found-online v5.12",
            "memmap-on-memory v5.13",
            "b17-node-id-in-flags v5.14",
            "b35-pageblock-above-section v5.18",
            "node-id-behind-last-flag v6.0",
            "b22-altmap-lost-on-error v6.7",
            "altmap-per-block v6.8",
            "b12-usage-race v6.8",
            "inaccessible-altmap v6.8",
            "b13-usage-null-in-walker v6.10",
            "memmap-counted v6.11",
            "l10-inaccessible-poisoned v6.12.117-debian",
            "b29-memmap-shared-on-arm64 v6.14",
            "memmap-made-earlier v6.15",
            "isolation-in-pageblock-bit v6.17",
            "memmap-counted-by-allocator v6.17",
            "b28-preinited-cleared-on-failure v7.1",
            "usages-beside-anything v7.1",
            "memmap-by-pfn v7.1",
            "online-unchecked v7.1",
            "no-inaccessible-altmap v7.1",
            "b23-altmap-lost-in-blocks v7.2",
            "b24-memmap-miscounted v7.2"),
        Stream.of(Change.values()).map(c -> c.slug() + " " + c.release()).toList());
  }
}
