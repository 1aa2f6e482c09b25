package org.mhpcheck.checker.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** States, transitions and depth of graphs that can be counted by hand. */
class SmallGraphsTest {
  private static void requireCounts(Graph graph, long states, long transitions, int depth) {
    Exploration exploration = graph.explore(0);
    assertTrue(exploration.isComplete());
    assertEquals(states, exploration.states(), "states");
    assertEquals(transitions, exploration.transitions(), "transitions");
    assertEquals(depth, exploration.depth(), "depth");
  }

  @Test
  void oneStateAlone() {
    requireCounts(Graph.from(7), 1, 0, 0);
  }

  @Test
  void noStateAtAll() {
    requireCounts(Graph.from(), 0, 0, 0);
  }

  @Test
  void chain() {
    requireCounts(Graph.from(0).edge(0, 1).edge(1, 2).edge(2, 3), 4, 3, 3);
  }

  @Test
  void diamond() {
    requireCounts(Graph.from(0).edge(0, 1).edge(0, 2).edge(1, 3).edge(2, 3), 4, 4, 2);
  }

  @Test
  void cycle() {
    requireCounts(Graph.from(0).edge(0, 1).edge(1, 2).edge(2, 0), 3, 3, 2);
  }

  @Test
  void selfLoopIsATransitionAndNoState() {
    requireCounts(Graph.from(0).edge(0, 0).edge(0, 0), 1, 2, 0);
  }

  @Test
  void parallelEdgesAreTransitionsEach() {
    requireCounts(Graph.from(0).edge(0, 1).edge(0, 1).edge(0, 2).edge(0, 1), 3, 4, 1);
  }

  @Test
  void severalInitialStatesAreAllAtDepthZero() {
    requireCounts(Graph.from(0, 5, 0, 9).edge(0, 1).edge(1, 9).edge(9, 5), 4, 3, 1);
  }

  @Test
  void deadEndIsATransitionAndNoState() {
    requireCounts(Graph.from(0).edge(0, 1).deadEnd(1, 0).deadEnd(1, 0), 2, 3, 1);
  }

  @Test
  void whatIsNotReachableIsNotCounted() {
    requireCounts(Graph.from(0).edge(0, 1).edge(8, 9).breaks(9, 1), 2, 1, 1);
  }

  @Test
  void levelsWiderThanABlock() {
    Graph fan = Graph.from(0);
    for (int i = 1; i <= 1000; i++) {
      fan.edge(0, i).edge(i, 1000 + i % 10);
    }
    // 1 to 1000, and 1001 to 1009 behind them: 1000 + 0 is one of the first
    requireCounts(fan, 1 + 1000 + 9, 2000, 2);
  }
}
