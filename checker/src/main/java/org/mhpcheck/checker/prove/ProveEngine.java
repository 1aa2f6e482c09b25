package org.mhpcheck.checker.prove;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mhpcheck.checker.prove.Induction.Counterexample;
import org.mhpcheck.checker.replay.Tracer;
import org.mhpcheck.checker.run.AskedKernel;
import org.mhpcheck.checker.run.Engine;
import org.mhpcheck.model.answer.Progress;
import org.mhpcheck.model.answer.Reach;
import org.mhpcheck.model.answer.Statistics;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.layout.Architecture;
import org.mhpcheck.model.question.Limits;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.model.state.Geometry;

/**
 * Answers for sequences of any length by induction, at each architecture's real number of
 * subsections.
 *
 * <p>The solver is not believed alone. What it proves is checked by execution in a small section,
 * and explored in another; what it refutes counts only with a trace that exploration finds and a
 * replay at the real size confirms.
 */
public final class ProveEngine implements Engine {
  private static final Geometry SMALL = new Geometry(1, 4);

  private final Engine explorer;
  private final List<Property.OfState> strengthening;
  private final BooleanSupplier cancelled;

  /**
   * @param explorer answers in the small world
   * @param strengthening the invariants that proofs may lean on, once they are proved
   * @param cancelled asked now and then: whether to give up
   */
  public ProveEngine(
      Engine explorer, List<Property.OfState> strengthening, BooleanSupplier cancelled) {
    this.explorer = explorer;
    this.strengthening = strengthening;
    this.cancelled = cancelled;
  }

  @Override
  public List<Answer> answers(Scenario scenario, AskedKernel asked, Consumer<Progress> progress) {
    if (!asked.isModel()) {
      throw new IllegalArgumentException("proofs are of models, not of " + asked.name());
    }
    Design design = asked.design();
    Map<Property, Answer> small =
        explorer.answers(smallWorld(scenario), design, progress).stream()
            .collect(Collectors.toMap(Answer::property, Function.identity()));
    List<Answer> answers = new ArrayList<>();
    for (Architecture architecture : ((Question.Prove) scenario.question()).architectures()) {
      answers.addAll(new AtArchitecture(scenario, design, architecture, small).answers());
    }
    return answers;
  }

  private static Scenario smallWorld(Scenario scenario) {
    Question question =
        new Question.Explore(
            SMALL,
            BootLayout.DEFAULTS,
            List.of(Caller.DIRECT),
            Induction.ALTMAPS,
            true,
            Limits.NONE);
    return new Scenario(
        scenario.name(),
        scenario.title(),
        scenario.why(),
        question,
        scenario.designs(),
        scenario.properties(),
        Optional.empty());
  }

  /** The proofs of one design at one architecture. */
  private final class AtArchitecture {
    private final long started = System.nanoTime();
    private final Scenario scenario;
    private final Design design;
    private final Architecture architecture;
    private final Map<Property, Answer> small;
    private final ModelledKernel kernel;
    private final int subsections;
    private final Prover prover = new Prover(cancelled);
    private final Induction induction;

    AtArchitecture(
        Scenario scenario, Design design, Architecture architecture, Map<Property, Answer> small) {
      this.scenario = scenario;
      this.design = design;
      this.architecture = architecture;
      this.small = small;
      this.kernel = new ModelledKernel(design);
      this.subsections = architecture.subsections(design);
      this.induction = new Induction(kernel, subsections, prover);
    }

    List<Answer> answers() {
      try {
        List<Property.OfState> invariants = induction.invariants(candidates());
        List<Property.OfStep> proved = new ArrayList<>();
        List<Answer> answers = new ArrayList<>();
        for (Property property : scenario.properties()) {
          Optional<Counterexample> broken = counterexample(property, invariants);
          if (broken.isEmpty() && property instanceof Property.OfStep p) {
            proved.add(p);
          }
          answers.add(answer(property, broken, invariants));
        }
        SecondOpinion.confirm(kernel, design, invariants, proved);
        return answers;
      } catch (Prover.UndecidedException e) {
        return scenario.properties().stream().map(p -> undecided(p, e.getMessage())).toList();
      }
    }

