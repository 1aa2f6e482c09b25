package org.mhpcheck.checker.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mhpcheck.checker.Worlds;
import org.mhpcheck.checker.explore.CheckpointException;
import org.mhpcheck.checker.explore.Checkpoints;
import org.mhpcheck.model.answer.Reach;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.question.Limits;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.state.Geometry;

/** An exploration whose checkpoint is of another: whether it is begun anew is who keeps it's. */
class KeepingTest {
  private static final Question.Explore WORLD = Worlds.direct(1, 4, true);

  private final List<String> begunAnew = new ArrayList<>();

  @TempDir private Path directory;

  private Verdict verdict(Question.Explore world, String of, boolean resumes, boolean isForgiving) {
    Checkpoints checkpoints =
        new Checkpoints(
            directory.resolve("exploration"),
            of,
            resumes,
            Duration.ZERO,
            Checkpoints.Beside.NOTHING,
            why -> {});
    Keeping keeping =
        new Keeping() {
          @Override
          public Optional<Checkpoints> of(
              AskedKernel asked, Question.Explore question, List<Property> properties) {
            return Optional.of(checkpoints);
          }

          @Override
          public boolean beginsAnew(CheckpointException why) {
            begunAnew.add(why.getMessage());
            return isForgiving;
          }
        };
    Property asked = Worlds.property("boot-usage-never-freed");
    return new ExploreEngine(1, MemoryShare.WHOLE, false, () -> false, keeping)
        .answers(
            Worlds.scenario(world, "v6.12", List.of(asked)),
            AskedKernel.modelOf(Worlds.scenario(world, "v6.12", List.of(asked)).designs().get(0)),
            p -> {})
        .get(0)
        .verdict();
  }

  @BeforeEach
  void cutOff() {
    Limits depth = new Limits(Optional.of(3), Optional.empty(), Optional.empty(), Optional.empty());
    verdict(WORLD.withLimits(depth), "this", false, false);
  }

  @Test
  void isGoneOnWithIfItIsTheSame() {
    verdict(WORLD, "this", true, false);
    assertEquals(List.of(), begunAnew);
  }

  @Test
  void isRefused() {
    assertThrows(CheckpointException.class, () -> verdict(WORLD, "that", true, false));
  }

  @Test
  void isBegunAnew() {
    assertEquals(
        new Verdict.Holds(new Reach.Exhaustive(new Geometry(1, 4))),
        verdict(WORLD, "that", true, true));
    assertTrue(begunAnew.get(0).contains("of another exploration"), begunAnew.toString());
  }
}
