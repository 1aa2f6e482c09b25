package org.mhpcheck.checker.prove;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.mhpcheck.checker.replay.Tracer;
import org.mhpcheck.checker.run.Engine;
import org.mhpcheck.checker.run.Engine.Answer;
import org.mhpcheck.model.answer.Progress;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.question.Limits;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.model.state.Geometry;

/** What exploration says of the same properties where sections are small. */
final class SmallWorld {
  static final int SUBSECTIONS = 4;

  private final Design design;
  private final Map<String, Answer> answers = new HashMap<>();

  private SmallWorld(Design design) {
    this.design = design;
  }

  /** Of one section what speaks of one; of two, without altmaps, what speaks of calls. */
  static SmallWorld explored(
      Engine explorer, Scenario scenario, Design design, Consumer<Progress> progress) {
    SmallWorld small = new SmallWorld(design);
    List<Property> ofSections =
        scenario.properties().stream().filter(p -> !(p instanceof Property.OfCall)).toList();
    List<Property> ofCalls =
        scenario.properties().stream().filter(p -> p instanceof Property.OfCall).toList();
    small.explore(explorer, scenario, 1, ProvedSteps.altmaps(design), ofSections, progress);
    small.explore(explorer, scenario, 2, List.of(Altmap.NONE), ofCalls, progress);
    return small;
  }

  private void explore(
      Engine explorer,
      Scenario scenario,
      int sections,
      List<Altmap> altmaps,
      List<Property> properties,
      Consumer<Progress> progress) {
    if (properties.isEmpty()) {
      return;
    }
    Question question =
        new Question.Explore(
            new Geometry(sections, SUBSECTIONS),
            BootLayout.DEFAULTS,
            List.of(Caller.DIRECT),
            altmaps,
            true,
            Limits.NONE);
    Scenario asked =
        new Scenario(
            scenario.name(),
            scenario.title(),
            scenario.why(),
            question,
            scenario.designs(),
            properties,
            Optional.empty());
    explorer.answers(asked, design, progress).forEach(a -> answers.put(a.property().name(), a));
  }

  Verdict verdict(Property property) {
    return answers.get(property.name()).verdict();
  }

  /** {@code property} as it was asked, of whichever design. */
  Property asked(Property property) {
    return answers.get(property.name()).property();
  }

  /** A trace found here that breaks {@code property}, replayed in sections of real size. */
  Optional<Trace> scaled(Property property, int subsections) {
    return verdict(property) instanceof Verdict.Violated v
            && v.evidence() instanceof Trace trace
            && subsections % SUBSECTIONS == 0
        ? Optional.of(
            new Tracer(new ModelledKernel(design))
                .trace(Scaling.scaled(trace.script(), subsections), asked(property)))
        : Optional.empty();
  }

  /** Where what is said of {@code property} was explored, in words. */
  String text(Property property) {
    return "%s exploring %d x %d subsections"
        .formatted(
            verdict(property).word(), property instanceof Property.OfCall ? 2 : 1, SUBSECTIONS);
  }
}
