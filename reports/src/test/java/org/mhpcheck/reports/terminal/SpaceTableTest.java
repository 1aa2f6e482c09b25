package org.mhpcheck.reports.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.Space;
import org.mhpcheck.model.answer.Statistics;
import org.mhpcheck.reports.RunMaker;

class SpaceTableTest {
  private static Finding explored(boolean complete) {
    Finding f = RunMaker.holds();
    Space space =
        new Space(
            List.of(3L, 1200L),
            Map.of("arch_remove_memory", 0L, "arch_add_memory", 5000L),
            complete,
            2406);
    return new Finding(
        f.scenario(),
        f.design(),
        f.subject(),
        f.property(),
        f.verdict(),
        new Statistics(1203, 5000, 12, 1, Duration.ofMillis(500), Optional.of(space)),
        f.expected(),
        f.grade(),
        f.remarks());
  }

  private static String text(Finding... findings) {
    Captured captured = new Captured();
    new SpaceTable(captured.stream(), 80, false).write(RunMaker.run(true, ExitStatus.OK, findings));
    return captured.text();
  }

  @Test
  void whatNeverHappenedIsTold() {
    assertEquals(
        """

        states of check@v5.4
            by depth: 0: 3, 1: 1,200
            arch_add_memory: 5,000
            arch_remove_memory: never
            12 section states, 2.0 bytes/state, 10,000 transitions/s
        """,
        text(explored(true)));
  }

  @Test
  void theSameStatesAreToldOnce() {
    assertEquals(text(explored(true)), text(explored(true), explored(true)));
  }

  @Test
  void aPartOfThemIsCalledThat() {
    assertEquals(
        "states of check@v5.4, as far as it was explored",
        text(explored(false)).lines().toList().get(1));
  }
}
