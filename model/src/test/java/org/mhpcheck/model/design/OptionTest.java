package org.mhpcheck.model.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a design is configured without. */
class OptionTest {
  private static final Set<Option> ALL = EnumSet.allOf(Option.class);

  @ParameterizedTest
  @EnumSource
  void everyReleaseHasAllOptions(Release release) {
    assertEquals(ALL, Design.parse(release.releaseName()).options());
  }

  @Test
  void anOptionIsTakenAwayByItsName() {
    Design design = Design.parse("v5.5-vmemmap");
    assertFalse(design.has(Option.VMEMMAP));
    assertTrue(design.has(Option.MEMORY_HOTREMOVE));
    assertEquals(Release.V5_5.changes(), design.changes());
    assertEquals(Set.of(), Design.parse("v6.12-debian-vmemmap-memory-hotremove").options());
    assertEquals(Design.parse("v5.5"), Design.parse("v5.5-vmemmap+vmemmap"));
    assertNotEquals(Design.parse("v5.5"), design);
  }

  @Test
  void changesLeaveOptionsAsTheyAre() {
    Design design = Design.parse("v5.5-vmemmap").with(Change.POISONED_BY_MEMMAP);
    assertEquals("v5.5-vmemmap+b07-poisoned-by-pfn", design.name());
    assertEquals(design, Design.parse(design.name()));
    assertEquals(design, Design.parse("v5.5+b07-poisoned-by-pfn-vmemmap"));
    assertEquals(Design.parse("v5.5-vmemmap"), design.without(Change.POISONED_BY_MEMMAP).get());
  }

  @Test
  void theLastReleaseThatHotplugsWithoutVmemmapIsV70() {
    assertFalse(Option.VMEMMAP.isNeededBy(Release.V7_0));
    assertTrue(Option.VMEMMAP.isNeededBy(Release.V7_1));
    // It has much of v7.1's code, and not its Kconfig.
    assertFalse(Option.VMEMMAP.isNeededBy(Release.V6_12_DEBIAN));
    assertFalse(Option.MEMORY_HOTREMOVE.isNeededBy(Release.V7_2));
  }

  @Test
  void noOptionIsNamedAsAChangeIs() {
    for (Change change : Change.values()) {
      assertEquals(Optional.empty(), Option.named(change.slug()));
    }
  }

  @Test
  void otherReleasesCanBeConfiguredAlike() {
    Design design = Design.parse("v7.0-vmemmap");
    assertTrue(design.isAsReleased());
    assertFalse(design.with(Change.ONLINE_UNCHECKED).isAsReleased());
    assertEquals("v5.7-vmemmap", design.like(Release.V5_7).name());
    assertFalse(design.canBe(Release.V7_1));
    assertTrue(Design.parse("v7.0-memory-hotremove").canBe(Release.V7_1));
  }
}
