package org.mhpcheck.checker.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mhpcheck.checker.TakingOver;
import org.mhpcheck.checker.Worlds;
import org.mhpcheck.model.answer.CallsAtHand;
import org.mhpcheck.model.answer.Reach;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.question.Limits;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.question.Scenario;

/** Whether sections can be brought back, and what may be said of it. */
class RecoveryVerdictsTest {
  private static final Property BACK = Worlds.property("section-can-be-brought-back");
  private static final Property UNCHANGED = Worlds.property("failed-add-changes-nothing");

  private static Verdict verdict(Question.Explore world, String design) {
    return Worlds.answers(1, world, design, BACK).get(0).verdict();
  }

  @ParameterizedTest
  @ValueSource(strings = {"v5.6", "v6.1", "v6.12", "v6.12-debian"})
  void whatADevicesFailedAddLeavesCannotBeBroughtBack(String design) {
    Question.Explore world = Worlds.device(2, 2, true);
    Verdict.Violated violated = assertInstanceOf(Verdict.Violated.class, verdict(world, design));
    assertEquals(new Reach.Exhaustive(world.geometry()), violated.reach());
    Trace trace = assertInstanceOf(Trace.class, violated.evidence());
    assertEquals(1, trace.depth());
    assertEquals(
        Optional.of(new CallsAtHand(List.of(Caller.DEVICE), List.of(Altmap.NONE), true)),
        trace.atHand());
    assertEquals(
        "section 1: bits without an owner 11 (map 11, owned 00); no way back: of all 10"
            + " states reachable from here, by 105 whole calls of device, failing ones too, none"
            + " has every section back",
        trace.clause());
    assertEquals(List.of(), trace.mendedBy());
  }

  @Test
  void norCanWhatAMemoryBlocksFailedAddLeaves() {
    Question.Explore device = Worlds.device(2, 2, true);
    Question.Explore world =
        new Question.Explore(
            device.geometry(),
            device.boot(),
            List.of(Caller.MEMORY_BLOCK),
            device.faults(),
            device.limits());
    Verdict.Violated violated = assertInstanceOf(Verdict.Violated.class, verdict(world, "v6.12"));
    assertEquals(1, assertInstanceOf(Trace.class, violated.evidence()).depth());
  }

  /** A section's own part of a failed add is undone. */
  @Test
  void inOneSectionNothingIsLeft() {
    Question.Explore world = Worlds.with(Worlds.device(1, 4, true), Altmap.NONE, Altmap.ALTMAP);
    assertEquals(
        new Verdict.Holds(new Reach.Exhaustive(world.geometry())), verdict(world, "v6.12"));
  }

  @Test
  void withoutFaultsNoAddFails() {
    Question.Explore world = Worlds.device(2, 2, false);
    assertEquals(
        new Verdict.Vacuous(
            new Reach.Exhaustive(world.geometry()), "a call that adds memory returns an error"),
        verdict(world, "v6.12"));
  }

  /** Something is left here too, and it is brought back. */
  @Test
  void whatIsLeftAndTakenOverIsBroughtBack() {
    Question.Explore world = Worlds.device(2, 2, true);
    Scenario scenario = Worlds.scenario(world, "v6.12", List.of(BACK, UNCHANGED));
    AskedKernel asked = new AskedKernel(new TakingOver(), Design.parse("v6.12"), List.of());
    List<Engine.Answer> answers =
        new ExploreEngine(2, false, () -> false).answers(scenario, asked, p -> {});
    assertEquals(
        new Verdict.Holds(new Reach.Exhaustive(world.geometry())), answers.get(0).verdict());
    assertInstanceOf(Verdict.Violated.class, answers.get(1).verdict());
  }

  /** The first call leaves what cannot be brought back, but a later one might do it. */
  @Test
  void ofAnExplorationThatWasCutOffNothingIsSaid() {
    Question.Explore world = Worlds.device(2, 2, true);
    Limits depth = new Limits(Optional.of(2), Optional.empty(), Optional.empty(), Optional.empty());
    assertEquals(
        new Verdict.Inconclusive(new Reach.ToDepth(2, world.geometry()), "depth limit of 2 calls"),
        verdict(world.withLimits(depth), "v6.12"));
  }

  @Test
  void aSearchThatWasCutOffLeavesOtherVerdictsAsTheyAre() {
    Question.Explore world = Worlds.device(1, 4, true);
    Property allOwned =
        new Property.OfRecovery(
            BACK.about(),
            (operation, rc) -> true,
            s -> s.owners().any().isFull(),
            s -> "not all is owned");
    Scenario scenario = Worlds.scenario(world, "v6.12", List.of(allOwned, UNCHANGED));
    AtomicBoolean searching = new AtomicBoolean();
    List<Engine.Answer> answers =
        new ExploreEngine(1, false, searching::get)
            .answers(
                scenario,
                scenario.designs().get(0),
                p -> searching.set(p.what().endsWith("(ways back)")));
    Verdict.Inconclusive inconclusive =
        assertInstanceOf(Verdict.Inconclusive.class, answers.get(0).verdict());
    assertEquals("interrupted, before every way back was looked for", inconclusive.reason());
    assertInstanceOf(Reach.ToDepth.class, inconclusive.reach());
    assertEquals(
        new Verdict.Holds(new Reach.Exhaustive(world.geometry())), answers.get(1).verdict());
  }
}
