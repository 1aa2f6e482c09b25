package org.mhpcheck.model.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mhpcheck.model.design.Change.ALTMAP_PASSED_IN_BLOCKS;
import static org.mhpcheck.model.design.Change.ALTMAP_PASSED_ON_ERROR;
import static org.mhpcheck.model.design.Change.EARLY_MEMMAP_NEVER_PARTIAL;
import static org.mhpcheck.model.design.Change.EARLY_READ_AT_ENTRY;
import static org.mhpcheck.model.design.Change.INACCESSIBLE_POISONED;
import static org.mhpcheck.model.design.Change.INVALID_BEFORE_DEPOPULATE;
import static org.mhpcheck.model.design.Change.MAP_ONLY_IF_VMEMMAP;
import static org.mhpcheck.model.design.Change.MEMMAP_BY_PFN;
import static org.mhpcheck.model.design.Change.MEMMAP_COUNTED_BY_ALLOCATOR;
import static org.mhpcheck.model.design.Change.MEMMAP_COUNTED_WHERE_MADE;
import static org.mhpcheck.model.design.Change.MEMMAP_OF_SECTION_START;
import static org.mhpcheck.model.design.Change.ONLINE_UNCHECKED;
import static org.mhpcheck.model.design.Change.RESERVED_USAGE_KEPT;
import static org.mhpcheck.model.design.Change.RESET_AFTER_DEPOPULATE;
import static org.mhpcheck.model.design.Change.SPAN_SKIPS_REMOVED_RANGE;
import static org.mhpcheck.model.design.Change.SUBSECTION_HOTPLUG;
import static org.mhpcheck.model.design.Change.USAGE_FREED_BY_RCU;
import static org.mhpcheck.model.design.Change.USAGE_POINTER_CHECKED;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Designs as they are written and read. */
class DesignTest {

  @ParameterizedTest
  @EnumSource
  void aReleaseIsADesign(Release release) {
    Design design = Design.parse(release.releaseName());
    assertEquals(release, design.release());
    assertEquals(release.changes(), design.changes());
    assertEquals(release.toString(), design.toString());
  }

  @Test
  void aLaterReleaseHasAllThatAnEarlierOneHas() {
    assertEquals(Set.of(), Design.parse("v5.2").changes());
    assertEquals(
        series(13, EARLY_READ_AT_ENTRY, SPAN_SKIPS_REMOVED_RANGE), Design.parse("v5.3").changes());
    Set<Change> before = Set.of();
    for (Release release : Release.values()) {
      assertTrue(release.changes().containsAll(before), release::toString);
      before = release.base().changes();
    }
    Set<Change> ofLinuss = EnumSet.complementOf(EnumSet.of(INACCESSIBLE_POISONED));
    assertEquals(ofLinuss, Design.parse("v7.2").changes());
  }

  /** The first of the series that brought sub-section hotplug, and {@code others}. */
  private static Set<Change> series(int patches, Change... others) {
    Set<Change> changes = EnumSet.noneOf(Change.class);
    changes.addAll(Series.SUBSECTION.patches().subList(0, patches));
    changes.addAll(List.of(others));
    return changes;
  }

  /** It may stand before any number of later ones of Linus's. */
  @Test
  void whatOnlyADistributionsReleaseHasIsInNoOther() {
    for (Change change : Change.values()) {
      if (!change.release().isLinuss()) {
        assertEquals(
            List.of(change.release()),
            Stream.of(Release.values()).filter(r -> r.changes().contains(change)).toList());
      }
    }
  }

  @Test
  void aDistributionsReleaseIsOneOfLinussWithChangesPortedBack() {
    Release debian = Design.parse("v6.1-debian").release();
    assertEquals(Release.V6_1, debian.base());
    assertEquals(
        EnumSet.of(ALTMAP_PASSED_ON_ERROR, USAGE_FREED_BY_RCU, USAGE_POINTER_CHECKED),
        debian.ported());
    Set<Change> newest = EnumSet.copyOf(Design.parse("v6.12").changes());
    newest.addAll(
        List.of(
            INACCESSIBLE_POISONED,
            MEMMAP_COUNTED_BY_ALLOCATOR,
            MEMMAP_BY_PFN,
            ONLINE_UNCHECKED,
            ALTMAP_PASSED_IN_BLOCKS,
            MEMMAP_COUNTED_WHERE_MADE));
    assertEquals(newest, Design.parse("v6.12-debian").changes());
    assertEquals(Release.V5_4, Release.V5_4.base());
    assertEquals(Set.of(), Release.V5_4.ported());
  }

  @Test
  void theLongestReleaseThatFitsIsMeant() {
    assertEquals(Release.V6_1_DEBIAN, Design.parse("v6.1-debian-ef69bc9f689d").release());
    assertEquals(Release.V5_12, Design.parse("v5.12").release());
    assertEquals(Release.V6_12, Design.parse("v6.12-ef69bc9f689d").release());
    assertEquals(Release.V6_1, Design.parse("v6.1-ef69bc9f689d").release());
  }

  @Test
  void aDistributionsReleaseMayBeNamedByItsVersionOrNot() {
    assertEquals(Design.parse("v6.12.117-debian"), Design.parse("v6.12-debian"));
    assertEquals(Design.parse("v6.1.192-debian"), Design.parse("v6.1-debian"));
    assertEquals("v6.12-debian-ef69bc9f689d", Design.parse("v6.12-debian-ef69bc9f689d").name());
    assertEquals(Release.V6_12_DEBIAN, Design.parse("v6.12.117-debian-ef69bc9f689d").release());
  }

