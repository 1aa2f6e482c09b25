package org.mhpcheck.checker.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mhpcheck.checker.Worlds.add;
import static org.mhpcheck.checker.Worlds.call;
import static org.mhpcheck.checker.Worlds.failing;
import static org.mhpcheck.checker.Worlds.remove;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mhpcheck.checker.Worlds;
import org.mhpcheck.checker.replay.Replayer.Replay;
import org.mhpcheck.model.answer.Script;
import org.mhpcheck.model.answer.Script.ScriptedCall;
import org.mhpcheck.model.answer.Trace.TracedCall;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.Operation;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.FaultPoint;

/** A script is followed to the letter, or refused. */
class ReplayerTest {
  private static final String ANY = "map-backed-by-memmap";

  private static Script script(String design, List<String> boot, ScriptedCall... calls) {
    return Worlds.script(design, ANY, boot, calls);
  }

  private static Replay replay(Script script) {
    return Replayer.of(Worlds.kernel(script.design().name())).replay(script);
  }

  private static void refused(Script script, String why) {
    ReplayException refused = assertThrows(ReplayException.class, () -> replay(script));
    assertEquals(why, refused.getMessage());
  }

  private static ScriptedCall map(int from, int to) {
    return call(Operation.MEMREMAP_PAGES, from, to);
  }

  private static ScriptedCall unmap(int from, int to) {
    return call(Operation.MEMUNMAP_PAGES, from, to);
  }

  @Test
  void followsCallsFromSectionToSection() {
    Replay replay = replay(script("v6.12", List.of("0000", "0000"), add(2, 6), remove(3, 5)));
    assertEquals(List.of("0011", "1100"), maps(replay, 1));
    assertEquals(List.of("0010", "0100"), maps(replay, 2));
    assertEquals(2, replay.calls().get(0).steps().size());
  }

  private static List<String> maps(Replay replay, int call) {
    return replay.calls().get(call - 1).after().stream()
        .map(s -> s.subsectionMap().toString())
        .toList();
  }

  @Test
  void aFaultFailsItsCallAndNoOther() {
    Replay replay =
        replay(
            script(
                "v6.12",
                List.of("0000"),
                failing(add(0, 4), 0, FaultPoint.USAGE, 0),
                failing(add(0, 4), 0, FaultPoint.MEMMAP, 2),
                add(0, 4)));
    assertEquals(
        List.of(Errno.ENOMEM, Errno.ENOMEM, Errno.OK),
        replay.calls().stream().map(TracedCall::rc).toList());
  }

  @Test
  void aFaultIsThatOfItsSection() {
    Replay replay =
        replay(
            script("v6.12", List.of("0000", "0000"), failing(add(0, 8), 1, FaultPoint.USAGE, 0)));
    assertEquals(Errno.ENOMEM, replay.calls().get(0).rc());
    assertEquals(List.of("1111", "0000"), maps(replay, 1));
  }

  @Test
  void refusesAFaultThatCannotBeHad() {
    refused(
        script("v6.12", List.of("1111"), failing(remove(0, 4), 0, FaultPoint.MEMMAP, 0)),
        "call 1 cannot be made in v6.12: memmap allocation fails: there is no such allocation");
    refused(
        script("v6.12", List.of("0000"), add(0, 1), failing(add(1, 2), 0, FaultPoint.USAGE, 0)),
        "call 2 cannot be made in v6.12: usage allocation fails: there is no such allocation");
  }

  @Test
  void refusesAFaultInASectionThatTheCallDoesNotReach() {
    refused(
        script("v6.12", List.of("0000", "0000"), failing(add(0, 4), 1, FaultPoint.USAGE, 0)),
        "call 1 cannot be made in v6.12: usage allocation fails: there is no such allocation");
  }

  @Test
  void refusesAFaultThatComesTooLate() {
    refused(
        script("v6.12", List.of("0000"), failing(add(0, 2), 0, FaultPoint.MEMMAP, 2)),
        "call 1 cannot be made in v6.12: memmap allocation fails after 2 subsections: there is no"
            + " such allocation");
  }

  @Test
  void anotherKernelMayPassAFaultOver() {
    Script script =
        script("v6.12", List.of("1111"), failing(remove(0, 4), 0, FaultPoint.MEMMAP, 0));
    Replay replay = Replayer.ofOther(Worlds.kernel("v6.12")).replay(script);
    assertEquals(Errno.OK, replay.calls().get(0).rc());
  }

  @Test
  void refusesACallAfterCorruption() {
    Script corrupting =
        script("v5.4", List.of("1111"), remove(0, 4), add(0, 4), remove(0, 4), add(0, 4));
    ReplayException refused = assertThrows(ReplayException.class, () -> replay(corrupting));
    assertEquals(
        "call 4 cannot be made in v5.4: memory was corrupted by the call before",
        refused.getMessage());
    Script before = script("v5.4", List.of("1111"), remove(0, 4), add(0, 4), remove(0, 4));
    assertTrue(replay(before).calls().get(2).steps().get(0).outcome().isCorrupt());
    assertTrue(replay(before).isCorrupt());
    assertFalse(replay(script("v5.4", List.of("1111"), remove(0, 4), add(0, 4))).isCorrupt());
  }

  @Test
  void refusesAnAltmapThatTheDesignDoesNotKnow() {
    Call inaccessible = new Call(Operation.ARCH_ADD_MEMORY, 0, 4, Altmap.INACCESSIBLE);
    refused(
        script("v6.1", List.of("0000"), new ScriptedCall(inaccessible, Optional.empty())),
        "call 1 cannot be made in v6.1: v6.1 knows no inaccessible altmap: it lacks c5f1e2d18909"
            + " (inaccessible-altmap)");
  }

  @Test
  void refusesARangeThatIsNotFree() {
    refused(
        script("v6.12", List.of("1100"), map(1, 3)),
        "call 1 cannot be made in v6.12: section 1 is not FREE");
  }

  @Test
  void refusesToRemoveWhatWasNotAddedSo() {
    refused(
        script("v6.12", List.of("0000"), map(0, 3), unmap(0, 2)),
        "call 2 cannot be made in v6.12: section 1 is not DEVICE_ENDED");
    refused(
        script("v6.12", List.of("0000"), map(0, 3), unmap(1, 3)),
        "call 2 cannot be made in v6.12: section 1 is not DEVICE_BEGINS");
    refused(
        script("v6.12", List.of("0000", "0000"), map(3, 4), map(4, 6), unmap(3, 6)),
        "call 3 cannot be made in v6.12: section 2 is not DEVICE_GOES_ON");
  }

  @Test
  void keepsOwnersForThoseWhoAsk() {
    Script device = script("v6.12", List.of("1100"), map(2, 4));
    assertEquals("1100", replay(device).boot().get(0).owners().ram().toString());
    Script direct = script("v6.12", List.of("1100"), add(2, 4));
    assertEquals("0000", replay(direct).boot().get(0).owners().ram().toString());
  }
}
