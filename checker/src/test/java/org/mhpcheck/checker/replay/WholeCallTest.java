package org.mhpcheck.checker.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mhpcheck.checker.Worlds.add;
import static org.mhpcheck.checker.Worlds.call;
import static org.mhpcheck.checker.Worlds.failing;
import static org.mhpcheck.checker.Worlds.remove;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.mhpcheck.checker.Worlds;
import org.mhpcheck.model.answer.Script;
import org.mhpcheck.model.answer.Script.ScriptedCall;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.FaultIn;
import org.mhpcheck.model.caller.LoopingKernel;
import org.mhpcheck.model.caller.Machine;
import org.mhpcheck.model.caller.Operation;
import org.mhpcheck.model.caller.PlannedCall;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.Event;
import org.mhpcheck.model.kernel.Fault;
import org.mhpcheck.model.kernel.FaultPoint;
import org.mhpcheck.model.kernel.KernelBehind;
import org.mhpcheck.model.state.Geometry;
import org.mhpcheck.model.state.Section;

/** A kernel's own loops have to come to what its steps come to. */
class WholeCallTest {
  private static final Script SCRIPT =
      Worlds.script(
          "v6.12",
          "map-backed-by-memmap",
          List.of("0000", "1100"),
          failing(add(1, 8), 0, FaultPoint.MEMMAP, 1),
          add(1, 8),
          call(Operation.MEMREMAP_PAGES, 6, 8),
          remove(0, 8));

  /** The model, with a loop of its own that does as the plans say, and then something else. */
  private static final class Looping extends KernelBehind implements LoopingKernel {
    private final UnaryOperator<Looped> then;
    private final List<String> asked = new ArrayList<>();

    Looping(UnaryOperator<Looped> then) {
      super(Worlds.kernel("v6.12"));
      this.then = then;
    }

    @Override
    public Looped loop(List<Section> before, Call call, Optional<FaultIn> fault) {
      asked.add(
          "%s %d-%d %s%s"
              .formatted(
                  call.operation().adds() ? "add" : "remove",
                  call.from(),
                  call.to(),
                  call.altmap().text(),
                  fault.map(f -> ", section " + f.section() + ": " + f.fault().text()).orElse("")));
      Geometry geometry = new Geometry(before.size(), before.get(0).subsections());
      Machine machine = Machine.of(Design.parse(name()), geometry);
      PlannedCall done = PlannedCall.of(this, Caller.DIRECT.plan(call, machine), before, fault);
      return then.apply(
          new Looped(done.rc().code(), done.after(), done.events(), done.corruption()));
    }
  }

  private static String refused(UnaryOperator<LoopingKernel.Looped> then) {
    Replayer replayer = Replayer.of(new Looping(then));
    return assertThrows(ReplayException.class, () -> replayer.replay(SCRIPT)).getMessage();
  }

  @Test
  void aLoopThatFollowsThePlanIsNoHindrance() {
    Looping looping = new Looping(looped -> looped);
    assertEquals(
        Replayer.of(Worlds.kernel("v6.12")).replay(SCRIPT), Replayer.of(looping).replay(SCRIPT));
    // The loop is asked for all that it would have gone over, though it fails in section 1.
    assertEquals(
        List.of(
            "add 1-8 none, section 0: memmap allocation fails after 1 subsection",
            "add 1-8 none",
            "add 6-8 none",
            "remove 0-8 none"),
        looping.asked);
  }

  /** What the loops are asked for in the course of such calls. */
  private static List<String> loopsOf(List<String> boot, ScriptedCall... calls) {
    Looping looping = new Looping(looped -> looped);
    Script script = Worlds.script("v6.12", "map-backed-by-memmap", boot, calls);
    assertEquals(Optional.empty(), Replayer.of(looping).asFarAsItGoes(script).refused());
    return looping.asked;
  }

  @Test
  void whatTheCallerDoesBesidesIsNoLoops() {
    assertEquals(
        List.of("add 2-7 none", "remove 2-7 none"),
        loopsOf(
            List.of("1100", "0000"),
            call(Operation.MEMREMAP_PAGES, 2, 7), // mapped, tainted, claimed
            call(Operation.MEMUNMAP_PAGES, 2, 7)));
    assertEquals(
        List.of(),
        loopsOf(
            List.of("1111"),
            call(Operation.OFFLINE_PAGES, 0, 4),
            call(Operation.ONLINE_PAGES, 0, 4)));
  }

  @Test
  void noPagesAreNotAskedOfALoop() {
    assertEquals(
        List.of("add 4-6 none"),
        loopsOf(
            List.of("0000", "0000"),
            call(Operation.SPARSE_ADD_SECTION, 0, 0),
            call(Operation.SPARSE_REMOVE_SECTION, 0, 0),
            call(Operation.SPARSE_ADD_SECTION, 4, 6)));
  }

  @Test
  void aCallOfSeveralLoopsIsComparedLoopByLoop() {
    Call add = new Call(Operation.ADD_MEMORY, 0, 8, Altmap.ALTMAP);
    FaultIn fault = new FaultIn(1, new Fault(FaultPoint.MEMORY_BLOCKS, 0));
    assertEquals(
        List.of(
            "add 0-4 altmap",
            "add 4-8 altmap", // then there is no device for it
            "remove 4-8 none", // b23-altmap-lost-in-blocks
            "remove 0-4 altmap"),
        loopsOf(List.of("0000", "0000"), new ScriptedCall(add, Optional.of(fault))));
  }

  @Test
  void oneThatReturnsSomethingElseIsRefused() {
    String why = refused(l -> new LoopingKernel.Looped(-5, l.after(), l.events(), l.corruption()));
    assertEquals(
        "call 1 cannot be made in v6.12: its own loop over sections does otherwise:"
            + " return code -12 by the plan, -5 by the loop",
        why);
  }

  @Test
  void oneThatLeavesSectionsOtherwiseIsRefused() {
    String why =
        refused(
            l ->
                new LoopingKernel.Looped(
                    l.rc(),
                    List.of(l.after().get(1), l.after().get(1)),
                    l.events(),
                    l.corruption()));
    assertTrue(why.startsWith("call 1 cannot be made in v6.12: its own loop"), why);
    assertTrue(why.contains("sections ["), why);
  }

  @Test
  void oneThatWarnsOrCorruptsOnItsOwnIsRefused() {
    String warned =
        refused(
            l ->
                new LoopingKernel.Looped(
                    l.rc(), l.after(), Set.of(Event.OTHER_WARNING), l.corruption()));
    assertTrue(
        warned.endsWith("events [MEMMAP_MISCOUNTED] by the plan, [OTHER_WARNING] by the loop"),
        warned);
    String corrupt =
        refused(
            l ->
                new LoopingKernel.Looped(
                    l.rc(), l.after(), l.events(), Optional.of(Event.DOUBLE_FREE)));
    assertTrue(corrupt.endsWith("corruption none by the plan, DOUBLE_FREE by the loop"), corrupt);
  }
}