  @Test
  void changesArePutOnAndTakenAway() {
    assertFalse(Design.parse("v5.4").has(RESERVED_USAGE_KEPT));
    assertTrue(Design.parse("v5.4+8068df3b6037").has(RESERVED_USAGE_KEPT));
    assertFalse(Design.parse("v6.12-ef69bc9f689d").has(EARLY_MEMMAP_NEVER_PARTIAL));
    assertEquals("v5.4+8068df3b6037", Design.parse("v5.4+8068df3b6037").name());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8068df3",
        "8068df3b6037",
        "8068df3b6037aaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "b01-readded-early-usage"
      })
  void aChangeHasManyNames(String name) {
    assertEquals(Design.parse("v5.4+8068df3b6037"), Design.parse("v5.4+" + name));
  }

  @Test
  void slugsHoldDashes() {
    assertFalse(Design.parse("v5.3-b03-early-read-late").has(EARLY_READ_AT_ENTRY));
    Design several = Design.parse("v5.9-map-only-if-vmemmap-ef69bc9f689d");
    assertFalse(several.has(MAP_ONLY_IF_VMEMMAP));
    assertFalse(several.has(EARLY_MEMMAP_NEVER_PARTIAL));
    Design mixed =
        Design.parse("v5.3-b03-early-read-late+b06-memmap-of-linear-address+8068df3-8068df3");
    assertEquals(series(13, SPAN_SKIPS_REMOVED_RANGE, MEMMAP_OF_SECTION_START), mixed.changes());
  }

  /** Patch 9 of 13 is the one that adds parts of sections. */
  @Test
  void theSeriesCanStopAnywhere() {
    for (int patch = 1; patch <= 13; patch++) {
      Design design = Series.SUBSECTION.upTo(patch);
      assertEquals("v5.2+1.." + patch, design.name());
      assertEquals(series(patch), design.changes());
      assertEquals(patch >= 9, design.has(SUBSECTION_HOTPLUG));
    }
    Design asMerged = Design.parse("v5.2+1..9+b03-early-read-late");
    assertEquals(series(9, EARLY_READ_AT_ENTRY), asMerged.changes());
    assertEquals("v5.2+1..9+b03-early-read-late", asMerged.name());
    assertEquals(series(8), Design.parse("v5.2+1..9-ba72b4c8cf60").changes());
    assertEquals(series(8), Design.parse("v5.2+1..9-subsection-hotplug").changes());
    assertEquals(Design.parse("v5.2+1..3"), Design.parse("v5.2+1..1+326e1b8+map-at-boot"));
  }

  @Test
  void noPatchIsNeededThatComesLater() {
    List<Change> patches = Series.SUBSECTION.patches();
    assertEquals(13, patches.size());
    for (int i = 0; i < patches.size(); i++) {
      assertTrue(patches.subList(0, i).containsAll(patches.get(i).needs()));
    }
  }

  @Test
  void whatAChangeNeedsMayComeAfterIt() {
    Design design = Design.parse("v5.5+b943f045a9af+d41e2f3bd546");
    assertTrue(
        design.changes().containsAll(Set.of(INVALID_BEFORE_DEPOPULATE, RESET_AFTER_DEPOPULATE)));
  }

  @Test
  void designsAreEqualByReleaseAndChanges() {
    Design v5_3 = Design.parse("v5.3");
    Design one = Design.parse("v5.5+b943f045a9af+d41e2f3bd546");
    Design other = Design.parse("v5.5+b09-reset-before-depopulate+b10-valid-without-usage");
    assertEquals(one, other);
    assertEquals(one.hashCode(), other.hashCode());
    assertEquals(Design.parse("v5.4"), Design.parse("v5.4+8068df3-8068df3"));
    assertNotEquals(Design.parse("v5.4"), Design.parse("v5.4+8068df3"));
    assertEquals(Design.parse("v5.7").changes(), Design.parse("v5.8").changes());
    assertNotEquals(Design.parse("v5.7"), Design.parse("v5.8"), "sizes differ by release");
    String asMerged = "v5.2+1..13+b03-early-read-late+span-skips-removed-range";
    assertEquals(Design.parse(asMerged).changes(), v5_3.changes());
    assertNotEquals(Design.parse(asMerged), v5_3);
  }

  @Test
  void withBringsWhatIsNeeded() {
    Design design = Design.parse("v5.5").with(INVALID_BEFORE_DEPOPULATE);
    assertEquals("v5.5+d41e2f3bd546+b943f045a9af", design.name());
    assertEquals(
        "v5.2+1..8+ba72b4c8cf60", Design.parse("v5.2+1..8").with(SUBSECTION_HOTPLUG).name());
    assertTrue(design.has(RESET_AFTER_DEPOPULATE));
    assertEquals(
        "v5.3-b03-early-read-late+b03-early-read-late",
        Design.parse("v5.3-b03-early-read-late").with(EARLY_READ_AT_ENTRY).name());
  }

  @Test
  void withIsForChangesThatAreMissing() {
    Design design = Design.parse("v6.12");
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> design.with(RESERVED_USAGE_KEPT));
    assertEquals("v6.12 has RESERVED_USAGE_KEPT", e.getMessage());
  }
}