    private List<Property.OfState> candidates() {
      Set<Property.OfState> candidates = new LinkedHashSet<>(strengthening);
      for (Property property : scenario.properties()) {
        if (property instanceof Property.OfState p) {
          candidates.add(p);
        }
      }
      return List.copyOf(candidates);
    }

    private Optional<Counterexample> counterexample(
        Property property, List<Property.OfState> invariants) {
      if (property instanceof Property.OfState p) {
        if (invariants.contains(p)) {
          return Optional.empty();
        }
        Optional<Counterexample> atBoot = induction.brokenAtBoot(p);
        if (atBoot.isPresent()) {
          return atBoot;
        }
        List<Property.OfState> withItself = new ArrayList<>(invariants);
        withItself.add(p);
        return induction.brokenByStep(p, withItself);
      }
      return induction.brokenByStep(property, invariants);
    }

    private Answer answer(
        Property property, Optional<Counterexample> broken, List<Property.OfState> invariants) {
      Reach reach = new Reach.AnyLength(subsections);
      Verdict inSmall = small.get(property).verdict();
      List<String> remarks = new ArrayList<>();
      remarks.add("assumes, proved together: " + names(invariants));
      if (broken.isEmpty()) {
        if (inSmall instanceof Verdict.Violated) {
          throw new IllegalStateException(
              "proved and refuted: %s in %s".formatted(property.name(), design));
        }
        remarks.add(
            "second opinion: %s exploring 1 x %d subsections; by execution from every state of"
                    .formatted(inSmall.word(), SMALL.subsections())
                + " %d subsections".formatted(SecondOpinion.SUBSECTIONS));
        Verdict verdict =
            inSmall instanceof Verdict.Holds
                ? new Verdict.Holds(reach)
                : inSmall instanceof Verdict.Vacuous v
                    ? new Verdict.Vacuous(reach, v.premise())
                    : inconclusive("proved, but the second opinion was not finished");
        return answer(property, verdict, remarks);
      }
      String state = describe(broken.get());
      remarks.add("counterexample to induction: " + state);
      if (inSmall instanceof Verdict.Violated v
          && subsections % SMALL.subsections() == 0
          && v.evidence() instanceof Trace trace) {
        Trace real =
            new Tracer(kernel).trace(Scaling.scaled(trace.script(), subsections), property);
        remarks.add(
            "trace found at %d subsections and replayed at %d"
                .formatted(SMALL.subsections(), subsections));
        return answer(property, new Verdict.Violated(reach, real), remarks);
      }
      return answer(
          property,
          inconclusive("not inductive, and no trace was found that reaches " + state),
          remarks);
    }

    private Answer answer(Property property, Verdict verdict, List<String> remarks) {
      Duration time = Duration.ofNanos(System.nanoTime() - started);
      Statistics statistics =
          new Statistics(induction.obligations(), prover.calls(), induction.paths(), 0, time);
      return new Answer(architecture.name(), property, verdict, statistics, remarks);
    }

    private Answer undecided(Property property, String why) {
      return answer(property, inconclusive(why), List.of());
    }

    private Verdict inconclusive(String reason) {
      return new Verdict.Inconclusive(new Reach.ToDepth(0, new Geometry(1, subsections)), reason);
    }

    private String names(List<Property.OfState> properties) {
      return properties.isEmpty()
          ? "nothing"
          : properties.stream().map(Property::name).collect(Collectors.joining(", "));
    }

    private String describe(Counterexample broken) {
      return broken.before()
          + broken
              .step()
              .map(
                  s ->
                      ", then %s %s%s"
                          .formatted(
                              s.kind().text(),
                              s.range(),
                              s.altmap().isGiven() ? " with an altmap" : ""))
              .orElse(" at boot");
    }
  }
}
