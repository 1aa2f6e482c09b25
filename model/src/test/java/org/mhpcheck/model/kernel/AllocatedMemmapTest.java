package org.mhpcheck.model.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.MemmapBase;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.Usage;

/** Kernels without SPARSEMEM_VMEMMAP: the memmap of a section is one allocation. */
class AllocatedMemmapTest {
  private static final String ALL = "11";
  private static final String NONE = "00";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v5.2-vmemmap",
        "v5.2+1..4-vmemmap",
        "v5.6-vmemmap",
        "v5.7-vmemmap",
        "v6.1-debian-vmemmap",
        "v6.12-debian-vmemmap",
        "v7.0-vmemmap"
      })
  void whatWasAddedIsTakenAwayWithoutATrace(String design) {
    History added = History.boot(design, NONE).add(ALL);
    assertEquals(Errno.OK, added.rc());
    assertEquals(ALL, added.section().memmap().buddy().toString());
    assertEquals(ALL, Mmzone.pfn_valid(added.section()).toString());
    assertEquals(Section.absent(2), added.remove(ALL).section());
    assertEquals(Set.of(), eventsBut(Event.MEMMAP_MISCOUNTED, added));
  }

  /** Of the counters alone there is more to say: v6.11 to v6.16 count what boot made, only. */
  @ParameterizedTest
  @CsvSource({
    "v6.10-vmemmap,false",
    "v6.11-vmemmap,true",
    "v6.16-vmemmap,true",
    "v6.17-vmemmap,false",
    "v6.12-debian-vmemmap,false"
  })
  void memmapThatIsAddedIsNotCountedAtFirst(String design, boolean isMiscounted) {
    History added = History.boot(design, NONE).add(ALL);
    assertEquals(isMiscounted ? Set.of(Event.MEMMAP_MISCOUNTED) : Set.of(), events(added), design);
  }

  @ParameterizedTest
  @CsvSource({"v5.2-vmemmap,OK", "v5.3-vmemmap,WILD", "v5.5-vmemmap,WILD", "v5.6-vmemmap,OK"})
  void poisonGoesAstrayUpToV55(String design, String what) {
    History added = History.boot(design, NONE).add(ALL);
    assertEquals(
        what.equals("OK") ? Set.of() : Set.of(Event.WILD_MEMMAP_WRITTEN), events(added), design);
  }

  /** B09: what the reset leaves decides what is freed instead. */
  @ParameterizedTest
  @CsvSource({
    "v5.5-vmemmap,MEMMAP_LEAKED",
    "v5.5-vmemmap+1f503443e7df,FOREIGN_MEMMAP_FREED",
    "v5.5-vmemmap+d41e2f3bd546,",
    "v5.6-vmemmap,"
  })
  void memmapIsFoundByWhatPointsAtIt(String design, Event event) {
    History removed =
        History.boot(design + (design.startsWith("v5.5") ? "+b07-poisoned-by-pfn" : ""), NONE)
            .add(ALL)
            .remove(ALL);
    assertTrue(event == null ? events(removed).isEmpty() : events(removed).contains(event));
  }

  /** From the fifth patch of the series on depopulate_section_memmap() is told of a pfn. */
  @ParameterizedTest
  @CsvSource({"v5.2+1..4-vmemmap,false", "v5.2+1..5-vmemmap,true", "v5.2+1..8-vmemmap,true"})
  void withinTheSeriesTheAddressIsLostBeforeItIsUsed(String design, boolean isForeign) {
    History removed = History.boot(design, NONE).add(ALL).remove(ALL);
    assertEquals(isForeign, events(removed).contains(Event.FOREIGN_MEMMAP_FREED), design);
    assertEquals(isForeign, events(removed).contains(Event.MEMMAP_LEAKED), design);
  }

  /** B04 needs memmap that is mapped already: an allocation of its own is nobody else's. */
  @Test
  void theSecondAddOfV52TakesBackWhatItAllocated() {
    History twice = History.boot("v5.2-vmemmap", NONE).add(ALL).add(ALL);
    assertEquals(Errno.EEXIST, twice.rc());
    assertEquals(ALL, twice.section().memmap().buddy().toString());
    assertEquals(Set.of(), events(twice));
  }

  @ParameterizedTest
  @CsvSource({"v5.6-vmemmap,EEXIST", "v5.7-vmemmap,OK", "v7.0-vmemmap,OK"})
  void aSecondAddIsNoticedUpToV56(String design, Errno rc) {
    History twice = History.boot(design, NONE).add(ALL).add(ALL);
    assertEquals(rc, twice.rc());
    assertEquals(rc == Errno.OK, events(twice).contains(Event.MEMMAP_LEAKED));
    assertEquals(ALL, twice.section().memmap().buddy().toString());
  }

  @Test
  void overABootSectionTheSecondMemmapIsGivenBackAsBoots() {
    History over = History.boot("v6.12-debian-vmemmap", ALL).add(ALL);
    assertEquals(Set.of(Event.MEMMAP_LEAKED), events(over));
    assertTrue(over.section().sectionMemMap().early().isTrue());
    assertTrue(events(over.remove(ALL)).contains(Event.MEMMAP_MISFREED));
  }

  @ParameterizedTest
  @CsvSource({"v5.5-vmemmap,false", "v5.6-vmemmap,true", "v7.0-vmemmap-memory-hotremove,true"})
  void aFailedAddFreesWhatIsNoMemmapFromV56On(String design, boolean isForeign) {
    History failed = History.boot(design, NONE).addWithoutMemmap(ALL, 0);
    assertEquals(Errno.ENOMEM, failed.rc());
    assertEquals(isForeign, events(failed).contains(Event.FOREIGN_MEMMAP_FREED));
  }

  /** Removing and adding a boot section: what boot made goes by its own way. */
  @Test
  void bootMemmapIsGivenBack() {
    History removed = History.boot("v6.12-debian-vmemmap", ALL).remove(ALL);
    assertEquals(Set.of(), events(removed));
    assertTrue(removed.section().memmap().populated().isEmpty().isTrue());
    assertTrue(removed.section().usage().is(Usage.BOOT).isTrue());
    assertTrue(removed.section().subsectionMap().isEmpty().isTrue(), "no map stands for no memory");
    History again = removed.add(ALL).remove(ALL);
    assertEquals(Set.of(), events(again));
  }

  @Test
  void withoutBootmemInfoBootMemmapIsLost() {
    Platform platform = new Platform(Platform.Mapping.PAGES, false);
    ModelledKernel kernel =
        new ModelledKernel(Design.parse("v7.0-vmemmap"), Optional.empty(), platform);
    Step remove = new Step(Step.Kind.REMOVE, Bits.full(2));
    Outcome removed = kernel.step(kernel.boot(Bits.full(2)), remove).get(0);
    assertEquals(Set.of(Event.MEMMAP_LEAKED), Set.copyOf(removed.events()));
  }

  /** 6.12.117's own code for VMEMMAP is another file: here it decodes, and asks, as it did. */
  @Test
  void codeThatMovedIsNotThisOne() {
    History offline = History.boot("v6.12-debian-vmemmap", NONE).online();
    assertEquals(Set.of(Event.SECTION_NOT_VALID), events(offline));
    assertEquals(Set.of(), events(History.boot("v6.12-debian", NONE).online()));
  }

  /** Within section 0, and until v5.5 only, what is reset decodes to NULL. */
  @Test
  void anEmptiedSectionOfV55HoldsAnEncodedNull() {
    Section emptied =
        History.boot("v5.5-vmemmap+b07-poisoned-by-pfn", NONE).add(ALL).remove(ALL).section();
    assertTrue(emptied.sectionMemMap().base().is(MemmapBase.NULL_ENCODED).isTrue());
    assertTrue(emptied.memmap().populated().isEmpty().isTrue(), "what is lost is in no section");
  }

  @Test
  void thereAreNoAltmapsAndNoDevices() {
    ModelledKernel kernel = new ModelledKernel(Design.parse("v7.0-vmemmap"));
    Section absent = Section.absent(2);
    List<Step> refused =
        List.of(
            new Step(Step.Kind.ADD, Bits.full(2), Altmap.ALTMAP),
            new Step(Step.Kind.TAINT, Bits.full(2)));
    for (Step step : refused) {
      assertThrows(IllegalArgumentException.class, () -> kernel.step(absent, step));
    }
  }

  private static Set<Event> events(History history) {
    return history.events();
  }

  private static Set<Event> eventsBut(Event event, History history) {
    return history.events().stream().filter(e -> e != event).collect(Collectors.toSet());
  }
}
