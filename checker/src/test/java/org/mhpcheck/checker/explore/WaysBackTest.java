package org.mhpcheck.checker.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.mhpcheck.model.answer.Progress;
import org.mhpcheck.model.question.Limits;

/** Which states there is no way back from, and when that is not known. */
class WaysBackTest {
  private static final long BACK = 1;
  private static final int LONG = 3000;

  private static Graph from(int... initial) {
    return Graph.from(initial).asksWaysBack(BACK);
  }

  private static void allComeBack(Graph graph) {
    Exploration exploration = graph.explore(BACK);
    assertEquals(Map.of(), exploration.violations());
    assertEquals(Optional.empty(), exploration.waysUnknown());
  }

  private static void lost(Graph graph, Integer... path) {
    Exploration exploration = graph.explore(BACK);
    assertEquals(Map.of(0, Graph.ofState(path)), exploration.violations());
    assertEquals(Optional.empty(), exploration.waysUnknown());
  }

  @Test
  void aStateAtRestIsBackAlready() {
    allComeBack(from(0).rests(0, BACK));
  }

  @Test
  void aStateThatLeadsNowhereIsLost() {
    lost(from(0), 0);
    lost(from(0).rests(0, BACK).edge(0, 1), 0, 1);
  }

  @Test
  void aWayBackMayBeLong() {
    Graph chain = from(0).rests(LONG, BACK);
    for (int i = 0; i < LONG; i++) {
      chain.edge(i, i + 1);
    }
    allComeBack(chain);
  }

  @Test
  void goingRoundInCirclesIsNoWayBack() {
    lost(from(0).rests(0, BACK).edge(0, 1).edge(1, 2).edge(2, 1).edge(2, 2), 0, 1);
    allComeBack(from(0).rests(0, BACK).edge(0, 1).edge(1, 2).edge(2, 1).edge(2, 0));
  }

  /** What is broken for good later is no reason to call broken what can still turn back. */
  @Test
  void theFirstWithoutAWayBackIsTold() {
    lost(from(0).rests(0, BACK).edge(0, 1).edge(1, 0).edge(1, 2).edge(2, 3).edge(3, 2), 0, 1, 2);
  }

  @Test
  void aShortestPathToItIsTold() {
    lost(
        from(0)
            .rests(0, BACK)
            .edge(0, 1)
            .edge(1, 0)
            .edge(1, 3)
            .edge(0, 2)
            .edge(2, 0)
            .edge(2, 4)
            .edge(0, 4),
        0,
        4);
  }

  @Test
  void anEndedBranchLeadsNowhere() {
    allComeBack(from(0).rests(0, BACK).deadEnd(0, 0));
    lost(from(0).rests(0, BACK).edge(0, 1).deadEnd(1, 0), 0, 1);
  }

  @Test
  void eachPropertyHasItsOwnRest() {
    Graph graph = Graph.from(0).asksWaysBack(0b111).rests(0, 0b011).edge(0, 1).edge(1, 2);
    graph.rests(2, 0b101);
    Exploration exploration = graph.explore(0b111);
    assertEquals(Map.of(1, Graph.ofState(0, 1)), exploration.violations());
  }

  /** Other properties are judged as if there were none of recovery. */
  @Test
  void nothingElseChanges() {
    Graph graph = from(0).edge(0, 1).edge(1, 2).breaks(2, 2).premises(1, 4);
    Exploration with = graph.explore(7);
    Exploration without = graph.explore(6);
    assertEquals(Set.of(0, 1), with.violations().keySet());
    assertEquals(without.violations().get(1), with.violations().get(1));
    assertEquals(without.states(), with.states());
    assertEquals(without.transitions(), with.transitions());
    assertEquals(without.met(), with.met());
  }

  /** A call that was not tried might lead back. */
  @Test
  void ofPartOfTheStatesNothingIsSaid() {
    Graph graph = from(0).edge(0, 1).edge(1, 2);
    Limits depth = new Limits(Optional.of(1), Optional.empty(), Optional.empty(), Optional.empty());
    Exploration exploration = graph.explore(BACK, Graph.limits(depth));
    assertEquals(Map.of(), exploration.violations());
    assertEquals(Optional.of("depth limit of 1 calls"), exploration.waysUnknown());
    assertEquals(exploration.unfinished(), exploration.waysUnknown());
  }

  /** No state of it is at rest, and each leads to all others. */
  private static Graph circle() {
    Graph circle = from(0);
    for (int i = 0; i < LONG; i++) {
      circle.edge(i, (i + 1) % LONG);
    }
    return circle;
  }

  private static void requireCutOff(Exploration exploration, String reason) {
    assertTrue(exploration.isComplete(), "exploration itself was not cut off");
    assertEquals(Map.of(), exploration.violations());
    assertEquals(
        Optional.of(reason + ", before every way back was looked for"), exploration.waysUnknown());
  }

  /** The tables of the search come on top of what is reached. */
  @Test
  void cutOffByMemory() {
    long reached = circle().explore(0).bytes();
    Limits limits =
        new Limits(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(reached + 100));
    requireCutOff(
        circle().explore(BACK, Graph.limits(limits)),
        "memory limit of %d MB".formatted(reached + 100 >> 20));
  }

  private static void cutOffBy(Runnable whenAsked, Settings settings, String reason) {
    Graph graph = new Told(whenAsked).asksWaysBack(BACK).edge(0, 1);
    Exploration exploration = graph.explore(BACK, settings);
    requireCutOff(exploration, reason);
  }

  @Test
  void cutOffByCancelling() {
    AtomicBoolean cancelled = new AtomicBoolean();
    Settings settings = new Settings(1, Limits.NONE, false, cancelled::get);
    cutOffBy(() -> cancelled.set(true), settings, "interrupted");
  }

  @Test
  void cutOffByTime() {
    Duration most = Duration.ofMillis(500);
    Limits limits =
        new Limits(Optional.empty(), Optional.of(most), Optional.empty(), Optional.empty());
    cutOffBy(
        () -> LockSupport.parkNanos(most.toNanos()), Graph.limits(limits), "time limit of 0 s");
  }

  /** From 0; something is done about it when it is asked what is at rest. */
  private static final class Told extends Graph {
    private final Runnable whenAsked;

    Told(Runnable whenAsked) {
      this.whenAsked = whenAsked;
    }

    @Override
    public void initial(Consumer<int[]> states) {
      states.accept(new int[] {0});
    }

    @Override
    public long notRecoveredIn(int state) {
      whenAsked.run();
      return super.notRecoveredIn(state);
    }
  }

  @Test
  void theSearchIsTold() {
    List<Progress> told = new ArrayList<>();
    new Explorer(circle(), BACK, Graph.ONE_THREAD, "circle", told::add).explore();
    Progress last = told.get(told.size() - 1);
    assertEquals("circle (ways back)", last.what());
    assertEquals(LONG, last.frontier());
    assertEquals(LONG, last.states());
    told.clear();
    new Explorer(Graph.from(0), BACK, Graph.ONE_THREAD, "none", told::add).explore();
    assertFalse(told.stream().anyMatch(p -> p.what().contains("ways back")));
  }
}
