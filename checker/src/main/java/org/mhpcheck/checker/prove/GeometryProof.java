package org.mhpcheck.checker.prove;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.mhpcheck.checker.prove.Induction.Counterexample;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.logic.Bits;

/** What is proved of one design at one size, and what is not. */
final class GeometryProof {
  private final ModelledKernel kernel;
  private final int subsections;
  private final Supplier<Prover> provers;
  private final List<Prover> asked = new ArrayList<>();
  private final Prover prover;
  private final Induction induction;
  private final List<Property.OfState> invariants;
  private final Map<Property, Optional<Broken>> answers = new LinkedHashMap<>();

  /**
   * A counterexample to induction.
   *
   * @param text what it is, in words
   * @param ofSection of a property of one section; empty of a property of calls
   */
  record Broken(String text, Optional<Counterexample> ofSection) {}

  /**
   * @param provers makes one: each circuit has its own
   * @param candidates the invariants that proofs may lean on, once they are proved
   * @throws Prover.UndecidedException if the solver was stopped
   */
  GeometryProof(
      ModelledKernel kernel,
      int subsections,
      List<Property.OfState> candidates,
      List<Property> properties,
      Supplier<Prover> provers) {
    this.kernel = kernel;
    this.subsections = subsections;
    this.provers = provers;
    this.prover = newProver();
    this.induction = new Induction(kernel, subsections, prover);
    this.invariants = induction.invariants(candidates);
    for (Property property : properties) {
      answers.put(
          property,
          property instanceof Property.OfCall p
              ? chain().broken(p, invariants).map(c -> new Broken(text(c), Optional.empty()))
              : counterexample(property).map(c -> new Broken(text(c), Optional.of(c))));
    }
  }

  /** One whose work counts as this proof's. */
  Prover newProver() {
    Prover made = provers.get();
    asked.add(made);
    return made;
  }

  private Chain chain() {
    return new Chain(
        kernel,
        subsections,
        newProver(),
        induction.taken(invariants).stream()
            .map(UnknownStep.OnePath::name)
            .collect(Collectors.toSet()));
  }

  private Optional<Counterexample> counterexample(Property property) {
    if (!(property instanceof Property.OfState p)) {
      return induction.brokenByStep(property, invariants);
    }
    if (invariants.contains(p)) {
      return Optional.empty();
    }
    List<Property.OfState> withItself = new ArrayList<>(invariants);
    withItself.add(p);
    return induction.brokenAtBoot(p).or(() -> induction.brokenByStep(p, withItself));
  }

  /**
   * Confirms that whole calls over two sections keep the invariants, as their steps do.
   *
   * @return how many ways there are through them
   * @throws IllegalStateException if they do not
   */
  int confirmCalls() {
    Chain chain = chain();
    chain
        .broken(invariants)
        .ifPresent(
            c -> {
              throw new IllegalStateException("steps keep what a call breaks: " + text(c));
            });
    return chain.ways();
  }

  int subsections() {
    return subsections;
  }

  /** What proofs lean on, proved together. */
  List<Property.OfState> invariants() {
    return invariants;
  }

  /** What breaks {@code property}, which was asked; empty if it is proved. */
  Optional<Broken> broken(Property property) {
    return answers.get(property);
  }

  /** The properties of one section that are proved. */
  List<Property> proved() {
    return answers.keySet().stream()
        .filter(p -> answers.get(p).isEmpty() && !(p instanceof Property.OfCall))
        .toList();
  }

  /** What was asked about steps on one section. */
  Ledger ledger() {
    return prover.ledger();
  }

  /** All that was asked, circuit by circuit. */
  List<Ledger> ledgers() {
    return asked.stream().map(Prover::ledger).toList();
  }

  long solverCalls() {
    return asked.stream().mapToLong(Prover::calls).sum();
  }

  /** Processor time that Choco took for all of it. */
  Duration cpuTime() {
    return asked.stream().map(Prover::cpuTime).reduce(Duration.ZERO, Duration::plus);
  }

  long obligations() {
    return induction.obligations();
  }

  int paths() {
    return induction.paths();
  }

  private static String text(Counterexample broken) {
    return broken.before()
        + broken
            .step()
            .map(
                s ->
                    ", then %s %s%s"
                        .formatted(
                            s.kind().text(),
                            s.range().text(),
                            s.altmap().isGiven() ? " with an altmap" : ""))
            .orElse(" at boot");
  }

  private static String text(Chain.Counterexample broken) {
    List<String> sections = new ArrayList<>();
    for (int i = 0; i < broken.before().size(); i++) {
      sections.add("section %d: %s".formatted(i + 1, broken.before().get(i)));
    }
    return "%s, then %s of %s%s"
        .formatted(
            String.join("; ", sections),
            broken.operation().text(),
            broken.ranges().stream().map(Bits::text).collect(Collectors.joining(" and ")),
            broken.altmap().isGiven() ? " with an altmap" : "");
  }
}
