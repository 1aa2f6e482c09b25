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
    Design newest = Design.parse("v6.12-debian");
    assertTrue(newest.has(change));
    assertEquals(change.release().isLinuss(), Design.parse("v6.12").has(change));
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
    assertFalse(change.functions().isEmpty());
  }

  /** When each came. */
  @Test
  void releases() {
    assertEquals(
        List.of(
            "b03-early-read-late v5.3",
            "b01-readded-early-usage v5.5",
            "b06-memmap-of-linear-address v5.6",
            "b08-encoded-null-left v5.6",
            "b09-reset-before-depopulate v5.6",
            "b10-valid-without-usage v5.6",
            "map-only-if-vmemmap v5.7",
            "b11-early-memmap-freed-in-part v5.9",
            "b12-usage-race v6.8",
            "b13-usage-null-in-walker v6.10",
            "inaccessible-altmap v6.8",
            "memmap-by-pfn v6.12.117-debian",
            "l10-inaccessible-poisoned v6.12.117-debian"),
        Stream.of(Change.values()).map(c -> c.slug() + " " + c.release()).toList());
  }
}
