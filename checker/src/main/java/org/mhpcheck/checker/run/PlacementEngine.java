package org.mhpcheck.checker.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.mhpcheck.model.answer.Evidence;
import org.mhpcheck.model.answer.Progress;
import org.mhpcheck.model.answer.Reach;
import org.mhpcheck.model.answer.Statistics;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.bootmem.Placed;
import org.mhpcheck.model.bootmem.Placement;
import org.mhpcheck.model.bootmem.Placements;
import org.mhpcheck.model.bootmem.Shape;
import org.mhpcheck.model.bootmem.UsageSizes;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.claim.Property.OfPlacement;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.question.Scenario;

/** Answers about where usages lie, by going through every placement on a machine of some shape. */
public final class PlacementEngine implements Engine {

  /** What all placements have come to, of one property. */
  private static final class Judged {
    private final OfPlacement property;
    private boolean met;
    private Optional<Placed> broken = Optional.empty();

    Judged(OfPlacement property) {
      this.property = property;
    }

    void judge(Placed placed) {
      met |= property.premise().test(placed);
      if (broken.isEmpty() && !property.holds().test(placed)) {
        broken = Optional.of(placed);
      }
    }

    Verdict verdict(Reach reach) {
      if (broken.isPresent()) {
        return new Verdict.Violated(
            reach, new Evidence.Numbers(property.shows().apply(broken.get())));
      }
      return met
          ? new Verdict.Holds(reach)
          : new Verdict.Vacuous(reach, property.about().premise());
    }
  }

  @Override
  public List<Answer> answers(Scenario scenario, AskedKernel asked, Consumer<Progress> progress) {
    Question.Placements question = (Question.Placements) scenario.question();
    long started = System.nanoTime();
    List<Judged> all =
        scenario.properties().stream().map(p -> new Judged((OfPlacement) p)).toList();
    UsageSizes sizes = UsageSizes.of(question.arch(), asked.design(), question.planted());
    long count = 0;
    for (Shape shape : question.shapes()) {
      for (Placement placement : Placements.of(shape)) {
        count++;
        Placed placed = Placed.of(placement, asked.design(), sizes, question.planted());
        all.forEach(j -> j.judge(placed));
      }
    }
    Statistics statistics =
        new Statistics(count, 0, 0, 0, Duration.ofNanos(System.nanoTime() - started));
    Reach reach = new Reach.AllValues(text(question, count));
    List<String> remarks = question.planted().map(p -> "planted: " + p.text()).stream().toList();
    List<Answer> answers = new ArrayList<>();
    for (Judged judged : all) {
      Property property = judged.property;
      answers.add(new Answer("", property, judged.verdict(reach), statistics, remarks));
    }
    return answers;
  }

  private static String text(Question.Placements question, long count) {
    Shape shape = question.shapes().get(0);
    return "all %d placements on %d sections of %d pages of %s bytes, on %s, of %s"
        .formatted(
            count,
            shape.sections(),
            shape.pages(),
            question.shapes().stream()
                .map(s -> String.valueOf(s.pageSize()))
                .collect(Collectors.joining(", ")),
            shape.nodes() == 1 ? "one node" : "two nodes",
            question.arch().name());
  }
}
