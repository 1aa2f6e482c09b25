package org.mhpcheck.checker.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mhpcheck.model.answer.Progress;

/** What is told on the way adds up. */
class ProgressTest {
  @Test
  void isToldLevelByLevel() {
    Graph graph = Graph.from(0).edge(0, 1).edge(1, 2).edge(1, 3).edge(2, 0).edge(3, 0);
    List<Progress> told = new ArrayList<>();
    Exploration exploration =
        new Explorer(graph, 1, Graph.ONE_THREAD, "graph", told::add).explore();
    assertEquals(
        List.of(
            "graph: 2 states, 1 transitions, depth 0, 1 waiting, 1 of a section",
            "graph: 4 states, 3 transitions, depth 1, 2 waiting, 2 of a section",
            "graph: 4 states, 5 transitions, depth 2, 0 waiting, 4 of a section"),
        told.stream().map(ProgressTest::text).toList());
    assertTrue(told.stream().allMatch(p -> p.bytes() > 0));
    assertEquals(4, exploration.states());
  }

  private static String text(Progress p) {
    return "%s: %d states, %d transitions, depth %d, %d waiting, %d of a section"
        .formatted(
            p.what(), p.states(), p.transitions(), p.depth(), p.frontier(), p.sectionStates());
  }
}
