package org.mhpcheck.checker.prove;

import java.util.List;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.claim.StepTaken;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.AllSections;
import org.mhpcheck.model.state.Section;

/**
 * The same induction without a solver: every state of a small section in which the invariants hold,
 * reachable or not, every range, every fault, by execution.
 */
final class SecondOpinion {
  /** Enough for a full, a partial, a first and a last range. */
  static final int SUBSECTIONS = 2;

  private SecondOpinion() {}

  /**
   * Confirms that the invariants are kept, and that the properties of steps hold where they do.
   *
   * @param design the kernel's
   * @throws IllegalStateException if execution contradicts the solver
   */
  static void confirm(
      Kernel kernel,
      Design design,
      List<Property.OfState> invariants,
      List<Property.OfStep> ofSteps) {
    for (Bits ram : AllSections.bitmaps(SUBSECTIONS)) {
      requireAll(invariants, kernel.boot(ram), "boot with RAM " + ram);
    }
    List<Step> steps = SmallSections.steps(design, SUBSECTIONS);
    List<Section> sections =
        SmallSections.where(
            SUBSECTIONS, s -> invariants.stream().allMatch(p -> p.holds().apply(s).isTrue()));
    for (Section before : sections) {
      steps.forEach(step -> confirm(kernel, before, step, invariants, ofSteps));
    }
  }

  private static void confirm(
      Kernel kernel,
      Section before,
      Step step,
      List<Property.OfState> invariants,
      List<Property.OfStep> ofSteps) {
    for (Outcome outcome : kernel.step(before, step)) {
      StepTaken taken = new StepTaken(before, step, outcome);
      for (Property.OfStep property : ofSteps) {
        if (property.holds().apply(taken).isFalse()) {
          throw contradiction(property, before + " " + step);
        }
      }
      if (!outcome.isCorrupt()) {
        requireAll(invariants, outcome.next(), before + " " + step);
      }
    }
  }

  private static void requireAll(List<Property.OfState> invariants, Section section, String after) {
    for (Property.OfState property : invariants) {
      if (property.holds().apply(section).isFalse()) {
        throw contradiction(property, after);
      }
    }
  }

  private static IllegalStateException contradiction(Property property, String where) {
    return new IllegalStateException(
        "the solver proved %s, execution breaks it: %s".formatted(property.name(), where));
  }
}
