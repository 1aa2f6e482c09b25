package org.mhpcheck.checker.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mhpcheck.checker.Worlds.call;
import static org.mhpcheck.checker.Worlds.failing;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mhpcheck.checker.TakingOver;
import org.mhpcheck.checker.Worlds;
import org.mhpcheck.checker.replay.WayBack.Search;
import org.mhpcheck.model.answer.CallsAtHand;
import org.mhpcheck.model.answer.Script;
import org.mhpcheck.model.answer.Script.ScriptedCall;
import org.mhpcheck.model.caller.Books;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.Machine;
import org.mhpcheck.model.caller.Operation;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.kernel.FaultPoint;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.state.Geometry;
import org.mhpcheck.model.state.Section;

/** The second opinion on ways back. */
class WayBackTest {
  private static final Machine SIZE = machine("v6.12", 2, 2);

  private static Machine machine(String design, int sections, int subsections) {
    return Machine.of(Design.parse(design), new Geometry(sections, subsections));
  }

  private static final CallsAtHand DEVICE = atHand(Worlds.device(2, 2, true));
  private static final Kernel V612 = Worlds.kernel("v6.12");
  private static final Property BACK = Worlds.property("section-can-be-brought-back");

  private static CallsAtHand atHand(Question.Explore world) {
    return new CallsAtHand(world.callers(), world.altmaps(), world.faults());
  }

  /** A device's add over two sections, of which the second fails. */
  private static final ScriptedCall FAILING =
      failing(call(Operation.MEMREMAP_PAGES, 0, 4), 1, FaultPoint.USAGE, 0);

  private static final ScriptedCall FAILING_BELOW =
      failing(call(Operation.MEMREMAP_PAGES, 1, 3), 1, FaultPoint.MEMMAP, 0);

  private static Script script(ScriptedCall... calls) {
    return new Script(
        SIZE,
        BACK.name(),
        List.of(Bits.none(2), Bits.none(2)),
        List.of(calls),
        Optional.of(DEVICE));
  }

  private static List<Section> left() {
    return Replayer.of(V612).replay(script(FAILING)).calls().get(0).after();
  }

  private static boolean isOwned(List<Section> sections) {
    return sections.stream().allMatch(s -> s.subsectionMap().subsetOf(s.owners().any()).isTrue());
  }

  /** All that can be reached is what the engine reaches, through other tables. */
  @ParameterizedTest
  @CsvSource({
    "v6.12, device, 2, 3, true,  false",
    "v6.12, device, 2, 3, false, true",
    "v6.12, device, 1, 4, true,  true",
    "v5.4,  direct, 1, 4, true,  false",
    "v5.6-b943f045a9af, direct, 1, 3, true,  true",
    "v5.8,  direct, 2, 2, false, false"
  })
  void comesByWhatTheEngineReaches(
      String design, String caller, int sections, int subsections, boolean faults, boolean altmap) {
    Question.Explore defaults =
        caller.equals("device")
            ? Worlds.device(sections, subsections, faults)
            : Worlds.direct(sections, subsections, faults);
    Question.Explore world =
        new Question.Explore(
            defaults.geometry(),
            List.of(BootLayout.FULL),
            defaults.callers(),
            altmap ? List.of(Altmap.NONE, Altmap.ALTMAP) : List.of(Altmap.NONE),
            faults,
            defaults.limits());
    Kernel kernel = Worlds.kernel(design);
    Section booted =
        Books.boot(
            kernel,
            world.on(Design.parse(design)),
            Bits.full(subsections),
            world.callers().contains(Caller.DEVICE));
    Search search =
        WayBack.from(
            Collections.nCopies(sections, booted),
            kernel,
            world.on(Design.parse(design)),
            atHand(world),
            s -> false);
    assertEquals(Worlds.explore(kernel, world).states(), search.states());
    assertTrue(search.all());
  }

  @Test
  void whoIsBackNeedsNoCall() {
    Section absent = Section.absent(2);
    assertEquals(
        new Search(true, 1, 0, true),
        WayBack.from(List.of(absent, absent), V612, SIZE, DEVICE, WayBackTest::isOwned));
  }

  @Test
  void fromWhatAFailedAddLeftThereIsNone() {
    Search search = WayBack.from(left(), V612, SIZE, DEVICE, WayBackTest::isOwned);
    assertEquals(new Search(false, 10, 105, true), search);
  }

  @Test
  void itSaysWhereItLeftOff() {
    Search search = WayBack.from(left(), V612, SIZE, DEVICE, WayBackTest::isOwned, 100);
    assertEquals(100, search.calls());
    assertEquals(false, search.all());
    assertEquals(
        "no way back: so for the %d states come by in 100 whole calls of device, failing ones too;"
                .formatted(search.states())
            + " of those beyond, exploration alone says so",
        search.text(DEVICE));
  }

  @Test
  void oneThatThereIsIsFound() {
    Search search = WayBack.from(left(), new TakingOver(), SIZE, DEVICE, WayBackTest::isOwned);
    assertEquals(true, search.found());
    assertEquals(true, search.all());
  }

  @Test
  void aTraceIsConfirmed() {
    assertTrue(
        new Tracer(V612).trace(script(FAILING), BACK).clause().contains("none has every section"));
  }

  /** The word of an engine is not enough. */
  @Test
  void aTraceFromWhichThereIsAWayBackIsRefused() {
    assertThrows(
        NotBrokenException.class, () -> new Tracer(new TakingOver()).trace(script(FAILING), BACK));
    assertThrows(
        NotBrokenException.class,
        () -> new Tracer(V612).trace(script(call(Operation.MEMREMAP_PAGES, 0, 4)), BACK));
    assertThrows(NotBrokenException.class, () -> new Tracer(V612).trace(script(), BACK));
  }

  /** RAM of boot is owned, whether a call asks who owns it or not. */
  @Test
  void bootIsOwnedWithoutCallsToo() {
    Script boot =
        new Script(
            machine("v6.12", 1, 4),
            BACK.name(),
            List.of(Bits.full(4)),
            List.of(),
            Optional.of(DEVICE));
    assertEquals(Optional.empty(), new Tracer(V612).breaking(boot, BACK));
  }

  @Test
  void theFirstCallWithoutAWayBackIsFound() {
    Script longer = script(call(Operation.MEMREMAP_PAGES, 3, 4), FAILING_BELOW, FAILING_BELOW);
    assertEquals(Optional.of(longer.upTo(2)), new Tracer(V612).breaking(longer, BACK));
  }
}
