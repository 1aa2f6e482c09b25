package org.mhpcheck.checker.prove;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mhpcheck.checker.run.AskedKernel;
import org.mhpcheck.checker.run.Engine;
import org.mhpcheck.model.answer.Evidence;
import org.mhpcheck.model.answer.Progress;
import org.mhpcheck.model.answer.Reach;
import org.mhpcheck.model.answer.Statistics;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.claim.Property.Arithmetic;
import org.mhpcheck.model.claim.Property.Arithmetic.Scope;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.layout.Architecture;
import org.mhpcheck.model.layout.Parameter;
import org.mhpcheck.model.layout.ParameterSpace;
import org.mhpcheck.model.layout.SectionLayout;
import org.mhpcheck.model.layout.SizeClaim;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.question.Scenario;

/**
 * Answers about sizes twice: by Choco over the formulas, and by evaluating them for every
 * combination of values. A property that says nothing in a design has no answer there.
 */
public final class SizesEngine implements Engine {
  private static final String WITH = "VMEMMAP";
  private static final String WITHOUT = "!VMEMMAP";

  private final TwoOpinions opinions = new TwoOpinions();

  @Override
  public List<Answer> answers(Scenario scenario, AskedKernel asked, Consumer<Progress> progress) {
    Question.Sizes question = (Question.Sizes) scenario.question();
    List<Answer> answers = new ArrayList<>();
    for (Property property : scenario.properties()) {
      answer((Arithmetic) property, question, asked.design()).ifPresent(answers::add);
    }
    return answers;
  }

  private Optional<Answer> answer(Arithmetic property, Question.Sizes question, Design design) {
    long started = System.nanoTime();
    List<TwoOpinions.Opinion> found = new ArrayList<>();
    for (Asked asked : asked(property, question, design)) {
      found.add(opinions.of(asked.claim(), asked.values(), asked.name()));
    }
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Reach reach =
        new Reach.AllValues(
            found.stream()
                .map(TwoOpinions.Opinion::reach)
                .distinct()
                .collect(Collectors.joining("; ")));
    List<String> broken = found.stream().flatMap(o -> o.broken().stream()).toList();
    Verdict verdict =
        broken.isEmpty()
            ? new Verdict.Holds(reach)
            : new Verdict.Violated(reach, new Evidence.Numbers(String.join("\n", broken)));
    Statistics statistics =
        new Statistics(
            found.stream().mapToLong(TwoOpinions.Opinion::tuples).sum(),
            found.stream().mapToLong(TwoOpinions.Opinion::calls).sum(),
            0,
            0,
            Duration.ofNanos(System.nanoTime() - started));
    return Optional.of(new Answer("", property, verdict, statistics, List.of()));
  }

  /** A claim, whose numbers it is asked of, and what those are called. */
  private record Asked(SizeClaim claim, SizeValues values, String name) {}

  private static List<Asked> asked(Arithmetic property, Question.Sizes question, Design design) {
    List<Asked> all = new ArrayList<>();
    for (boolean vmemmap : List.of(true, false)) {
      SectionLayout layout = SectionLayout.of(design, vmemmap);
      Optional<SizeClaim> claim = property.claim().apply(layout);
      List<Architecture> architectures =
          question.architectures().stream().filter(a -> a.vmemmap() == vmemmap).toList();
      if (claim.isPresent() && !architectures.isEmpty()) {
        Map<String, Map<Parameter, Integer>> rows =
            SizeValues.rows(architectures, a -> a.values(design));
        all.add(new Asked(claim.get(), new SizeValues.Rows(rows), vmemmap ? "" : WITHOUT));
      }
    }
    if (question.anyParameters() && property.scope() == Scope.ANY_PARAMETERS) {
      all.addAll(ofAny(property, design));
    }
    return all;
  }

  /** Once, where VMEMMAP makes no difference. */
  private static List<Asked> ofAny(Arithmetic property, Design design) {
    SectionLayout with = SectionLayout.of(design, true);
    SectionLayout without = SectionLayout.of(design, false);
    Optional<SizeClaim> one = property.claim().apply(with);
    Optional<SizeClaim> other = property.claim().apply(without);
    if (one.equals(other)) {
      return one.map(c -> ofAny(c, design, with, "")).stream().toList();
    }
    return Stream.of(
            one.map(c -> ofAny(c, design, with, WITH)),
            other.map(c -> ofAny(c, design, without, WITHOUT)))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Asked ofAny(SizeClaim claim, Design design, SectionLayout layout, String name) {
    return new Asked(claim, new SizeValues.Any(ParameterSpace.of(design, layout)), name);
  }
}
