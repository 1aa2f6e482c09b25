package org.mhpcheck.checker.prove;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mhpcheck.checker.run.AskedKernel;
import org.mhpcheck.checker.run.Engine;
import org.mhpcheck.checker.smt.Z3;
import org.mhpcheck.checker.tool.ToolException;
import org.mhpcheck.model.answer.Progress;
import org.mhpcheck.model.answer.Reach;
import org.mhpcheck.model.answer.Statistics;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.caller.Arch;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Platform;
import org.mhpcheck.model.layout.Architecture;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.model.state.Geometry;

/**
 * Answers for sequences of any length by induction, at each architecture's real number of
 * subsections; architectures with as many share their proofs.
 *
 * <p>The solver is not believed alone. What it proves is checked by execution in a small section,
 * explored in another, and asked of z3; what it refutes counts only with a trace that exploration
 * or a bounded search finds and a replay at the real size confirms.
 */
public final class ProveEngine implements Engine {
  private final Engine explorer;
  private final List<? extends Property> strengthening;
  private final Supplier<Optional<Z3>> z3;
  private final Optional<ObligationListener> listener;
  private final BooleanSupplier cancelled;

  /**
   * @param explorer answers in the small world
   * @param strengthening whose invariants proofs may lean on, once they are proved
   * @param z3 looked for when something is proved, and asked about every obligation, where there is
   *     one
   * @param listener told of every obligation, if anybody wants to know
   * @param cancelled asked now and then: whether to give up
   */
  public ProveEngine(
      Engine explorer,
      List<? extends Property> strengthening,
      Supplier<Optional<Z3>> z3,
      Optional<ObligationListener> listener,
      BooleanSupplier cancelled) {
    this.explorer = explorer;
    this.strengthening = strengthening;
    this.z3 = z3;
    this.listener = listener;
    this.cancelled = cancelled;
  }

  @Override
  public List<Answer> answers(Scenario scenario, AskedKernel asked, Consumer<Progress> progress) {
    if (!asked.isModel()) {
      throw new IllegalArgumentException("proofs are of models, not of " + asked.name());
    }
    Design design = asked.design();
    List<Architecture> architectures = ((Question.Prove) scenario.question()).architectures();
    List<Answer> answers = new ArrayList<>();
    try {
      Optional<DesignProof> proof = proof(scenario, design, architectures, progress);
      for (Architecture architecture : architectures) {
        answers.addAll(
            architecture.hotplugs(design)
                ? named(
                    architecture,
                    scenario,
                    proof.orElseThrow().answers(architecture.subsections(design)),
                    remarks(architecture, design))
                : atBoot(scenario, design, architecture));
      }
      return answers;
    } catch (Prover.UndecidedException | ToolException e) {
      return architectures.stream()
          .flatMap(a -> undecided(scenario, a, a.subsections(design), e.getMessage()).stream())
          .toList();
    }
  }

  /** Empty where memory is hotplugged nowhere. */
  private Optional<DesignProof> proof(
      Scenario scenario,
      Design design,
      List<Architecture> architectures,
      Consumer<Progress> progress) {
    TreeSet<Integer> sizes =
        architectures.stream()
            .filter(a -> a.hotplugs(design))
            .map(a -> a.subsections(design))
            .collect(Collectors.toCollection(TreeSet::new));
    if (sizes.isEmpty()) {
      return Optional.empty();
    }
    List<Property> asked = scenario.properties().stream().map(p -> p.in(design)).toList();
    Map<String, Property.OfState> candidates = new LinkedHashMap<>();
    Stream.<Property>concat(asked.stream(), strengthening.stream().map(p -> p.in(design)))
        .filter(Property.OfState.class::isInstance)
        .forEach(p -> candidates.putIfAbsent(p.name(), (Property.OfState) p));
    DesignProof proof =
        new DesignProof(
            design,
            sizes,
            List.copyOf(candidates.values()),
            asked,
            SmallWorld.explored(explorer, scenario, design, progress),
            () -> new Prover(cancelled));
    proof.confirm(z3.get());
    listener.ifPresent(proof::tell);
    return Optional.of(proof);
  }

  /** What of the architecture proofs do not follow. */
  private static List<String> remarks(Architecture architecture, Design design) {
    boolean byPages =
        Arch.named(architecture.name())
            .map(a -> a.platform(design).mapping() == Platform.Mapping.PAGES)
            .orElse(true);
    return byPages
        ? List.of()
        : List.of(
            "memmap is taken to be mapped by pages; %s maps it by PMDs (B29, check --arch %s)"
                .formatted(architecture.name(), architecture.name()));
  }

  /**
   * With the architecture's name and remarks, and the properties as they were asked, of whichever
   * design.
   */
  private static List<Answer> named(
      Architecture architecture, Scenario scenario, List<Answer> answers, List<String> remarks) {
    List<Answer> named = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      Answer a = answers.get(i);
      named.add(
          new Answer(
              architecture.name(),
              scenario.properties().get(i),
              a.verdict(),
              a.statistics(),
              Stream.concat(remarks.stream(), a.remarks().stream()).toList()));
    }
    return named;
  }

  /** Where memory is not hotplugged, what boot makes is all there is. */
  private List<Answer> atBoot(Scenario scenario, Design design, Architecture architecture) {
    int subsections = architecture.subsections(design);
    Prover prover = new Prover(cancelled);
    Induction induction = new Induction(new ModelledKernel(design), subsections, prover);
    List<Answer> answers = new ArrayList<>();
    for (Property property : scenario.properties()) {
      if (property.in(design) instanceof Property.OfState p) {
        Verdict verdict =
            induction.brokenAtBoot(p).isEmpty()
                ? new Verdict.Holds(new Reach.AnyLength(subsections))
                : unknown(subsections, "boot breaks it, and no trace is made of that");
        answers.add(
            new Answer(
                architecture.name(),
                property,
                verdict,
                new Statistics(induction.obligations(), prover.calls(), 0, 0, prover.cpuTime()),
                List.of("memory is not hotplugged there: what boot makes is all there is")));
      }
    }
    return answers;
  }

  private static List<Answer> undecided(
      Scenario scenario, Architecture architecture, int subsections, String why) {
    Statistics nothing = new Statistics(0, 0, 0, 0, Duration.ZERO);
    return scenario.properties().stream()
        .map(p -> new Answer(architecture.name(), p, unknown(subsections, why), nothing, List.of()))
        .toList();
  }

  private static Verdict unknown(int subsections, String why) {
    return new Verdict.Inconclusive(new Reach.ToDepth(0, new Geometry(1, subsections)), why);
  }
}
