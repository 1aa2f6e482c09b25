package org.mhpcheck.checker.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Sweeps forwards against a search backwards, over edges that are stored. */
class WaysBackLawTest {
  private static final long BACK = 1;

  /** A graph, and the states at rest. */
  record Asked(Graph graph, Set<Integer> resting) {}

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void agreeOnTheNearestLostState(@ForAll("graphs") Asked asked) {
    OptionalInt nearest = nearestLost(asked);
    Violation violation = asked.graph().explore(BACK).violations().get(0);
    Statistics.label("lost").collect(nearest.isPresent());
    assertEquals(
        nearest,
        violation == null ? OptionalInt.empty() : OptionalInt.of(violation.path().size() - 1));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void whatIsToldIsLost(@ForAll("graphs") Asked asked) {
    Violation violation = asked.graph().explore(BACK).violations().get(0);
    if (violation != null) {
      List<Integer> path = Graph.path(violation);
      Set<Integer> ahead = reachable(asked.graph(), List.of(path.get(path.size() - 1))).keySet();
      assertTrue(ahead.stream().noneMatch(asked.resting()::contains));
    }
  }

  private static OptionalInt nearestLost(Asked asked) {
    Map<Integer, Integer> distances = reachable(asked.graph(), asked.graph().initial());
    Map<Integer, List<Integer>> before = new HashMap<>();
    for (int state : distances.keySet()) {
      for (Graph.Edge edge : asked.graph().edges(state)) {
        if (!edge.end()) {
          before.computeIfAbsent(edge.to(), to -> new ArrayList<>()).add(state);
        }
      }
    }
    Set<Integer> back = new HashSet<>();
    Queue<Integer> waiting = new ArrayDeque<>(asked.resting());
    while (!waiting.isEmpty()) {
      int state = waiting.remove();
      if (back.add(state)) {
        waiting.addAll(before.getOrDefault(state, List.of()));
      }
    }
    return distances.keySet().stream()
        .filter(s -> !back.contains(s))
        .mapToInt(distances::get)
        .min();
  }

  private static Map<Integer, Integer> reachable(Graph graph, List<Integer> from) {
    Map<Integer, Integer> distances = new HashMap<>();
    Queue<Integer> waiting = new ArrayDeque<>();
    for (int state : from) {
      distances.put(state, 0);
      waiting.add(state);
    }
    while (!waiting.isEmpty()) {
      int state = waiting.remove();
      for (Graph.Edge edge : graph.edges(state)) {
        if (!edge.end() && distances.putIfAbsent(edge.to(), distances.get(state) + 1) == null) {
          waiting.add(edge.to());
        }
      }
    }
    return distances;
  }

  @Provide
  Arbitrary<Asked> graphs() {
    return Arbitraries.integers().between(1, 40).flatMap(WaysBackLawTest::graphs);
  }

  private static Arbitrary<Asked> graphs(int size) {
    record From(int state, int to, boolean end) {}
    Arbitrary<Integer> states = Arbitraries.integers().between(0, size - 1);
    Arbitrary<From> edges =
        Combinators.combine(states, states, Arbitraries.integers().between(0, 9))
            .as((from, to, kind) -> new From(from, to, kind == 0));
    return Combinators.combine(
            states.list().ofMinSize(1).ofMaxSize(3),
            edges.list().ofMaxSize(3 * size),
            states.set().ofMaxSize(3))
        .as(
            (initial, all, resting) -> {
              Graph graph =
                  Graph.from(initial.stream().distinct().mapToInt(s -> s).toArray())
                      .asksWaysBack(BACK);
              all.forEach(e -> graph.edge(e.state(), new Graph.Edge(e.to(), e.end(), 0, 0)));
              resting.forEach(s -> graph.rests(s, BACK));
              return new Asked(graph, resting);
            });
  }
}
