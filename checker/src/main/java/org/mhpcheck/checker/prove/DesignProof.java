package org.mhpcheck.checker.prove;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.mhpcheck.checker.run.Engine.Answer;
import org.mhpcheck.checker.smt.SmtScript;
import org.mhpcheck.checker.smt.Z3;
import org.mhpcheck.model.answer.Statistics;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.ModelledKernel;

/**
 * What is proved of one design, at every size asked, and who else agrees: execution, z3, the same
 * obligations at another size, whole calls, and faults that the same queries refute.
 */
final class DesignProof {
  /** Proved besides, unless it is asked: what other sizes are held against. */
  private static final int BASE = 8;

  /** What that size itself is held against, if no other is asked. */
  private static final int BESIDE_BASE = 16;

  private final Design design;
  private final List<Property.OfState> candidates;
  private final List<Property> properties;
  private final SmallWorld small;
  private final Supplier<Prover> provers;
  private final TreeMap<Integer, GeometryProof> proofs = new TreeMap<>();
  private final Map<Integer, List<String>> confirmations = new HashMap<>();
  private final Map<Integer, String> cutOffs = new HashMap<>();
  private final Map<Property, String> faults = new HashMap<>();

  /**
   * @param sizes numbers of subsections; not empty
   * @param candidates the invariants that proofs may lean on, once they are proved
   * @throws Prover.UndecidedException if the solver was stopped
   */
  DesignProof(
      Design design,
      TreeSet<Integer> sizes,
      List<Property.OfState> candidates,
      List<Property> properties,
      SmallWorld small,
      Supplier<Prover> provers) {
    this.design = design;
    this.candidates = candidates;
    this.properties = properties;
    this.small = small;
    this.provers = provers;
    sizes.forEach(size -> proofs.put(size, proof(size)));
  }

  private GeometryProof proof(int subsections) {
    return new GeometryProof(
        new ModelledKernel(design), subsections, candidates, properties, provers);
  }

  private GeometryProof smallest() {
    return proofs.firstEntry().getValue();
  }

  /**
   * Asks everybody else.
   *
   * @throws IllegalStateException if anybody contradicts
   */
  void confirm(Optional<Z3> z3) {
    GeometryProof base = proofs.containsKey(BASE) ? proofs.get(BASE) : proof(BASE);
    String calls =
        "whole calls over one and two sections of %d subsections, %d ways through them, keep what is"
                .formatted(BASE, base.confirmCalls())
            + " assumed";
    faults.putAll(
        new Noticed(design, smallest().invariants())
            .faults(smallest().proved(), smallest().subsections(), provers.get()));
    Set<List<List<? extends Property>>> executed = new HashSet<>();
    for (GeometryProof proof : proofs.values()) {
      List<Property.OfStep> ofSteps = ofSteps(proof.proved());
      if (executed.add(List.of(proof.invariants(), ofSteps))) {
        SecondOpinion.confirm(new ModelledKernel(design), design, proof.invariants(), ofSteps);
      }
      confirmations.put(
          proof.subsections(),
          List.of(
              "second opinion: execution from every state of %d subsections"
                  .formatted(SecondOpinion.SUBSECTIONS),
              solverOpinion(proof, z3),
              calls));
      cutOffs.put(proof.subsections(), cutOff(proof, base));
    }
  }

  private static List<Property.OfStep> ofSteps(List<Property> properties) {
    return properties.stream()
        .filter(Property.OfStep.class::isInstance)
        .map(Property.OfStep.class::cast)
        .toList();
  }

  private static String solverOpinion(GeometryProof proof, Optional<Z3> z3) {
    return z3.map(
            z ->
                "second opinion: %s agrees on all %d different obligations"
                    .formatted(
                        z.version(),
                        proof.ledgers().stream().mapToInt(l -> SolverOpinion.confirm(l, z)).sum()))
        .orElse("z3 is not installed, and was not asked");
  }

  private String cutOff(GeometryProof proof, GeometryProof base) {
    int size = proof.subsections();
    GeometryProof other = size == BASE ? besideBase() : base;
    try {
      int enough = CutOff.of(proof.ledger(), size, other.ledger(), other.subsections()).enough();
      return enough <= size
          ? "cut-off: %d subsections have room for any counterexample, so what is proved of %d is so"
                  .formatted(enough, size)
              + " of any number"
          : "cut-off: none at %d subsections; proofs at %d or more are of any number"
              .formatted(size, enough);
    } catch (Shapes.NoShapeException e) {
      return "cut-off: none; " + e.getMessage();
    }
  }

  private GeometryProof besideBase() {
    return proofs.size() > 1 ? proofs.lastEntry().getValue() : proof(BESIDE_BASE);
  }

  /** Tells of every obligation. */
  void tell(ObligationListener listener) {
    for (GeometryProof proof : proofs.values()) {
      for (Ledger ledger : proof.ledgers()) {
        for (Ledger.Entry entry : ledger.entries()) {
          String name =
              "%s/%d-subsections/%s"
                  .formatted(design.name(), proof.subsections(), entry.obligation().name());
          listener.onObligation(
              name, SmtScript.of(name, entry.obligation().required(), entry.canBeMet()));
        }
      }
    }
  }

  /** What all of it comes to, at one of the sizes; of no architecture yet. */
  List<Answer> answers(int subsections) {
    GeometryProof proof = proofs.get(subsections);
    Map<Property, Conclusion> conclusions = new LinkedHashMap<>();
    properties.forEach(p -> conclusions.put(p, conclusion(p, proof)));
    // Counted when all is done: a bounded search asks the solver, too.
    Statistics statistics =
        new Statistics(proof.obligations(), proof.solverCalls(), proof.paths(), 0, proof.cpuTime());
    List<Answer> answers = new ArrayList<>();
    conclusions.forEach(
        (p, c) -> answers.add(new Answer("", p, c.verdict(), statistics, c.remarks())));
    return answers;
  }

  private Conclusion conclusion(Property property, GeometryProof proof) {
    Optional<GeometryProof.Broken> broken = proof.broken(property);
    if (broken.isPresent()) {
      return Conclusion.notProved(
          property, broken.get(), proof, small, design, proof.equals(smallest()));
    }
    List<String> remarks = new ArrayList<>(confirmations.get(proof.subsections()));
    if (!(property instanceof Property.OfCall)) {
      remarks.add(cutOffs.get(proof.subsections()));
      remarks.add(
          faults.containsKey(property)
              ? "the same query refutes %s, at %d subsections"
                  .formatted(faults.get(property), smallest().subsections())
              : "no fault in %s was found that the same query refutes".formatted(design));
    }
    return Conclusion.proved(property, proof, small).with(remarks);
  }
}
