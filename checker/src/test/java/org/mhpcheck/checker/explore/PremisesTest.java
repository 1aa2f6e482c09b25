package org.mhpcheck.checker.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Premises count wherever they are met, and nowhere else. */
class PremisesTest {
  @Test
  void metByAState() {
    assertEquals(2, Graph.from(0).edge(0, 1).premises(1, 2).explore(3).met());
  }

  @Test
  void metByAnInitialState() {
    assertEquals(1, Graph.from(0).premises(0, 1).explore(1).met());
  }

  @Test
  void metByATransition() {
    assertEquals(4, Graph.from(0).edge(0, new Graph.Edge(0, false, 0, 4)).explore(7).met());
  }

  @Test
  void metByADeadEnd() {
    assertEquals(4, Graph.from(0).edge(0, new Graph.Edge(-1, true, 0, 4)).explore(7).met());
  }

  @Test
  void notMetWhereNobodyComes() {
    assertEquals(0, Graph.from(0).edge(0, 1).premises(2, 1).explore(1).met());
  }
}
