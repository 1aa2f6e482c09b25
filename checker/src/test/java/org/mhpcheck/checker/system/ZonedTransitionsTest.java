package org.mhpcheck.checker.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mhpcheck.checker.explore.Exploration;
import org.mhpcheck.checker.explore.Explorer;
import org.mhpcheck.checker.explore.Settings;
import org.mhpcheck.model.caller.Arch;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.World;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.question.Limits;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.state.Geometry;
import org.mhpcheck.model.state.Pages;
import org.mhpcheck.model.state.Section;

/** Systems whose states have spans. */
class ZonedTransitionsTest {
  private static final BooleanSupplier NEVER = () -> false;

  private record Explored(Exploration exploration, Set<Section> sections) {}

  private static Explored explore(String name, boolean zones, Caller... callers) {
    Design design = Design.parse(name);
    World world =
        new World(new Geometry(2, 2), Arch.X86_64, 1, 0)
            .with(zones ? Optional.of(World.Zones.USUAL) : Optional.empty());
    Question.Explore question =
        new Question.Explore(
            world,
            List.of(BootLayout.ABSENT, BootLayout.FULL),
            List.of(callers),
            List.of(Altmap.NONE),
            /* faults= */ false,
            Limits.NONE);
    KernelTransitions transitions =
        new KernelTransitions(
            new ModelledKernel(design),
            question.on(design),
            question,
            new AskedProperties(List.of()));
    Exploration exploration =
        new Explorer(transitions, 0, new Settings(2, Limits.NONE, false, NEVER), "zones", p -> {})
            .explore();
    assertTrue(exploration.isComplete());
    return new Explored(
        exploration,
        transitions
            .sections(exploration.sections())
            .map(s -> s.withPages(Pages.none(s.subsections())))
            .collect(Collectors.toSet()));
  }

  /** What this checker gave when it was right on everything else. */
  @ParameterizedTest
  @CsvSource({
    "v5.2,  44, 145,  6",
    "v5.3, 137, 440,  8",
    "v5.4, 185, 632, 11",
    "v5.5, 121, 386,  8",
  })
  void memoryBlocks(String design, long states, long transitions, int depth) {
    Exploration exploration = explore(design, true, Caller.MEMORY_BLOCK).exploration();
    assertEquals(states, exploration.states(), "states");
    assertEquals(transitions, exploration.transitions(), "transitions");
    assertEquals(depth, exploration.depth(), "depth");
  }

  /** They are looked at, and change nothing of what was there without them. */
  @ParameterizedTest
  @ValueSource(strings = {"v5.2", "v5.3", "v5.4", "v5.5", "v6.12-debian", "v7.2"})
  void sectionsAreTheSameWithoutZones(String design) {
    Explored with = explore(design, true, Caller.MEMORY_BLOCK, Caller.DEVICE);
    Explored without = explore(design, false, Caller.MEMORY_BLOCK, Caller.DEVICE);
    assertEquals(without.sections(), with.sections());
    assertTrue(with.exploration().states() > without.exploration().states());
  }
}
