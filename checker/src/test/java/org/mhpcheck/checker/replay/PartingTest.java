package org.mhpcheck.checker.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mhpcheck.checker.Worlds.add;
import static org.mhpcheck.checker.Worlds.failing;
import static org.mhpcheck.checker.Worlds.remove;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mhpcheck.checker.Worlds;
import org.mhpcheck.checker.replay.Replayer.Replay;
import org.mhpcheck.model.answer.Script;
import org.mhpcheck.model.answer.Script.ScriptedCall;
import org.mhpcheck.model.kernel.FaultPoint;

/** Two designs that do one script part where the bug is. */
class PartingTest {

  private static Optional<String> parting(
      String one, String other, List<String> boot, ScriptedCall... calls) {
    Script script = Worlds.script(one, "map-backed-by-memmap", boot, calls);
    return Parting.first(replay(one, script), replay(other, script)).map(p -> p.text("A", "B"));
  }

  private static Replay replay(String design, Script script) {
    return Replayer.of(Worlds.kernel(design)).asFarAsItGoes(script);
  }

  @Test
  void theSameDoTheSame() {
    assertEquals(
        Optional.empty(),
        parting("v6.12", "v6.1-debian", List.of("1111"), remove(0, 4), add(0, 2), remove(0, 2)));
  }

  @Test
  void atTheFirstStepWhoseStateDiffers() {
    assertEquals(
        Optional.of(
            "call 1, section 2, sparse_remove_section(): section_mem_map ---- base null_encoded"
                + " in A, 0 in B"),
        parting("v5.4", "v6.12", List.of("1111", "1111"), remove(4, 8)));
  }

  @Test
  void atTheCorruptionOfOne() {
    assertEquals(
        Optional.of(
            "call 3, section 1, sparse_remove_section(): corruption BOOT_USAGE_FREED in A, none"
                + " in B"),
        parting(
            "v5.4", "v5.4+8068df3b6037", List.of("1111"), remove(0, 4), add(0, 4), remove(0, 4)));
  }

  /** Two that corrupt alike do the same, whatever they leave behind. */
  @Test
  void notWhereBothCorruptAlike() {
    assertEquals(
        Optional.empty(),
        parting("v5.3", "v5.4", List.of("1111"), remove(0, 4), add(0, 4), remove(0, 4)));
  }

  @Test
  void whereOnlyOneCanGoOn() {
    assertEquals(
        Optional.of(
            "call 3, section 1, sparse_remove_section(): corruption BOOT_USAGE_FREED in A, none"
                + " in B"),
        parting(
            "v5.4",
            "v5.4+8068df3b6037",
            List.of("1111"),
            remove(0, 4),
            add(0, 4),
            remove(0, 4),
            add(0, 4)));
    assertEquals(
        Optional.empty(),
        parting(
            "v6.12", "v6.12-debian", List.of("1111"), failing(add(0, 4), 0, FaultPoint.USAGE, 0)));
  }

  @Test
  void atTheFirstSectionThatBootsOtherwise() {
    assertEquals(
        Optional.of("boot, section 2: section_mem_map PMO- base own in A, PMOE base own in B"),
        parting("v5.2", "v5.3", List.of("0000", "1111")));
  }

  @Test
  void whereOnlyOneMiscounts() {
    assertEquals(
        Optional.of(
            "call 1, section 1, sparse_add_section(): events MEMMAP_MISCOUNTED in A, none in B"),
        parting("v6.12", "v5.6", List.of("0000"), failing(add(0, 4), 0, FaultPoint.MEMMAP, 1)));
  }

  @Test
  void whereOnlyOneRefuses() {
    Script script =
        Worlds.script(
            "v6.12",
            "map-backed-by-memmap",
            List.of("1111"),
            add(0, 4),
            failing(remove(0, 4), 0, FaultPoint.MEMMAP, 0));
    Replay refused = replay("v6.12", script);
    Replay made = Replayer.ofOther(Worlds.kernel("v6.12")).asFarAsItGoes(script);
    String is =
        "call 2: is refused (call 2 cannot be made in v6.12: memmap allocation fails: there is no"
            + " such allocation) in A, made in B";
    assertEquals(Optional.of(is), Parting.first(refused, made).map(p -> p.text("A", "B")));
    assertEquals(Optional.of(2), Parting.first(made, refused).map(Parting::call));
  }
}
