package org.mhpcheck.checker.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mhpcheck.checker.Worlds.add;
import static org.mhpcheck.checker.Worlds.remove;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mhpcheck.checker.Worlds;
import org.mhpcheck.model.answer.CallsAtHand;
import org.mhpcheck.model.answer.Script;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.Machine;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Geometry;

/** A script becomes a trace only if its last call breaks what it is said to break. */
class TracerTest {
  private static Trace trace(Script script) {
    return new Tracer(Worlds.kernel(script.design().name()))
        .trace(script, Worlds.property(script.property()));
  }

  private static void refused(Script script) {
    NotBrokenException refused = assertThrows(NotBrokenException.class, () -> trace(script));
    assertEquals(
        "replayed in %s, the trace does not break %s".formatted(script.design(), script.property()),
        refused.getMessage());
  }

  private static Script readded(String design) {
    return Worlds.script(
        design, "boot-usage-never-freed", List.of("1111"), remove(0, 4), add(0, 4), remove(0, 4));
  }

  @Test
  void aScriptThatBreaksItsProperty() {
    Trace trace = trace(readded("v5.4"));
    assertEquals(readded("v5.4"), trace.script());
    assertEquals(3, trace.depth());
    assertEquals(
        "section 1: section_deactivate(): kfree() of a usage that the boot allocator made",
        trace.clause());
  }

  /** Boot sets the whole map without VMEMMAP, whatever part of the section is RAM. */
  @Test
  void theMemoryOfBootIsKept() {
    Script script =
        new Script(
            Machine.of(Design.parse("v6.5-vmemmap"), new Geometry(1, 2)),
            "section-can-be-brought-back",
            List.of(Bits.parse("10")),
            List.of(),
            Optional.of(
                new CallsAtHand(
                    List.of(Caller.MEMORY_BLOCK), List.of(Altmap.NONE), /* faults= */ false)));
    Trace trace = trace(script);
    assertEquals(script, trace.script());
    assertEquals(Bits.full(2), trace.boot().get(0).subsectionMap());
  }

  @Test
  void aScriptThatBreaksNothingInThisDesign() {
    refused(readded("v5.5"));
  }

  @Test
  void aScriptThatBreaksSomethingElse() {
    Script script = readded("v5.4");
    refused(
        new Script(
            script.machine(), "usage-reached-only-while-live", script.boot(), script.calls()));
  }

  @Test
  void aScriptOfWhichOnlyAnEarlierCallBreaksIt() {
    refused(
        Worlds.script(
            "v5.5",
            "emptied-section-is-reset",
            List.of("0000"),
            add(0, 4),
            remove(0, 4),
            add(0, 4)));
  }

  @Test
  void aScriptWithoutCallsSpeaksOfBoot() {
    refused(Worlds.script("v6.12", "map-backed-by-memmap", List.of("1100")));
  }
}
