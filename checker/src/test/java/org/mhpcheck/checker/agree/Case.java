package org.mhpcheck.checker.agree;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mhpcheck.checker.run.AskedKernel;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Mutant;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.question.Scenario;

/**
 * A kernel and a small world that all engines can be asked of.
 *
 * @param mutant a fault planted in the kernel, if there is one
 * @param world of one memory block; without walkers, zones and boots of all sections at once, which
 *     are explored only
 */
record Case(Design design, Optional<Mutant> mutant, Question.Explore world) {

  ModelledKernel kernel() {
    return new ModelledKernel(design, mutant, world.world().arch().platform(design));
  }

  AskedKernel asked() {
    return new AskedKernel(kernel(), design, List.of());
  }

  /** The same world, of so many memory blocks. */
  Question.Explore of(int blocks) {
    return compose().over(sections(blocks));
  }

  int sections(int blocks) {
    return blocks * world.geometry().sections();
  }

  Question.Compose compose() {
    return new Question.Compose(world);
  }

  /** {@code question} put to this design. */
  Scenario asking(Question question, List<Property> properties) {
    return new Scenario(
        "agree",
        "Engines are asked the same",
        mutant
            .map(m -> "asked with a fault in the model that no file can ask for: " + m)
            .orElse("they have to answer the same"),
        question,
        List.of(design),
        properties,
        Optional.of(Map.of()));
  }

  /** Of a failing sample, in words. */
  @Override
  public String toString() {
    return design + mutant.map(m -> " with " + m).orElse("") + " in " + world;
  }
}
