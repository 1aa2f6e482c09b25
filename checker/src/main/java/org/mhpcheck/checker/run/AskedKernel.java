package org.mhpcheck.checker.run;

import java.util.List;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Fired;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Mutant;
import org.mhpcheck.model.question.Question;

/**
 * A kernel that is asked, and the design that stands for it: what it is a model of, or which model
 * stands beside it.
 *
 * @param remarks what a reader of every answer must know of it
 */
public record AskedKernel(Kernel kernel, Design design, List<String> remarks) {

  public static AskedKernel modelOf(Design design) {
    return new AskedKernel(new ModelledKernel(design), design, List.of());
  }

  /** The same in the world that {@code question} asks of, if it is about calls. */
  public static AskedKernel modelOf(Design design, Question question) {
    return question
        .calling()
        .map(calling -> new AskedKernel(calling.on(design).kernel(), design, List.of()))
        .orElseGet(() -> modelOf(design));
  }

  /** The model of {@code design} in the world of an exploration, with a fault planted in it. */
  public static AskedKernel mutantOf(Design design, Question.Explore question, Mutant mutant) {
    return new AskedKernel(
        question.on(design).kernel().with(mutant), design, List.of(mutant.toString()));
  }

  /** The same, telling what fires of it; only a model can. */
  public AskedKernel telling(Fired told) {
    return kernel instanceof ModelledKernel modelled
        ? new AskedKernel(modelled.telling(told), design, remarks)
        : this;
  }

  /** The model of another design beside it, which tells what fires of it where this one does. */
  ModelledKernel beside(Design other) {
    ModelledKernel model = new ModelledKernel(other);
    return kernel.fired().map(model::telling).orElse(model);
  }

  public String name() {
    return kernel.name();
  }

  /** Whether the design is all there is to it; proofs are of designs. */
  public boolean isModel() {
    return name().equals(design.name());
  }
}
