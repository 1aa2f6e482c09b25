package org.mhpcheck.checker.cli.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mhpcheck.checker.run.Grading;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.NotAsked;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.question.Expectation;
import org.mhpcheck.model.question.Scenario;

/**
 * What is expected where no scenario says it: that a design breaks nothing but what some packaged
 * scenario expects it to break, and that a tree breaks what the model of its design does, as it
 * does.
 */
public final class Foretold {
  private final Design design;

  /** By property: what scenarios expect to be violated, however they ask for it. */
  private final Map<String, Expectation> known = new HashMap<>();

  public Foretold(Design design) {
    this.design = design;
    for (Scenario scenario : Catalogue.scenarios().all()) {
      scenario.designs().stream()
          .filter(design::equals)
          .forEach(d -> scenario.properties().forEach(p -> learn(scenario, d, p)));
    }
  }

  private void learn(Scenario scenario, Design asked, Property property) {
    scenario
        .expectation(asked, property)
        .filter(e -> e.verdict() == Expectation.Word.VIOLATED)
        .ifPresent(e -> known.putIfAbsent(property.name(), e));
  }

  /** What the model answered with nothing expected, held against what is known of its design. */
  public Finding graded(Finding finding) {
    Expectation expected = expectation(finding);
    return new Finding(
        finding.scenario(),
        finding.kernel(),
        finding.design(),
        finding.subject(),
        finding.property(),
        finding.verdict(),
        finding.statistics(),
        Optional.of(expected),
        Grading.grade(finding.verdict(), Optional.of(expected)),
        finding.remarks());
  }

  private Expectation expectation(Finding finding) {
    Optional<Expectation> broken = Optional.ofNullable(known.get(finding.property().name()));
    return finding.verdict() instanceof Verdict.Violated v && broken.isPresent()
        ? new Expectation(Expectation.Word.VIOLATED, depth(v), broken.get().known())
        : Expectation.HOLDS;
  }

  private static Optional<Integer> depth(Verdict.Violated violated) {
    return violated.evidence() instanceof Trace t ? Optional.of(t.depth()) : Optional.empty();
  }

  /**
   * The same questions of a tree, as far as the model answered them.
   *
   * @param answers the model's
   * @param notAsked gets the others, and why
   */
  public List<Scenario> ofTree(
      List<Scenario> asked, List<Finding> answers, List<NotAsked> notAsked) {
    List<Scenario> all = new ArrayList<>();
    for (Scenario scenario : asked) {
      List<Property> properties = new ArrayList<>();
      Map<String, Expectation> expected = new HashMap<>();
      for (Property property : scenario.properties()) {
        Optional<Finding> answer =
            answers.stream()
                .filter(f -> f.scenario().equals(scenario) && f.property() == property)
                .findFirst();
        Optional<String> why = unanswered(answer);
        if (why.isPresent()) {
          notAsked.add(new NotAsked(scenario.name() + "/" + property.name(), why.get()));
        } else {
          properties.add(property);
          expected.put(property.name(), expectation(answer.orElseThrow()));
        }
      }
      if (!properties.isEmpty()) {
        all.add(
            new Scenario(
                scenario.name(),
                scenario.title(),
                scenario.why(),
                scenario.question(),
                List.of(design),
                List.copyOf(properties),
                Optional.of(Map.of(design.name(), expected))));
      }
    }
    return all;
  }

  /** Why a tree is not asked; empty if it is. */
  private Optional<String> unanswered(Optional<Finding> answer) {
    if (answer.isEmpty() || answer.get().verdict() instanceof Verdict.Inconclusive) {
      return Optional.of("the model of %s has not answered it".formatted(design));
    }
    return answer.get().verdict() instanceof Verdict.Vacuous
        ? Optional.of("vacuous in the model of %s".formatted(design))
        : Optional.empty();
  }
}
