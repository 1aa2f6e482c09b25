package org.mhpcheck.checker.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mhpcheck.checker.replay.Tracer;
import org.mhpcheck.model.answer.Reach;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.state.Geometry;

/**
 * What the answers of several engines to one property come to: proved only if nobody contradicts,
 * violated only by a trace.
 *
 * @param remarks what a reader must know
 */
record Conclusion(Verdict verdict, List<String> remarks) {

  /** Of a property that the solver proved. */
  static Conclusion proved(Property property, GeometryProof proof, SmallWorld small) {
    List<String> remarks = new ArrayList<>();
    remarks.add("assumes, proved together: " + names(proof.invariants()));
    remarks.add("second opinion: " + small.text(property));
    Reach reach = reach(property, proof.subsections());
    Verdict inSmall = small.verdict(property);
    if (inSmall instanceof Verdict.Violated) {
      throw new IllegalStateException("proved and refuted: " + property.name());
    }
    Verdict verdict =
        inSmall instanceof Verdict.Holds
            ? new Verdict.Holds(reach)
            : inSmall instanceof Verdict.Vacuous v
                ? new Verdict.Vacuous(reach, v.premise())
                : inconclusive(proof, "proved, but the second opinion was not finished");
    return new Conclusion(verdict, remarks);
  }

  /**
   * Of a property that the solver did not prove.
   *
   * @param bounded whether to look for a trace from boot at this size, although there is one from
   *     the small world
   */
  static Conclusion notProved(
      Property property,
      GeometryProof.Broken broken,
      GeometryProof proof,
      SmallWorld small,
      Design design,
      boolean bounded) {
    List<String> remarks = new ArrayList<>();
    remarks.add("assumes, proved together: " + names(proof.invariants()));
    remarks.add("counterexample to induction: " + broken.text());
    Optional<Trace> explored = small.scaled(property, proof.subsections());
    boolean heldThroughout = small.verdict(property) instanceof Verdict.Holds;
    boolean searches = explored.isPresent() ? bounded : !heldThroughout;
    Optional<Trace> searched =
        searches ? searched(property, proof, small, design) : Optional.empty();
    explored.ifPresent(
        t ->
            remarks.add(
                "trace found at %d subsections and replayed at %d"
                    .formatted(SmallWorld.SUBSECTIONS, proof.subsections())));
    searched.ifPresent(
        t ->
            remarks.add(
                "bounded search from boot at %d subsections finds one, of length %d"
                    .formatted(proof.subsections(), t.depth())));
    Optional<Trace> trace =
        explored
            .filter(e -> searched.map(s -> e.depth() <= s.depth()).orElse(true))
            .or(() -> searched);
    if (trace.isPresent()) {
      return new Conclusion(
          new Verdict.Violated(reach(property, proof.subsections()), trace.get()), remarks);
    }
    missing(broken, design).ifPresent(remarks::add);
    return new Conclusion(
        inconclusive(proof, "not inductive, and no trace was found that reaches " + broken.text()),
        remarks);
  }

  /** The same with more to know. */
  Conclusion with(List<String> more) {
    List<String> all = new ArrayList<>(remarks);
    all.addAll(more);
    return new Conclusion(verdict, List.copyOf(all));
  }

  private static Optional<Trace> searched(
      Property property, GeometryProof proof, SmallWorld small, Design design) {
    if (property instanceof Property.OfCall) {
      return Optional.empty(); // which takes two sections
    }
    ModelledKernel kernel = new ModelledKernel(design);
    return new BoundedSearch(kernel, proof.subsections(), true, proof.newProver())
        .breaking(property)
        .map(script -> new Tracer(kernel).trace(script, small.asked(property)));
  }

  /** What would have to be proved, too: said of a counterexample at the size that is explored. */
  private static Optional<String> missing(GeometryProof.Broken broken, Design design) {
    return broken
        .ofSection()
        .flatMap(
            c ->
                MissingStrengthening.of(
                    c.before(),
                    SmallSections.reachable(
                        new ModelledKernel(design), design, SmallWorld.SUBSECTIONS)))
        .map("missing, as a strengthening: that no section has at once "::concat);
  }

  private static Reach reach(Property property, int subsections) {
    return new Reach.AnyLength(
        new Geometry(property instanceof Property.OfCall ? 2 : 1, subsections));
  }

  private static Verdict inconclusive(GeometryProof proof, String reason) {
    return new Verdict.Inconclusive(
        new Reach.ToDepth(0, new Geometry(1, proof.subsections())), reason);
  }

  private static String names(List<Property.OfState> properties) {
    return properties.isEmpty()
        ? "nothing"
        : properties.stream().map(Property::name).collect(Collectors.joining(", "));
  }
}
