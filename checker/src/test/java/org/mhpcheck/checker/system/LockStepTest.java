package org.mhpcheck.checker.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mhpcheck.checker.Worlds;
import org.mhpcheck.checker.explore.Exploration;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Mutant;
import org.mhpcheck.model.question.Limits;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.state.Geometry;
import org.mhpcheck.specs.property.Properties;

/** Two kernels in lock step: equal ones never part, and each planted difference is noticed. */
class LockStepTest {
  private static final String BUT_FOR_FLAGS = "same-behaviour-but-for-pageblock-flags";

  private static LockStep lockStep(
      Kernel one, String ofOne, String other, Question.Explore world, String property) {
    return new LockStep(
        new LockStep.Side(one, world.on(Design.parse(ofOne))),
        new LockStep.Side(new ModelledKernel(Design.parse(other)), world.on(Design.parse(other))),
        world,
        ((Property.OfTwoKernels) Properties.named(property).orElseThrow()).alike());
  }

  private static LockStep lockStep(String one, String other, Question.Explore world) {
    return lockStep(new ModelledKernel(Design.parse(one)), one, other, world, "same-behaviour");
  }

  /** What explore comes to, two kernels in lock step come to as well: no more and no less. */
  @ParameterizedTest
  @CsvSource({"v5.2, 1, 4, 32", "v5.2, 2, 2, 192", "v5.4, 1, 2, 206", "v6.12, 2, 2, 3040"})
  void aKernelDoesTheSameAsItself(String design, int sections, int subsections, int transitions) {
    Question.Explore world = Worlds.direct(sections, subsections, true);
    LockStep lockStep = lockStep(design, design, world);
    assertEquals(Optional.empty(), lockStep.firstDifference());
    Exploration explored = Worlds.explore(new ModelledKernel(Design.parse(design)), world);
    assertEquals(explored.states(), lockStep.states());
    assertEquals(transitions, lockStep.transitions());
    assertEquals(explored.depth(), lockStep.depth());
  }

  /** In words: where they part, and what each has then. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v5.4+8068df3b6037 | v5.4 |"
            + " section 2, sparse_add_section(): events [], and [BOOT_USAGE_FREED]",
        "v5.2+1..2 | v5.2+1..1 |"
            + " boot, section 2: section_mem_map PMOE base own, usage boot (reserved) (flags set),"
            + " map 11, memmap 11, and section_mem_map PMO- base own, usage boot (reserved) (flags"
            + " set), map 11, memmap 11",
      })
  void aDifferenceIsTold(String one, String other, String what) {
    assertEquals(
        what,
        lockStep(one, other, Worlds.direct(2, 2, true)).firstDifference().orElseThrow().what());
  }

  /** Each by as few calls as the bug takes that the change mends. */
  @ParameterizedTest
  @CsvSource({
    "v5.4+8068df3b6037, v5.4, 3",
    "v5.9, v5.8, 1",
    "v5.6, v5.5, 1",
    "v5.2+1..1, v5.2, 1",
    "v5.2+1..2, v5.2+1..1, 0"
  })
  void aDifferenceIsFoundByTheFewestCalls(String one, String other, int calls) {
    LockStep.Difference difference =
        lockStep(one, other, Worlds.direct(1, 4, false)).firstDifference().orElseThrow();
    assertEquals(calls, difference.calls().size());
  }

  /**
   * Every fault that can be planted in the first patch, with what two kernels do not show of it.
   * Stores that are late are left out: what is seen on the way is not compared.
   */
  @Test
  void aPlantedFaultMakesThemPart() {
    Question.Explore world =
        new Question.Explore(
            new Geometry(1, 2),
            BootLayout.DEFAULTS,
            List.of(Caller.DIRECT, Caller.MEMORY_BLOCK),
            true,
            Limits.NONE);
    String first = "v5.2+1..1";
    List<String> unnoticed = new ArrayList<>();
    List<Mutant> mutants =
        new ModelledKernel(Design.parse(first))
            .code().mutants().stream().filter(m -> m.way() != Mutant.Way.DELAYED).toList();
    for (Mutant mutant : mutants) {
      Kernel faulty = new ModelledKernel(Design.parse(first), Optional.of(mutant));
      if (lockStep(faulty, first, "v5.2", world, BUT_FOR_FLAGS).firstDifference().isEmpty()) {
        unnoticed.add(mutant.toString());
      }
    }
    assertTrue(mutants.size() > 2 * unnoticed.size(), mutants.size() + " mutants");
    assertEquals(
        List.of(
            // What pageblock flags hold is left out.
            "memmap_init.pageblock_flags skipped",
            // __add_section() lets nothing come here that is present, and so nothing of two usages.
            "sparse_add_one_section.if 1 false",
            // A section that is valid has a usage, and its own memmap.
            "free_section_usage.if 1 false",
            "free_section_usage.if 3 true",
            "free_map_bootmem.if 1 true",
            // What is not valid is not online either.
            "offline_mem_sections.if 1 true"),
        unnoticed);
  }
}
