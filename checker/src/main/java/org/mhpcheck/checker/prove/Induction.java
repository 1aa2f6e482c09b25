package org.mhpcheck.checker.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Assignment;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.logic.Circuit;
import org.mhpcheck.model.logic.Ranges;
import org.mhpcheck.model.logic.Run;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.UnknownSection;

/**
 * Proofs for sequences of any length, on one section: what holds after boot, and is kept by every
 * step from every state in which it holds, holds for ever. Any range, any fault, with an altmap or
 * without.
 *
 * <p>Invariants may lean on each other. From the candidates, those that boot or a step can break
 * although all others hold are struck out until none is left to strike; the rest are proved
 * together.
 */
final class Induction {
  /** What steps are told of; to a proof, an inaccessible altmap is one like any other. */
  static final List<Altmap> ALTMAPS = List.of(Altmap.NONE, Altmap.ALTMAP);

  private final ModelledKernel kernel;
  private final int subsections;
  private final Prover prover;
  private final Circuit circuit = new Circuit();
  private final Section before;
  private final Ranges.Unknown range;
  private final List<StepPath> paths = new ArrayList<>();
  private final Bits ram;
  private final List<Run<Section>> boots;
  private long obligations;

  private record StepPath(Step step, Run<Outcome> run) {}

  /**
   * A state from which one step breaks a property, though all that was assumed holds in it.
   *
   * @param step empty if boot breaks it
   */
  record Counterexample(Section before, Optional<Step> step) {}

  Induction(ModelledKernel kernel, int subsections, Prover prover) {
    this.kernel = kernel;
    this.subsections = subsections;
    this.prover = prover;
    this.before = UnknownSection.of(circuit, subsections);
    this.range = Ranges.contiguous(circuit, "range", subsections);
    for (Altmap altmap : ALTMAPS) {
      for (Step.Kind kind : ProvedSteps.kinds(kernel.design())) {
        Step step = new Step(kind, range.bits(), altmap);
        kernel.paths(circuit, before, step).forEach(run -> paths.add(new StepPath(step, run)));
      }
    }
    this.ram = Bits.unknown(circuit, "ram", subsections);
    this.boots = kernel.bootPaths(circuit, ram);
  }

  /** The invariants among {@code candidates} that are proved, all of them together. */
  List<Property.OfState> invariants(List<Property.OfState> candidates) {
    List<Property.OfState> kept = new ArrayList<>(candidates);
    kept.removeIf(p -> brokenAtBoot(p).isPresent());
    boolean struck = true;
    while (struck) {
      List<Property.OfState> assumed = List.copyOf(kept);
      struck = kept.removeIf(p -> brokenByStep(p, assumed).isPresent());
    }
    return kept;
  }

  /** How boot breaks {@code property}: of any part of a section, or of none. */
  Optional<Counterexample> brokenAtBoot(Property.OfState property) {
    Section absent = Section.absent(subsections);
    if (property.holds().apply(absent).isFalse()) {
      return Optional.of(new Counterexample(absent, Optional.empty()));
    }
    Bit ramExists = ram.isEmpty().not();
    for (Run<Section> boot : boots) {
      obligations++;
      Optional<Assignment> found =
          prover.counterexample(circuit, Obligation.atBoot(property, boot, ramExists));
      if (found.isPresent()) {
        Section section = kernel.boot(found.get().value(ram));
        return Optional.of(new Counterexample(section, Optional.empty()));
      }
    }
    return Optional.empty();
  }

  /** How one step breaks {@code property} in a state where all of {@code assumed} holds. */
  Optional<Counterexample> brokenByStep(Property property, List<Property.OfState> assumed) {
    for (StepPath path : paths) {
      obligations++;
      Obligation obligation =
          Obligation.ofStep(property, before, path.step(), range, path.run(), assumed);
      Optional<Assignment> found = prover.counterexample(circuit, obligation);
      if (found.isPresent()) {
        Section section = UnknownSection.valueOf(found.get(), before);
        Step step =
            new Step(path.step().kind(), found.get().value(range.bits()), path.step().altmap());
        return Optional.of(new Counterexample(section, Optional.of(step)));
      }
    }
    return Optional.empty();
  }

  long obligations() {
    return obligations;
  }

  /** Of add and remove together. */
  int paths() {
    return paths.size();
  }
}
