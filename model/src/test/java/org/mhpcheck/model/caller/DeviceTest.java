package org.mhpcheck.model.caller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mhpcheck.model.caller.Operation.MEMREMAP_PAGES;
import static org.mhpcheck.model.caller.Operation.MEMREMAP_PRIVATE_PAGES;
import static org.mhpcheck.model.caller.Operation.MEMUNMAP_PAGES;
import static org.mhpcheck.model.caller.Operation.MEMUNMAP_PRIVATE_PAGES;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.SectionMemMap;

/** When memremap_pages() and memunmap_pages() are called. */
class DeviceTest {

  @Test
  void addsOnlyWhereNobodyOwnsAnything() {
    assertEquals(Set.of("2-3", "2-4", "3-4"), new SmallSystem("1100").enabled(MEMREMAP_PAGES));
    assertEquals(Set.of("0-1", "3-4"), new SmallSystem("0000").map(1, 3).enabled(MEMREMAP_PAGES));
    assertEquals(Set.of(), new SmallSystem("1111").enabled(MEMREMAP_PAGES));
    assertEquals(
        Set.of("3-4", "3-5", "4-5"), new SmallSystem("1110", "0111").enabled(MEMREMAP_PAGES));
  }

  @Test
  void removesExactlyWhatItAdded() {
    assertEquals(
        Set.of(), new SmallSystem("1111").enabled(MEMUNMAP_PAGES), "RAM is not a device's");
    assertEquals(Set.of("1-3"), new SmallSystem("0000").map(1, 3).enabled(MEMUNMAP_PAGES));
  }

  @Test
  void removesWithTheAltmapThatItAddedWith() {
    SmallSystem system =
        new SmallSystem("0000", "0000").make(new Call(MEMREMAP_PAGES, 2, 6, Altmap.ALTMAP));
    assertEquals(Set.of(), system.enabled(MEMUNMAP_PAGES));
    assertEquals(Set.of("2-6"), system.enabled(MEMUNMAP_PAGES, Altmap.ALTMAP));
    system.map(0, 2);
    assertEquals(Set.of("0-2"), system.enabled(MEMUNMAP_PAGES));
    assertEquals(Set.of("2-6"), system.enabled(MEMUNMAP_PAGES, Altmap.ALTMAP));
    assertEquals(
        List.of("0011", "1100"),
        system.sections().stream().map(s -> s.memmap().altmap().toString()).toList());
    system.make(new Call(MEMUNMAP_PAGES, 2, 6, Altmap.ALTMAP)).unmap(0, 2);
    assertEquals(new SmallSystem("0000", "0000").sections(), system.sections());
    assertFalse(system.isNoted());
  }

  @Test
  void tellsAdjacentRangesApart() {
    SmallSystem system = new SmallSystem("0000").map(0, 2).map(2, 3);
    assertEquals(Set.of("0-2", "2-3"), system.enabled(MEMUNMAP_PAGES));
    assertEquals(Set.of("2-3"), system.unmap(0, 2).enabled(MEMUNMAP_PAGES));
    assertEquals(Set.of("0-1", "0-2", "1-2", "3-4"), system.enabled(MEMREMAP_PAGES));
  }

  @Test
  void rangesGoOnOverSectionBorders() {
    SmallSystem system = new SmallSystem("0000", "0000", "0000").map(2, 9);
    assertEquals(Set.of("2-9"), system.enabled(MEMUNMAP_PAGES));
    assertEquals(
        List.of("0011 0010", "1111 0000", "1000 0000"),
        system.sections().stream()
            .map(s -> s.owners().device() + " " + s.owners().deviceStart())
            .toList());
    List<Section> absent = new SmallSystem("0000", "0000", "0000").sections();
    assertEquals(absent, system.unmap(2, 9).sections());
  }

  @Test
  void tellsRangesApartThatMeetAtABorder() {
    SmallSystem system = new SmallSystem("0000", "0000").map(2, 4).map(4, 8);
    assertEquals(Set.of("2-4", "4-8"), system.enabled(MEMUNMAP_PAGES));
    SmallSystem one = new SmallSystem("0000", "0000").map(2, 8);
    assertEquals(Set.of("2-8"), one.enabled(MEMUNMAP_PAGES));
    assertEquals(
        system.sections().get(0), one.sections().get(0), "only the next section tells them apart");
  }

  /** The sections before the one that failed stay as they are, and belong to nobody (L01). */
  @Test
  void aFailedAddOwnsNothingWhateverItLeftBehind() {
    SmallSystem system = new SmallSystem("0000", "0000").mapFailing(2, 6, 1);
    Section first = system.sections().get(0);
    assertEquals("0011", first.subsectionMap().toString());
    assertEquals("0000", first.owners().any().toString());
    assertEquals(
        Section.absent(4).withLinearMap(Bits.parse("1100")),
        system.sections().get(1),
        "x86-64 leaves the linear mapping");
    assertEquals(Set.of(), system.enabled(MEMUNMAP_PAGES));
    assertTrue(system.mayCall(new Call(MEMREMAP_PAGES, 2, 6)), "the bits do not forbid it");
  }

