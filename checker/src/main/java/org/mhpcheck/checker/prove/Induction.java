package org.mhpcheck.checker.prove;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Assignment;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.logic.Circuit;
import org.mhpcheck.model.logic.Run;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.UnknownSection;

/**
 * Proofs for sequences of any length, on one section: what holds after boot, and is kept by every
 * step from every state in which it holds, holds for ever. Any range, any fault, any altmap.
 *
 * <p>Invariants may lean on each other. From the candidates, those that boot or a step can break
 * although all others hold are struck out until none is left to strike; the rest are proved
 * together. A path that cannot be taken where they hold breaks nothing, and is asked about once.
 */
final class Induction {
  private final ModelledKernel kernel;
  private final Prover prover;
  private final Circuit circuit = new Circuit();
  private final UnknownStep step;
  private final Bits ram;
  private final List<Run<Section>> boots;
  private final Map<Property.OfState, Bit> ofBefore = new HashMap<>();
  private final Map<List<Property.OfState>, List<UnknownStep.OnePath>> taken = new HashMap<>();
  private long obligations;

  /**
   * A state from which one step breaks a property, though all that was assumed holds in it.
   *
   * @param step empty if boot breaks it
   */
  record Counterexample(Section before, Optional<Step> step) {}

  Induction(ModelledKernel kernel, int subsections, Prover prover) {
    this.kernel = kernel;
    this.prover = prover;
    this.step = UnknownStep.of(kernel, circuit, subsections);
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
    return List.copyOf(kept);
  }

  /** How boot breaks {@code property}: of any part of a section, or of none. */
  Optional<Counterexample> brokenAtBoot(Property.OfState property) {
    Section absent = Section.absent(ram.size());
    if (property.holds().apply(absent).isFalse()) {
      return Optional.of(new Counterexample(absent, Optional.empty()));
    }
    Bit ramExists = ram.isEmpty().not();
    for (int i = 0; i < boots.size(); i++) {
      Optional<Assignment> found = ask(Obligation.atBoot(property, i + 1, boots.get(i), ramExists));
      if (found.isPresent()) {
        Section section = kernel.boot(found.get().value(ram));
        return Optional.of(new Counterexample(section, Optional.empty()));
      }
    }
    return Optional.empty();
  }

  /** How one step breaks {@code property} in a state where all of {@code assumed} holds. */
  Optional<Counterexample> brokenByStep(Property property, List<Property.OfState> assumed) {
    List<Bit> held = held(assumed);
    for (UnknownStep.OnePath path : taken(assumed)) {
      Optional<Assignment> found = ask(Obligation.ofStep(property, path, held));
      if (found.isPresent()) {
        return Optional.of(counterexample(path, found.get()));
      }
    }
    return Optional.empty();
  }

  /** Whether some step does, without asking first which paths can be taken: where one soon will. */
  boolean brokenSomehow(Property property, List<Property.OfState> assumed) {
    List<Bit> held = held(assumed);
    return step.paths().stream()
        .anyMatch(path -> ask(Obligation.ofStep(property, path, held)).isPresent());
  }

  /** The paths that can be taken from some state in which all of {@code assumed} holds. */
  List<UnknownStep.OnePath> taken(List<Property.OfState> assumed) {
    List<UnknownStep.OnePath> known = taken.get(assumed);
    if (known == null) {
      List<Bit> held = held(assumed);
      known =
          step.paths().stream()
              .filter(path -> ask(Obligation.taken(path, held)).isPresent())
              .toList();
      taken.put(List.copyOf(assumed), known);
    }
    return known;
  }

  /** That all of {@code assumed} holds of the section before, which every path has in common. */
  private List<Bit> held(List<Property.OfState> assumed) {
    return assumed.stream()
        .map(p -> ofBefore.computeIfAbsent(p, q -> q.holds().apply(step.before())))
        .toList();
  }

  private Optional<Assignment> ask(Obligation obligation) {
    obligations++;
    return prover.counterexample(circuit, obligation);
  }

  private Counterexample counterexample(UnknownStep.OnePath path, Assignment values) {
    Step taken = path.taken().step();
    return new Counterexample(
        UnknownSection.valueOf(values, step.before()),
        Optional.of(new Step(taken.kind(), values.value(taken.range()), taken.altmap())));
  }

  /** Questions that came up, those that answer themselves included. */
  long obligations() {
    return obligations;
  }

  /** Of all steps together. */
  int paths() {
    return step.paths().size();
  }
}
