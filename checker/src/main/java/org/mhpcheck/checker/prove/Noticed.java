package org.mhpcheck.checker.prove;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.claim.StepTaken;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Mutant;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.AllSections;
import org.mhpcheck.model.state.Section;

/**
 * That a proof is not empty: for each, a kernel with a fault which the same query refutes. A fault
 * is a mutant of the design, or the design without one of its changes. Execution from the states of
 * a very small section tells which it may be; then Choco is asked what it was asked in the proof.
 */
final class Noticed {
  private static final int SUBSECTIONS = SecondOpinion.SUBSECTIONS;

  private final Design design;
  private final List<Property.OfState> invariants;
  private final Set<Section> sections;

  /**
   * @param invariants those that the proofs lean on
   */
  Noticed(Design design, List<Property.OfState> invariants) {
    this.design = design;
    this.invariants = invariants;
    this.sections = SmallSections.reachable(new ModelledKernel(design), design, SUBSECTIONS);
  }

  /**
   * The fault for each of {@code proved}, as far as there is one, that the query refutes: in words.
   *
   * @param subsections of the section that the query is about
   */
  Map<Property, String> faults(List<Property> proved, int subsections, Prover prover) {
    Map<Property, String> noticed = new LinkedHashMap<>();
    Set<Property> left = new LinkedHashSet<>(proved);
    for (Map.Entry<String, ModelledKernel> faulty : faultyKernels().entrySet()) {
      Set<Property> broken = brokenIn(faulty.getValue(), left);
      if (!broken.isEmpty()) {
        Induction induction = new Induction(faulty.getValue(), subsections, prover);
        broken.removeIf(p -> !refutes(induction, p));
        broken.forEach(p -> noticed.put(p, faulty.getKey()));
        left.removeAll(broken);
      }
    }
    return noticed;
  }

  private Map<String, ModelledKernel> faultyKernels() {
    Map<String, ModelledKernel> kernels = new LinkedHashMap<>();
    for (Mutant mutant : new ModelledKernel(design).code().mutants()) {
      kernels.put(design + ", " + mutant, new ModelledKernel(design, Optional.of(mutant)));
    }
    for (Change change : Change.values()) {
      design
          .without(change)
          .ifPresent(before -> kernels.put(before.name(), new ModelledKernel(before)));
    }
    return kernels;
  }

  private boolean refutes(Induction induction, Property property) {
    boolean atBoot =
        property instanceof Property.OfState p && induction.brokenAtBoot(p).isPresent();
    return atBoot || induction.brokenSomehow(property, invariants);
  }

  private Set<Property> brokenIn(ModelledKernel kernel, Set<Property> properties) {
    Set<Property> broken = new LinkedHashSet<>();
    if (properties.isEmpty()) {
      return broken;
    }
    for (Bits ram : AllSections.bitmaps(SUBSECTIONS)) {
      addBrokenBy(kernel.boot(ram), properties, broken);
    }
    List<Step> steps = SmallSections.steps(kernel.design(), SUBSECTIONS);
    for (Section section : sections) {
      for (Step step : steps) {
        for (Outcome outcome : kernel.step(section, step)) {
          addBrokenBy(new StepTaken(section, step, outcome), properties, broken);
          if (!outcome.isCorrupt()) {
            addBrokenBy(outcome.next(), properties, broken);
          }
        }
      }
    }
    return broken;
  }

  private static void addBrokenBy(StepTaken taken, Set<Property> properties, Set<Property> broken) {
    for (Property property : properties) {
      if (property instanceof Property.OfStep p && p.holds().apply(taken).isFalse()) {
        broken.add(property);
      }
    }
  }

  private static void addBrokenBy(Section section, Set<Property> properties, Set<Property> broken) {
    for (Property property : properties) {
      if (property instanceof Property.OfState p && p.holds().apply(section).isFalse()) {
        broken.add(property);
      }
    }
  }
}
