package org.mhpcheck.checker.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    assertEquals(Graph.ofState(0, 1, 2), violation);
    assertFalse(violation.isOfTransition());
  }

  @Test
  void ofAnInitialState() {
    Graph graph = Graph.from(0, 4).breaks(4, FIRST);
    assertEquals(Graph.ofState(4), graph.explore(FIRST).violations().get(0));
  }

  @Test
  void ofATransition() {
    Graph graph =
        Graph.from(0).edge(0, 1).edge(1, 1).edge(1, 2).breakingEdge(1, 0, FIRST).edge(1, 3);
    Violation violation = graph.explore(FIRST).violations().get(0);
    assertEquals(Graph.ofTransition(0, 1), violation);
    assertTrue(violation.isOfTransition());
  }

  @Test
  void ofATransitionThatEndsTheBranch() {
    Graph graph = Graph.from(0).edge(0, 1).edge(1, 0).deadEnd(1, FIRST);
    assertEquals(Graph.ofTransition(0, 1), graph.explore(FIRST).violations().get(0));
  }

  @Test
  void ofASelfLoop() {
    Graph graph = Graph.from(0).breakingEdge(0, 0, FIRST);
    assertEquals(Graph.ofTransition(0), graph.explore(FIRST).violations().get(0));
  }

  @Test
  void theShortestIsKept() {
    Graph graph =
        Graph.from(0).edge(0, 1).edge(1, 2).edge(2, 3).edge(0, 3).breaks(2, FIRST).breaks(3, FIRST);
    assertEquals(Graph.ofState(0, 3), graph.explore(FIRST).violations().get(0));
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
            0, Graph.ofState(0, 1),
            1, Graph.ofTransition(0, 1),
            2, Graph.ofTransition(0, 1)),
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
