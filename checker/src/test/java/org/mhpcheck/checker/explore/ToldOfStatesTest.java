package org.mhpcheck.checker.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A transition system is told of each state it is found in, once, in the order of discovery. */
class ToldOfStatesTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void onceAndInOrder(int threads) {
    List<Long> told = new ArrayList<>();
    Graph graph =
        Graph.telling(told::add, 5, 0, 5)
            .edge(5, 7)
            .edge(5, 0)
            .edge(0, 3)
            .edge(0, 7)
            .edge(3, 3)
            .edge(7, 9)
            .edge(9, 5);
    graph.explore(0, Graph.threads(threads));
    assertEquals(List.of(5L, 0L, 7L, 3L, 9L), told);
  }
}
