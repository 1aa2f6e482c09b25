package org.mhpcheck.model.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.SpanStep.Kind;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Memory;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.Span;
import org.mhpcheck.model.state.Spans;
import org.mhpcheck.model.state.Zone;

/** Zones and spans, function by function; sections of two subsections, the first one number 1. */
class ZoneSpansTest {
  private static final Span NOTHING = Span.EMPTY;

  private static SpanOutcome take(
      String design, Memory memory, Kind kind, Zone zone, int from, int to) {
    return take(design, memory, kind, zone, from, to, Altmap.NONE);
  }

  private static SpanOutcome take(
      String design, Memory memory, Kind kind, Zone zone, int from, int to, Altmap altmap) {
    return new ModelledKernel(Design.parse(design))
        .step(memory, new SpanStep(kind, Optional.ofNullable(zone), from, to, altmap));
  }

  private static Spans spans(Span normal, Span device) {
    return new Spans(normal, device, normal.hull(device));
  }

  private static List<String> notes(SpanOutcome outcome) {
    return outcome.notes().stream().map(n -> n.function() + " " + n.event()).toList();
  }

  @Test
  void movingGrowsTheZoneAndTheNode() {
    Memory memory = PagedMemory.of(1, spans(NOTHING, NOTHING), "xx", "xx");
    Memory first = take("v7.2", memory, Kind.MOVE_TO_ZONE, Zone.NORMAL, 2, 4).next();
    assertEquals(spans(new Span(4, 2), NOTHING), first.spans());
    assertEquals(List.of("xx", "nn"), PagedMemory.text(first));
    Memory second = take("v7.2", first, Kind.MOVE_TO_ZONE, Zone.NORMAL, 0, 1).next();
    assertEquals(spans(new Span(2, 4), NOTHING), second.spans());
    assertEquals(List.of("nx", "nn"), PagedMemory.text(second));
  }

