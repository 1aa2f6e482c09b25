package org.mhpcheck.checker.mutate;

import java.util.List;
import java.util.Set;
import org.mhpcheck.checker.prove.SmallSections;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Mutant;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.AllSections;
import org.mhpcheck.model.state.Section;

/**
 * Which mutants are no fault at all: every step does the same with them, from every state that a
 * section can come to, seen from inside and by others meanwhile. So no sequence of steps tells them
 * from the kernel without.
 */
final class Equivalence {
  /** There are a first, a last, and one between: what a range can do, it does here. */
  private static final int SUBSECTIONS = 3;

  /** No id, and one whose bits reach into the flags of a section (B17). */
  private static final List<Integer> NODES = List.of(0, 2);

  private final ModelledKernel kernel;
  private final Set<Section> sections;
  private final List<Step> steps;

  Equivalence(Design design) {
    this.kernel = new ModelledKernel(design);
    this.steps = SmallSections.allSteps(design, SUBSECTIONS);
    this.sections = SmallSections.reachable(kernel, steps, SUBSECTIONS);
  }

  boolean holdsFor(Mutant mutant) {
    ModelledKernel mutated = kernel.with(mutant);
    return bootsTheSame(mutated)
        && sections.stream()
            .allMatch(s -> steps.stream().allMatch(step -> kernel.stepsLike(mutated, s, step)));
  }

  private boolean bootsTheSame(ModelledKernel mutated) {
    for (Bits ram : AllSections.bitmaps(SUBSECTIONS)) {
      for (int node : NODES) {
        if (!kernel.bootsLike(mutated, ram, node)) {
          return false;
        }
      }
    }
    return true;
  }

  /** What it goes by, in words. */
  String text() {
    return "%d steps from each of %d sections of %d subsections"
        .formatted(steps.size(), sections.size(), SUBSECTIONS);
  }
}