  @Test
  void aDeviceMaySitInAnEarlySection() {
    SmallSystem system = new SmallSystem("1000").map(1, 2);
    assertEquals("1100", system.sections().get(0).owners().any().toString());
    assertFalse(system.mayCall(new Call(MEMUNMAP_PAGES, 0, 2)));
    Section booted = new SmallSystem("1000").sections().get(0);
    Section left = system.unmap(1, 2).sections().get(0);
    assertTrue(left.sectionMemMap().taint().isTrue(), "nothing takes TAINT back (L17)");
    assertEquals(booted, withoutTaint(left));
  }

  /** Where a range begins or ends within a section, from v5.12 on. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 12 | ---",
        "4 | 8  | ---",
        "5 | 6  | -T-",
        "2 | 9  | T-T",
        "2 | 8  | T--",
        "4 | 9  | --T",
        "2 | 12 | T--"
      })
  void whichSectionsAreTainted(int from, int to, String tainted) {
    assertEquals(tainted, taints("v5.12", MEMREMAP_PAGES, from, to));
    assertEquals(tainted, taints("v7.2", MEMREMAP_PAGES, from, to));
    assertEquals(tainted, taints("v7.2", MEMREMAP_PRIVATE_PAGES, from, to));
    assertEquals("---", taints("v5.11", MEMREMAP_PAGES, from, to));
    assertEquals("---", taints("v5.12-b15-device-page-found-online", MEMREMAP_PAGES, from, to));
  }

  private static String taints(String design, Operation operation, int from, int to) {
    return new SmallSystem(design, Arch.X86_64, 1, "0000", "0000", "0000")
        .make(operation, from, to).sections().stream()
            .map(s -> s.sectionMemMap().taint().isTrue() ? "T" : "-")
            .collect(Collectors.joining());
  }

  /** A failed add has not come to it. */
  @Test
  void aFailedAddTaintsNothing() {
    SmallSystem system = new SmallSystem("0000", "0000").mapFailing(2, 6, 1);
    assertTrue(system.section(0).sectionMemMap().taint().isFalse());
  }

  @Test
  void privateMemoryIsNotMapped() {
    SmallSystem system = new SmallSystem("1000", "0000").make(MEMREMAP_PRIVATE_PAGES, 2, 6);
    assertEquals("1000", system.section(0).linearMap().toString());
    assertEquals("0000", system.section(1).linearMap().toString());
    assertEquals("1011", system.section(0).owners().any().toString());
    assertEquals("1011", system.section(0).subsectionMap().toString());
    assertEquals("1100", system.section(1).owners().privateDevice().toString());
    Section booted = new SmallSystem("1000").section(0);
    system.make(MEMUNMAP_PRIVATE_PAGES, 2, 6);
    assertEquals(booted, withoutTaint(system.section(0)));
    assertEquals(Section.absent(4), system.section(1));
  }

  @Test
  void eachKindIsRemovedAsItWasAdded() {
    SmallSystem system = new SmallSystem("0000", "0000");
    system.make(MEMREMAP_PRIVATE_PAGES, 0, 3).map(3, 6).make(MEMREMAP_PRIVATE_PAGES, 6, 8);
    assertEquals(Set.of("3-6"), system.enabled(MEMUNMAP_PAGES));
    assertEquals(Set.of("0-3", "6-8"), system.enabled(MEMUNMAP_PRIVATE_PAGES));
    assertEquals(Set.of(), system.enabled(MEMREMAP_PAGES));
    assertEquals(Set.of(), system.enabled(MEMREMAP_PRIVATE_PAGES));
    assertEquals("0001", system.section(0).linearMap().toString());
    assertEquals("1100", system.section(1).linearMap().toString());
    system.make(MEMUNMAP_PRIVATE_PAGES, 6, 8).unmap(3, 6);
    assertEquals(Set.of("0-3"), system.enabled(MEMUNMAP_PRIVATE_PAGES));
    assertEquals(Set.of(), system.enabled(MEMUNMAP_PAGES));
  }

  /** TAINT apart, which nothing takes back (L17). */
  static Section withoutTaint(Section section) {
    SectionMemMap word = section.sectionMemMap();
    return new Section(
        new SectionMemMap(
            word.present(), word.hasMemMap(), word.online(), word.early(), Bit.FALSE, word.base()),
        section.usage(),
        section.reserved(),
        section.pageblockFlags(),
        section.subsectionMap(),
        section.memmap(),
        section.linearMap(),
        section.owners());
  }
}
