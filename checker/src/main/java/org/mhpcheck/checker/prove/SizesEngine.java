package org.mhpcheck.checker.prove;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.mhpcheck.checker.run.AskedKernel;
import org.mhpcheck.checker.run.Engine;
import org.mhpcheck.model.answer.Evidence;
import org.mhpcheck.model.answer.Progress;
import org.mhpcheck.model.answer.Reach;
import org.mhpcheck.model.answer.Statistics;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.layout.Architecture;
import org.mhpcheck.model.layout.Parameter;
import org.mhpcheck.model.layout.SizeClaim;
import org.mhpcheck.model.layout.UsageLayout;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.question.Scenario;

/** Answers about sizes twice: by Choco over the formulas, and by evaluating them directly. */
public final class SizesEngine implements Engine {

  @Override
  public List<Answer> answers(Scenario scenario, AskedKernel asked, Consumer<Progress> progress) {
    Design design = asked.design();
    List<Answer> answers = new ArrayList<>();
    List<Architecture> architectures = ((Question.Sizes) scenario.question()).architectures();
    for (boolean vmemmap : List.of(true, false)) {
      List<Architecture> alike =
          architectures.stream().filter(a -> a.vmemmap() == vmemmap).toList();
      if (!alike.isEmpty()) {
        for (Property property : scenario.properties()) {
          answers.add(answer((Property.Arithmetic) property, design, alike, vmemmap));
        }
      }
    }
    return answers;
  }

  private static Answer answer(
      Property.Arithmetic property,
      Design design,
      List<Architecture> architectures,
      boolean vmemmap) {
    long started = System.nanoTime();
    UsageLayout layout = UsageLayout.of(design, vmemmap);
    SizeClaim claim = property.holds().apply(layout);
    List<Map<Parameter, Integer>> rows = architectures.stream().map(a -> a.values(design)).toList();
    List<String> broken =
        architectures.stream()
            .filter(a -> !claim.holds(a.values(design)))
            .map(a -> sizes(a, design, layout))
            .toList();
    SizeSolver solver = new SizeSolver(rows);
    solver.confirm(List.of(layout.structSize(), layout.usemapSize(), layout.usageSize()));
    if (solver.refutes(claim) == broken.isEmpty()) {
      throw new IllegalStateException(
          "solver and evaluation disagree on %s in %s".formatted(property.name(), design));
    }
    Reach reach =
        new Reach.AllValues(
            "the sizes on "
                + architectures.stream().map(Architecture::name).collect(Collectors.joining(", ")));
    Verdict verdict =
        broken.isEmpty()
            ? new Verdict.Holds(reach)
            : new Verdict.Violated(reach, new Evidence.Numbers(String.join("; ", broken)));
    Statistics statistics =
        new Statistics(
            rows.size(), solver.calls(), 0, 0, Duration.ofNanos(System.nanoTime() - started));
    List<String> remarks = architectures.stream().map(a -> sizes(a, design, layout)).toList();
    return new Answer(vmemmap ? "" : "!VMEMMAP", property, verdict, statistics, remarks);
  }

  private static String sizes(Architecture architecture, Design design, UsageLayout layout) {
    Map<Parameter, Integer> values = architecture.values(design);
    return "%s: sizeof(struct mem_section_usage) %d + usemap_size() %d = %d bytes a usage"
        .formatted(
            architecture.name(),
            layout.structSize().value(values),
            layout.usemapSize().value(values),
            layout.usageSize().value(values));
  }
}
