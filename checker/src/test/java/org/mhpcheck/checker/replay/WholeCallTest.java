package org.mhpcheck.checker.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mhpcheck.checker.Worlds.add;
import static org.mhpcheck.checker.Worlds.call;
import static org.mhpcheck.checker.Worlds.failing;
import static org.mhpcheck.checker.Worlds.remove;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.mhpcheck.checker.Worlds;
import org.mhpcheck.model.answer.Script;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.FaultIn;
import org.mhpcheck.model.caller.LoopingKernel;
import org.mhpcheck.model.caller.Operation;
import org.mhpcheck.model.caller.PlannedCall;
import org.mhpcheck.model.kernel.Event;
import org.mhpcheck.model.kernel.FaultPoint;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Geometry;
import org.mhpcheck.model.state.Section;

/** A kernel's own loop has to come to what its steps come to. */
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
  private record Looping(Kernel kernel, UnaryOperator<Looped> then) implements LoopingKernel {
    @Override
    public String name() {
      return kernel.name();
    }

    @Override
    public Section boot(Bits ram) {
      return kernel.boot(ram);
    }

    @Override
    public List<Outcome> step(Section section, Step step) {
      return kernel.step(section, step);
    }

    @Override
    public Looped loop(List<Section> before, Call call, Optional<FaultIn> fault) {
      Geometry geometry = new Geometry(before.size(), before.get(0).subsections());
      Operation operation =
          call.operation().adds() ? Operation.ARCH_ADD_MEMORY : Operation.ARCH_REMOVE_MEMORY;
      Call bare = new Call(operation, call.from(), call.to(), call.altmap());
      PlannedCall done = PlannedCall.of(kernel, Caller.DIRECT.plan(bare, geometry), before, fault);
      return then.apply(
          new Looped(done.rc().code(), done.after(), done.events(), done.corruption()));
    }
  }

  private static String refused(UnaryOperator<LoopingKernel.Looped> then) {
    Replayer replayer = Replayer.of(new Looping(Worlds.kernel("v6.12"), then));
    return assertThrows(ReplayException.class, () -> replayer.replay(SCRIPT)).getMessage();
  }

  @Test
  void aLoopThatFollowsThePlanIsNoHindrance() {
    Kernel looping = new Looping(Worlds.kernel("v6.12"), looped -> looped);
    assertEquals(
        Replayer.of(Worlds.kernel("v6.12")).replay(SCRIPT), Replayer.of(looping).replay(SCRIPT));
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
    assertTrue(warned.endsWith("events [] by the plan, [OTHER_WARNING] by the loop"), warned);
    String corrupt =
        refused(
            l ->
                new LoopingKernel.Looped(
                    l.rc(), l.after(), l.events(), Optional.of(Event.DOUBLE_FREE)));
    assertTrue(corrupt.endsWith("corruption none by the plan, DOUBLE_FREE by the loop"), corrupt);
  }
}
