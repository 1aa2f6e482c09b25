package org.mhpcheck.checker.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mhpcheck.checker.Worlds;
import org.mhpcheck.checker.explore.Checkpoints;
import org.mhpcheck.checker.explore.Checkpoints.Beside;
import org.mhpcheck.model.kernel.Fired;
import org.mhpcheck.model.question.Limits;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.question.Scenario;

/** Of an exploration that is gone on with there has fired what fires of one in a piece. */
class FiredBesideTest {
  private static final Question.Explore WORLD = Worlds.direct(1, 4, true);
  private static final SortedSet<String> OF_ALL = fired(WORLD, fired -> Optional.empty());

  @TempDir private Path directory;

  /** Where an exploration's checkpoint goes. */
  private interface Kept {
    Optional<Checkpoints> with(Fired fired);
  }

  private static SortedSet<String> fired(Question.Explore world, Kept kept) {
    Fired fired = new Fired(world.faults());
    Scenario scenario =
        Worlds.scenario(world, "v6.12", List.of(Worlds.property("boot-usage-never-freed")));
    AskedKernel asked =
        AskedKernel.modelOf(scenario.designs().get(0), scenario.question()).telling(fired);
    Keeping keeping = (kernel, question, properties) -> kept.with(fired);
    new ExploreEngine(1, MemoryShare.WHOLE, false, () -> false, keeping)
        .answers(scenario, asked, p -> {});
    return fired.texts();
  }

  private Optional<Checkpoints> kept(boolean resumes, Beside beside) {
    return Optional.of(
        new Checkpoints(
            directory.resolve("exploration"), "this", resumes, Duration.ZERO, beside, why -> {}));
  }

  @BeforeEach
  void cutOff() {
    Limits depth = new Limits(Optional.of(3), Optional.empty(), Optional.empty(), Optional.empty());
    fired(WORLD.withLimits(depth), fired -> kept(false, new FiredBeside(fired)));
  }

  @Test
  void isAllThatFires() {
    assertEquals(OF_ALL, fired(WORLD, fired -> kept(true, new FiredBeside(fired))));
  }

  @Test
  void wouldLackSomeIfItWereNotKept() {
    assertNotEquals(OF_ALL, fired(WORLD, fired -> kept(true, Beside.NOTHING)));
  }
}