  /** The lock is given up before they are initialised, and the reserve never is. */
  @Test
  void aDevicesPagesAreInitialisedLater() {
    Memory memory = PagedMemory.of(1, spans(NOTHING, NOTHING), "xx", "xx");
    Memory moved = take("v7.2", memory, Kind.MOVE_TO_ZONE, Zone.DEVICE, 1, 4).next();
    assertEquals(spans(NOTHING, new Span(3, 3)), moved.spans());
    assertEquals(List.of("xx", "xx"), PagedMemory.text(moved));
    assertEquals(
        List.of("xv", "vv"),
        PagedMemory.text(take("v7.2", moved, Kind.INIT_ZONE_DEVICE, null, 1, 4).next()));
    assertEquals(
        List.of("xw", "vv"),
        PagedMemory.text(
            take("v7.2", moved, Kind.INIT_ZONE_DEVICE, null, 1, 4, Altmap.ALTMAP).next()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"v5.5", "v5.6", "v7.2"})
  void theFirstBlockGoesAndTheZoneBeginsWithTheNext(String design) {
    Memory memory = PagedMemory.of(1, spans(new Span(2, 6), NOTHING), "nn", "xx", "NN");
    SpanOutcome outcome = take(design, memory, Kind.REMOVE_FROM_ZONE, Zone.NORMAL, 0, 2);
    assertEquals(spans(new Span(6, 2), NOTHING), outcome.next().spans());
    assertEquals(List.of(), notes(outcome));
  }

  @ParameterizedTest
  @ValueSource(strings = {"v5.5", "v5.6", "v7.2"})
  void theLastBlockGoesAndTheZoneEndsWithTheOneBefore(String design) {
    Memory memory = PagedMemory.of(1, spans(new Span(2, 6), NOTHING), "NN", "xx", "nn");
    SpanOutcome outcome = take(design, memory, Kind.REMOVE_FROM_ZONE, Zone.NORMAL, 4, 6);
    assertEquals(spans(new Span(2, 2), NOTHING), outcome.next().spans());
    assertEquals(List.of(), notes(outcome));
  }

  @Test
  void ofAHoleInTheMiddleNothingIsSeen() {
    Memory memory = PagedMemory.of(1, spans(new Span(2, 6), NOTHING), "NN", "nn", "NN");
    SpanOutcome outcome = take("v7.2", memory, Kind.REMOVE_FROM_ZONE, Zone.NORMAL, 2, 4);
    assertEquals(memory.spans(), outcome.next().spans());
    assertEquals(List.of("nn", "xx", "nn"), PagedMemory.text(outcome.next()));
  }

  /** d33695b16a9f: until v5.5 a struct page kept its zone. */
  @ParameterizedTest
  @CsvSource({"v5.5, nn", "v5.6, xx"})
  void whatLeavesItsZoneIsInitialisedNoMore(String design, String pages) {
    Memory memory = PagedMemory.of(1, spans(new Span(2, 2), NOTHING), "nn");
    Memory left = take(design, memory, Kind.REMOVE_FROM_ZONE, Zone.NORMAL, 0, 2).next();
    assertEquals(spans(NOTHING, NOTHING), left.spans());
    assertEquals(List.of(pages), PagedMemory.text(left));
  }

  @ParameterizedTest
  @CsvSource({"v5.3, false", "v5.4, true"})
  void zoneDeviceShrinksNoMore(String design, boolean stays) {
    Memory memory = PagedMemory.of(1, spans(NOTHING, new Span(2, 4)), "vv", "vv");
    SpanOutcome outcome = take(design, memory, Kind.REMOVE_ZONE, Zone.DEVICE, 0, 2);
    assertEquals(stays ? memory.spans() : spans(NOTHING, new Span(4, 2)), outcome.next().spans());
  }

  /** B18: the first page of a reserve is nobody's, and the search goes past it. */
  @Test
  void aSearchGoesPastAReserve() {
    Memory memory = PagedMemory.of(1, spans(NOTHING, new Span(2, 4)), "vv", "wv");
    SpanOutcome outcome = take("v5.3", memory, Kind.REMOVE_ZONE, Zone.DEVICE, 0, 2);
    assertEquals(new Span(5, 1), outcome.next().spans().device());
    assertTrue(notes(outcome).contains("find_smallest_section_pfn UNINITIALISED_PAGE_READ"));
  }

  /** B18: valid, and poison. */
  @ParameterizedTest
  @CsvSource({"v5.2, true", "v5.3, true", "v5.4, false"})
  void aSearchReadsWhatWasNeverOnline(String design, boolean reads) {
    Memory memory = PagedMemory.of(1, spans(new Span(2, 6), NOTHING), "nn", "xx", "NN");
    SpanOutcome outcome = take(design, memory, Kind.REMOVE_ZONE, Zone.NORMAL, 0, 2);
    assertEquals(
        reads, notes(outcome).contains("find_smallest_section_pfn UNINITIALISED_PAGE_READ"));
    assertEquals(new Span(6, 2), outcome.next().spans().normal());
  }

  /** Until it was merged, the patch that goes by subsections skipped the first of them only. */
  @ParameterizedTest
  @CsvSource({"v5.3-span-skips-removed-range, 2", "v5.3, 0", "v5.2, 0"})
  void whatIsGoingIsNothingLeft(String design, int spanned) {
    Memory memory = PagedMemory.of(1, spans(new Span(2, 2), NOTHING), "nn");
    Memory left = take(design, memory, Kind.REMOVE_ZONE, Zone.NORMAL, 0, 2).next();
    assertEquals(spanned, left.spans().normal().spanned());
  }

  /** __remove_section() warns and returns of a section that is not valid. */
  @Test
  void ofWhatIsNotValidNothingLeaves() {
    Memory memory = PagedMemory.of(1, spans(new Span(2, 2), NOTHING), "..");
    assertEquals(memory, take("v5.4", memory, Kind.REMOVE_ZONE, Zone.NORMAL, 0, 2).next());
  }

  /** B19: and then no zone that there is shrinks. */
  @Test
  void theZoneOfPoisonIsNone() {
    Memory memory = PagedMemory.of(1, spans(new Span(4, 2), NOTHING), "xx", "nn");
    SpanOutcome asked = take("v5.4", memory, Kind.ASK_ZONE, null, 0, 4);
    assertEquals(Optional.empty(), asked.zone());
    assertEquals(List.of("arch_remove_memory UNINITIALISED_PAGE_READ"), notes(asked));
    assertEquals(memory, take("v5.4", memory, Kind.REMOVE_ZONE, null, 2, 4).next());
    assertEquals(Optional.of(Zone.NORMAL), take("v5.4", memory, Kind.ASK_ZONE, null, 2, 4).zone());
  }

  /** B20 */
  @ParameterizedTest
  @CsvSource({"v5.3, true", "v5.3+77e080e7680e, false", "v5.4, false"})
  void theNodeIsAskedOfTheReserve(String design, boolean reads) {
    Memory memory = PagedMemory.of(1, spans(NOTHING, new Span(2, 2)), "wv");
    SpanOutcome asked = take(design, memory, Kind.ASK_NODE, null, 0, 2);
    assertEquals(
        reads ? List.of("memunmap_pages UNINITIALISED_PAGE_READ") : List.of(), notes(asked));
    assertEquals(Optional.of(Zone.DEVICE), take(design, memory, Kind.ASK_ZONE, null, 0, 2).zone());
  }

  /** B21: an empty zone begins at pfn 0. */
  @ParameterizedTest
  @CsvSource({"v5.4-656d57119326, 0, 8", "v5.4, 6, 2"})
  void theNodeSpansItsZones(String design, int start, int spanned) {
    Memory memory = PagedMemory.of(1, spans(new Span(2, 6), NOTHING), "nn", "xx", "NN");
    Memory left = take(design, memory, Kind.REMOVE_ZONE, Zone.NORMAL, 0, 2).next();
    assertEquals(new Span(start, spanned), left.spans().node());
  }

  /** B21: what was never online is in no span, and memory blocks count since v5.4. */
  @ParameterizedTest
  @CsvSource({"v5.3, xx, true", "v5.4, xx, false", "v5.3, .., false", "v5.4, .., false"})
  void aNodeGoesOfflineWithMemory(String design, String left, boolean goes) {
    Memory memory = PagedMemory.of(1, spans(NOTHING, NOTHING), left, "..");
    SpanOutcome outcome = take(design, memory, Kind.TRY_OFFLINE_NODE, null, 2, 4);
    assertEquals(
        goes ? List.of("try_offline_node NODE_OFFLINED_WITH_MEMORY") : List.of(), notes(outcome));
  }

  /** B21: nor does a device keep it whose first page is reserved. */
  @ParameterizedTest
  @CsvSource({"v5.3, wv, true", "v5.3, vv, false", "v5.4, wv, false"})
  void aNodeGoesOfflineWithADevice(String design, String device, boolean goes) {
    Memory memory = PagedMemory.of(1, spans(NOTHING, new Span(2, 2)), device, "..");
    SpanOutcome outcome = take(design, memory, Kind.TRY_OFFLINE_NODE, null, 2, 4);
    assertEquals(goes, outcome.events().contains(Event.NODE_OFFLINED_WITH_MEMORY));
  }

  /** L16: only where the zone begins within the first subsection of all memory. */
  @ParameterizedTest
  @CsvSource({"0, true", "1, false"})
  void theSearchForTheLastPageGoesBelowZero(int firstSection, boolean endless) {
    int start = 2 * firstSection;
    Memory memory = PagedMemory.of(firstSection, spans(new Span(start, 4), NOTHING), "nn", "nn");
    SpanOutcome outcome = take("v7.2", memory, Kind.REMOVE_FROM_ZONE, Zone.NORMAL, 2, 4);
    assertEquals(
        endless ? List.of("find_biggest_section_pfn SEARCH_WITHOUT_END") : List.of(),
        notes(outcome));
    assertEquals(endless, outcome.isCorrupt());
  }

  @Test
  void theSearchEndsWhereTheZoneBeginsOnline() {
    Memory memory = PagedMemory.of(0, spans(new Span(0, 4), NOTHING), "NN", "nn");
    SpanOutcome outcome = take("v7.2", memory, Kind.REMOVE_FROM_ZONE, Zone.NORMAL, 2, 4);
    assertEquals(spans(new Span(0, 2), NOTHING), outcome.next().spans());
    assertFalse(outcome.isCorrupt());
  }

  /** memmap_on_memory: the block's first subsection holds its memmap, and goes last. */
  @Test
  void aBlockThatHoldsItsMemmapGoesInTwoParts() {
    Section block = PagedMemory.section("xx");
    Section withAltmap =
        block.withOwners(block.owners().withRam(Bits.full(2), /* withAltmap= */ true));
    Memory memory = PagedMemory.of(1, spans(NOTHING, NOTHING), "..", "..").with(1, withAltmap);
    Memory online = take("v5.13", memory, Kind.ONLINE_BLOCK, null, 2, 4).next();
    assertEquals(spans(new Span(4, 2), NOTHING), online.spans());
    SpanOutcome offline = take("v5.13", online, Kind.OFFLINE_BLOCK, null, 2, 4);
    assertEquals(spans(NOTHING, NOTHING), offline.next().spans());
    assertEquals(List.of("..", "xx"), PagedMemory.text(offline.next()));
    assertEquals(List.of(), notes(offline));
  }

  @Test
  void bootSpansItsRam() {
    Memory memory =
        Memory.atBoot(
            List.of(
                PagedMemory.section(".."), PagedMemory.section("XN"), PagedMemory.section("NX")),
            1);
    assertEquals(spans(new Span(5, 2), NOTHING), memory.spans());
  }

  @Test
  void otherKernelsKeepNoZones() {
    Kernel other =
        new Kernel() {
          @Override
          public String name() {
            return "other";
          }

          @Override
          public Section boot(Bits ram, int node) {
            throw new AssertionError();
          }

          @Override
          public List<Outcome> step(Section section, Step step) {
            throw new AssertionError();
          }
        };
    Memory memory = PagedMemory.of(1, spans(NOTHING, NOTHING), "..");
    SpanStep step = new SpanStep(Kind.TRY_OFFLINE_NODE, Optional.empty(), 0, 2, Altmap.NONE);
    assertThrows(UnsupportedOperationException.class, () -> other.step(memory, step));
  }
}
