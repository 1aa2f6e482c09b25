package org.mhpcheck.checker.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mhpcheck.checker.Worlds;
import org.mhpcheck.model.answer.Reach;
import org.mhpcheck.model.answer.Statistics;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.question.Limits;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.model.state.Geometry;

/** What exploration may say, and how far it goes. */
class VerdictsTest {
  private static final Geometry SIZE = new Geometry(1, 4);
  private static final Property FREED = Worlds.property("boot-usage-never-freed");

  private static Question.Explore with(Limits limits, BootLayout... boot) {
    Question.Explore world = Worlds.direct(1, 4, false);
    return new Question.Explore(SIZE, List.of(boot), world.callers(), world.faults(), limits);
  }

  private static Limits depth(int depth) {
    return new Limits(Optional.of(depth), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static Verdict verdict(Question.Explore world, String design) {
    return Worlds.answers(1, world, design, FREED).get(0).verdict();
  }

  @Test
  void holds() {
    assertEquals(
        new Verdict.Holds(new Reach.Exhaustive(SIZE)), verdict(Worlds.direct(1, 4, false), "v5.5"));
  }

  @Test
  void violatedThoughTheRunIsComplete() {
    Verdict.Violated verdict =
        assertInstanceOf(Verdict.Violated.class, verdict(Worlds.direct(1, 4, false), "v5.4"));
    assertEquals(new Reach.Exhaustive(SIZE), verdict.reach());
    assertEquals(3, assertInstanceOf(Trace.class, verdict.evidence()).depth());
  }

  @Test
  void vacuousWherePremiseIsNeverMet() {
    assertEquals(
        new Verdict.Vacuous(new Reach.Exhaustive(SIZE), FREED.about().premise()),
        verdict(with(Limits.NONE, BootLayout.ABSENT), "v5.4"));
  }

  @Test
  void inconclusiveWhereTheRunWasCutOff() {
    assertEquals(
        new Verdict.Inconclusive(new Reach.ToDepth(2, SIZE), "depth limit of 2 calls"),
        verdict(with(depth(2), BootLayout.FULL), "v5.4"));
  }

  @Test
  void violatedWhereTheRunWasCutOffLater() {
    Verdict verdict = verdict(with(depth(3), BootLayout.FULL), "v5.4");
    assertInstanceOf(Verdict.Violated.class, verdict);
    assertEquals(new Reach.ToDepth(3, SIZE), verdict.reach());
  }

  /** Nothing was found wrong, but it was not all looked at: no pass, and not vacuous either. */
  @Test
  void inconclusiveComesBeforeVacuous() {
    assertInstanceOf(
        Verdict.Inconclusive.class, verdict(with(depth(1), BootLayout.ABSENT), "v5.4"));
  }

  @Test
  void statisticsCountStatesOfAllSectionsAndOfOne() {
    Statistics statistics =
        Worlds.answers(2, Worlds.direct(2, 4, true), "v6.12", FREED).get(0).statistics();
    assertEquals(47 * 47, statistics.states());
    assertEquals(47, statistics.sectionStates());
  }

  @Test
  void cancelledIsInconclusive() {
    Scenario scenario = Worlds.scenario(Worlds.direct(1, 4, false), "v5.5", List.of(FREED));
    Verdict verdict =
        new ExploreEngine(1, false, () -> true)
            .answers(scenario, scenario.designs().get(0), p -> {})
            .get(0)
            .verdict();
    assertEquals("interrupted", assertInstanceOf(Verdict.Inconclusive.class, verdict).reason());
  }

  @Test
  void stoppingAtTheFirstLeavesOthersInconclusive() {
    Property holding = Worlds.property("boot-usage-is-reserved");
    Scenario scenario =
        Worlds.scenario(Worlds.direct(1, 4, false), "v5.4", List.of(holding, FREED));
    List<Engine.Answer> answers =
        new ExploreEngine(1, true, () -> false)
            .answers(scenario, scenario.designs().get(0), p -> {});
    assertInstanceOf(Verdict.Inconclusive.class, answers.get(0).verdict());
    assertInstanceOf(Verdict.Violated.class, answers.get(1).verdict());
  }
}
