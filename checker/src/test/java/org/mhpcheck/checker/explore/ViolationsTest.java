package org.mhpcheck.checker.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which violation is kept of each property, and what it says. */
class ViolationsTest {
  private static final long FIRST = 1;
  private static final long SECOND = 2;
  private static final long THIRD = 4;

  @Test
  void ofAState() {
    Graph graph = Graph.from(0).edge(0, 1).edge(1, 2).breaks(2, FIRST);
    Violation violation = graph.explore(FIRST).violations().get(0);
    assertEquals(new Violation(List.of(0L, 1L, 2L), -1), violation);
    assertFalse(violation.isOfTransition());
  }

  @Test
  void ofAnInitialState() {
    Graph graph = Graph.from(0, 4).breaks(4, FIRST);
    assertEquals(new Violation(List.of(4L), -1), graph.explore(FIRST).violations().get(0));
  }

  @Test
  void ofATransitionNamesItsNumber() {
    Graph graph =
        Graph.from(0).edge(0, 1).edge(1, 1).edge(1, 2).breakingEdge(1, 0, FIRST).edge(1, 3);
    Violation violation = graph.explore(FIRST).violations().get(0);
    assertEquals(new Violation(List.of(0L, 1L), 2), violation);
    assertTrue(violation.isOfTransition());
  }

  @Test
  void ofATransitionThatEndsTheBranch() {
    Graph graph = Graph.from(0).edge(0, 1).edge(1, 0).deadEnd(1, FIRST);
    assertEquals(new Violation(List.of(0L, 1L), 1), graph.explore(FIRST).violations().get(0));
  }

  @Test
  void ofASelfLoop() {
    Graph graph = Graph.from(0).breakingEdge(0, 0, FIRST);
    assertEquals(new Violation(List.of(0L), 0), graph.explore(FIRST).violations().get(0));
  }

  @Test
  void theShortestIsKept() {
    Graph graph =
        Graph.from(0).edge(0, 1).edge(1, 2).edge(2, 3).edge(0, 3).breaks(2, FIRST).breaks(3, FIRST);
    assertEquals(List.of(0L, 3L), graph.explore(FIRST).violations().get(0).path());
  }

  @Test
  void eachPropertyKeepsItsOwn() {
    Graph graph =
        Graph.from(0)
            .edge(0, 1)
            .breakingEdge(1, 2, SECOND | THIRD)
            .breaks(1, FIRST)
            .breaks(2, FIRST | SECOND);
    assertEquals(
        Map.of(
            0, new Violation(List.of(0L, 1L), -1),
            1, new Violation(List.of(0L, 1L), 0),
            2, new Violation(List.of(0L, 1L), 0)),
        graph.explore(FIRST | SECOND | THIRD).violations());
  }

  @Test
  void onlyWhatIsAskedIsKept() {
    Graph graph = Graph.from(0).edge(0, 1).breaks(1, FIRST | THIRD);
    assertEquals(Set.of(2), graph.explore(SECOND | THIRD).violations().keySet());
  }

  @Test
  void aBrokenStateIsExpandedLikeAnyOther() {
    Graph graph = Graph.from(0).edge(0, 1).edge(1, 2).edge(2, 3).breaks(1, FIRST);
    Exploration asked = graph.explore(FIRST);
    assertEquals(4, asked.states());
    assertEquals(3, asked.depth());
    assertEquals(graph.explore(0).transitions(), asked.transitions());
    assertTrue(asked.isComplete());
  }

  @Test
  void thePropertyWithTheHighestBitIsOneToo() {
    Graph graph = Graph.from(0).edge(0, 1).breaks(1, Long.MIN_VALUE);
    assertEquals(Set.of(63), graph.explore(-1).violations().keySet());
  }
}
