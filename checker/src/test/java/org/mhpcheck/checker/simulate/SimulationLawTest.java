package org.mhpcheck.checker.simulate;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.mhpcheck.checker.Worlds;
import org.mhpcheck.checker.run.Engine.Answer;
import org.mhpcheck.checker.run.ExploreEngine;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.question.Limits;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.model.state.Geometry;
import org.mhpcheck.specs.property.Properties;

/** Walks find what exploration of the same world finds, and nothing else. */
class SimulationLawTest {
  private static final Question.Explore WORLD =
      new Question.Explore(
          new Geometry(2, 2),
          BootLayout.DEFAULTS,
          List.of(Caller.DEVICE, Caller.MEMORY_BLOCK),
          List.of(Altmap.NONE),
          true,
          Limits.NONE);

  private final Map<String, Map<String, Verdict>> explored = new HashMap<>();

  @Property(tries = 12)
  void whatWalksBreakExplorationBreaksNoLater(@ForAll long seed, @ForAll boolean old) {
    String design = old ? "v5.4" : "v6.12";
    Question.Simulate question = new Question.Simulate(WORLD, seed, 40);
    List<org.mhpcheck.model.claim.Property> properties =
        Properties.all().stream().filter(p -> question.notApplicable(p).isEmpty()).toList();
    Map<String, Verdict> known = explored.computeIfAbsent(design, d -> explore(d, properties));
    Scenario scenario = Worlds.scenario(question, design, properties);
    List<Answer> answers =
        new SimulateEngine(2, false, () -> false)
            .answers(scenario, scenario.designs().get(0), p -> {});
    for (Answer answer : answers) {
      if (answer.verdict() instanceof Verdict.Violated v) {
        Verdict byExploration = known.get(answer.property().name());
        assertTrue(
            byExploration instanceof Verdict.Violated e
                && ((Trace) e.evidence()).depth() <= ((Trace) v.evidence()).depth(),
            () -> answer.property().name() + ": " + byExploration.word());
      }
    }
    assertTrue(answers.stream().anyMatch(a -> a.verdict() instanceof Verdict.Violated));
  }

  private static Map<String, Verdict> explore(
      String design, List<org.mhpcheck.model.claim.Property> properties) {
    Scenario scenario = Worlds.scenario(WORLD, design, properties);
    Map<String, Verdict> verdicts = new HashMap<>();
    new ExploreEngine(2, false, () -> false)
        .answers(scenario, scenario.designs().get(0), p -> {})
        .forEach(a -> verdicts.put(a.property().name(), a.verdict()));
    return verdicts;
  }
}
