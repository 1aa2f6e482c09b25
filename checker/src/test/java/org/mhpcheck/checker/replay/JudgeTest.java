package org.mhpcheck.checker.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mhpcheck.checker.Worlds.add;
import static org.mhpcheck.checker.Worlds.remove;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mhpcheck.checker.Worlds;
import org.mhpcheck.checker.replay.Replayer.Replay;
import org.mhpcheck.model.answer.Script;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;

/** Which calls of a script break a property, and in which section. */
class JudgeTest {
  private static List<Optional<String>> broken(Script script) {
    Property property = Worlds.property(script.property()).in(Design.parse(script.design().name()));
    Replay replay = Replayer.of(Worlds.kernel(script.design().name())).replay(script);
    Judge judge = new Judge(Worlds.kernel(script.design().name()), script, property);
    List<Optional<String>> broken =
        IntStream.rangeClosed(0, replay.calls().size())
            .mapToObj(i -> judge.broken(replay, i))
            .toList();
    assertEquals(broken.stream().anyMatch(Optional::isPresent), judge.isBroken(replay));
    return broken;
  }

  /** Removal leaves something in the section_mem_map of what is absent then. */
  @Test
  void aStateIsThatAfterTheCall() {
    assertEquals(
        List.of(
            Optional.empty(),
            Optional.of(
                "section 2: the section is not valid and section_mem_map is ---- base"
                    + " null_encoded"),
            Optional.empty()),
        broken(
            Worlds.script(
                "v5.4",
                "invalid-section-is-reset",
                List.of("1111", "1111"),
                remove(4, 8),
                add(4, 8))));
  }

  @Test
  void aStepIsThatOfItsSection() {
    assertEquals(
        List.of(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(
                "section 2: section_deactivate(): kfree() of a usage that the boot allocator"
                    + " made")),
        broken(
            Worlds.script(
                "v5.4",
                "boot-usage-never-freed",
                List.of("1111", "1111"),
                remove(4, 8),
                add(4, 8),
                remove(4, 8))));
  }

  @Test
  void whatHoldsIsBrokenNowhere() {
    assertEquals(
        List.of(Optional.empty(), Optional.empty()),
        broken(
            Worlds.script(
                "v6.12", "boot-usage-never-freed", List.of("1111", "1111"), remove(4, 8))));
  }
}
