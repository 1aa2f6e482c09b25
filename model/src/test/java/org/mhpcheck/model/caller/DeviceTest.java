package org.mhpcheck.model.caller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mhpcheck.model.caller.Operation.MEMREMAP_PAGES;
import static org.mhpcheck.model.caller.Operation.MEMUNMAP_PAGES;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.state.Section;

/** When memremap_pages() and memunmap_pages() are called. */
class DeviceTest {

  @Test
  void addsOnlyWhereNobodyOwnsAnything() {
    assertEquals(Set.of("2-3", "2-4", "3-4"), new World("1100").enabled(MEMREMAP_PAGES));
    assertEquals(Set.of("0-1", "3-4"), new World("0000").map(1, 3).enabled(MEMREMAP_PAGES));
    assertEquals(Set.of(), new World("1111").enabled(MEMREMAP_PAGES));
    assertEquals(Set.of("3-4", "3-5", "4-5"), new World("1110", "0111").enabled(MEMREMAP_PAGES));
  }

  @Test
  void removesExactlyWhatItAdded() {
    assertEquals(Set.of(), new World("1111").enabled(MEMUNMAP_PAGES), "RAM is not a device's");
    assertEquals(Set.of("1-3"), new World("0000").map(1, 3).enabled(MEMUNMAP_PAGES));
  }

  @Test
  void removesWithTheAltmapThatItAddedWith() {
    World world = new World("0000", "0000").make(new Call(MEMREMAP_PAGES, 2, 6, Altmap.ALTMAP));
    assertEquals(Set.of(), world.enabled(MEMUNMAP_PAGES));
    assertEquals(Set.of("2-6"), world.enabled(MEMUNMAP_PAGES, Altmap.ALTMAP));
    world.map(0, 2);
    assertEquals(Set.of("0-2"), world.enabled(MEMUNMAP_PAGES));
    assertEquals(Set.of("2-6"), world.enabled(MEMUNMAP_PAGES, Altmap.ALTMAP));
    assertEquals(
        List.of("0011", "1100"),
        world.sections().stream().map(s -> s.memmap().altmap().toString()).toList());
    world.make(new Call(MEMUNMAP_PAGES, 2, 6, Altmap.ALTMAP)).unmap(0, 2);
    assertEquals(new World("0000", "0000").sections(), world.sections());
    assertFalse(world.isNoted());
  }

  @Test
  void tellsAdjacentRangesApart() {
    World world = new World("0000").map(0, 2).map(2, 3);
    assertEquals(Set.of("0-2", "2-3"), world.enabled(MEMUNMAP_PAGES));
    assertEquals(Set.of("2-3"), world.unmap(0, 2).enabled(MEMUNMAP_PAGES));
    assertEquals(Set.of("0-1", "0-2", "1-2", "3-4"), world.enabled(MEMREMAP_PAGES));
  }

  @Test
  void rangesGoOnOverSectionBorders() {
    World world = new World("0000", "0000", "0000").map(2, 9);
    assertEquals(Set.of("2-9"), world.enabled(MEMUNMAP_PAGES));
    assertEquals(
        List.of("0011 0010", "1111 0000", "1000 0000"),
        world.sections().stream()
            .map(s -> s.owners().device() + " " + s.owners().deviceStart())
            .toList());
    List<Section> absent = new World("0000", "0000", "0000").sections();
    assertEquals(absent, world.unmap(2, 9).sections());
  }

  @Test
  void tellsRangesApartThatMeetAtABorder() {
    World world = new World("0000", "0000").map(2, 4).map(4, 8);
    assertEquals(Set.of("2-4", "4-8"), world.enabled(MEMUNMAP_PAGES));
    World one = new World("0000", "0000").map(2, 8);
    assertEquals(Set.of("2-8"), one.enabled(MEMUNMAP_PAGES));
    assertEquals(
        world.sections().get(0), one.sections().get(0), "only the next section tells them apart");
  }

  /** The sections before the one that failed stay as they are, and belong to nobody (L01). */
  @Test
  void aFailedAddOwnsNothingWhateverItLeftBehind() {
    World world = new World("0000", "0000").mapFailing(2, 6, 1);
    Section first = world.sections().get(0);
    assertEquals("0011", first.subsectionMap().toString());
    assertEquals("0000", first.owners().any().toString());
    assertEquals(Section.absent(4), world.sections().get(1));
    assertEquals(Set.of(), world.enabled(MEMUNMAP_PAGES));
    assertTrue(world.mayCall(new Call(MEMREMAP_PAGES, 2, 6)), "the bits do not forbid it");
  }

  @Test
  void aDeviceMaySitInAnEarlySection() {
    World world = new World("1000").map(1, 2);
    assertEquals("1100", world.sections().get(0).owners().any().toString());
    assertFalse(world.mayCall(new Call(MEMUNMAP_PAGES, 0, 2)));
    assertEquals(new World("1000").sections(), world.unmap(1, 2).sections());
  }
}
