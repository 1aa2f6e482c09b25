package org.mhpcheck.checker.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.mhpcheck.model.question.Limits;

/** What is found does not depend on the number of threads. */
class ThreadsTest {
  private static final int STATES = 6000;
  private static final long ALL = 0b111111;

  /** Wide enough for many blocks a level; several transitions of a level break each property. */
  private static Graph wide(long seed) {
    Random random = new Random(seed);
    Graph graph = Graph.from(0, 1).asksWaysBack(32);
    for (int i = 0; i < 3 * STATES; i++) {
      int from = Math.min(random.nextInt(STATES), random.nextInt(STATES));
      long broken = random.nextInt(400) == 0 ? 1L << random.nextInt(3) : 0;
      long met = random.nextInt(1000) == 0 ? 8 : 0;
      graph.edge(from, new Graph.Edge(random.nextInt(STATES), random.nextInt(9) == 0, broken, met));
    }
    for (int i = 0; i < 8; i++) {
      graph.edge(0, i).edge(1, 100 + i).breaks(random.nextInt(STATES), 8).premises(i, 16);
      graph.rests(random.nextInt(STATES), 32);
    }
    return graph;
  }

  private static void requireSame(Graph graph, Limits limits, boolean stopAtFirst) {
    Exploration one =
        Graph.withoutFigures(graph.explore(ALL, new Settings(1, limits, stopAtFirst, () -> false)));
    for (int threads : new int[] {2, 4}) {
      Settings settings = new Settings(threads, limits, stopAtFirst, () -> false);
      assertEquals(one, Graph.withoutFigures(graph.explore(ALL, settings)), threads + " threads");
    }
  }

  @Property(tries = 15)
  void completeRunsAreTheSame(@ForAll long seed) {
    requireSame(wide(seed), Limits.NONE, false);
  }

  @Property(tries = 15)
  void runsCutOffByStatesAreTheSame(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = STATES) int states) {
    Limits limits =
        new Limits(
            Optional.empty(), Optional.empty(), Optional.of((long) states), Optional.empty());
    requireSame(wide(seed), limits, false);
  }

  @Property(tries = 15)
  void runsThatStopAtFirstAreTheSame(@ForAll long seed) {
    requireSame(wide(seed), Limits.NONE, true);
  }

  @Example
  void theGraphsAreWideEnoughForThisToSaySomething() {
    Exploration exploration = wide(1).explore(ALL);
    assertTrue(exploration.states() > STATES / 2);
    assertTrue(exploration.depth() < 20);
    assertTrue(exploration.violations().size() >= 4);
  }
}
