package org.mhpcheck.checker.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** The explorer against the plainest breadth-first search there is. */
class RandomGraphsTest {
  private static final long ALL = 0b111;

  /** What a search over a map of distances comes to. */
  private static final class Plain {
    private final Map<Integer, Integer> distances = new HashMap<>();
    private final Map<Integer, Integer> shortest = new TreeMap<>();
    private long transitions;
    private long met;

    Plain(Graph graph) {
      Queue<Integer> waiting = new ArrayDeque<>();
      for (int state : graph.initial()) {
        if (distances.putIfAbsent(state, 0) == null) {
          waiting.add(state);
        }
      }
      while (!waiting.isEmpty()) {
        int state = waiting.remove();
        int distance = distances.get(state);
        met |= graph.metBy(state);
        broken(graph.brokenBy(state), distance);
        for (Graph.Edge edge : graph.edges(state)) {
          transitions++;
          met |= edge.met();
          broken(edge.broken(), distance + 1);
          if (!edge.end() && distances.putIfAbsent(edge.to(), distance + 1) == null) {
            waiting.add(edge.to());
          }
        }
      }
    }

    private void broken(long properties, int calls) {
      for (int i = 0; i < 3; i++) {
        if ((properties & 1L << i) != 0) {
          shortest.merge(i, calls, Math::min);
        }
      }
    }

    int depth() {
      return distances.values().stream().mapToInt(d -> d).max().orElse(0);
    }
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void countsAgree(@ForAll("graphs") Graph graph) {
    Plain plain = new Plain(graph);
    Exploration exploration = graph.explore(ALL);
    assertTrue(exploration.isComplete());
    assertEquals(plain.distances.size(), exploration.states());
    assertEquals(plain.transitions, exploration.transitions());
    assertEquals(plain.depth(), exploration.depth());
    assertEquals(plain.met, exploration.met());
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void violationsAreShortest(@ForAll("graphs") Graph graph) {
    Map<Integer, Integer> calls = new TreeMap<>();
    graph.explore(ALL).violations().forEach((property, v) -> calls.put(property, calls(v)));
    assertEquals(new Plain(graph).shortest, calls);
  }

  private static int calls(Violation violation) {
    return violation.path().size() - 1 + (violation.isOfTransition() ? 1 : 0);
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void violationsCanBeFollowed(@ForAll("graphs") Graph graph) {
    graph
        .explore(ALL)
        .violations()
        .forEach((property, violation) -> follow(graph, violation, 1L << property));
  }

  private static void follow(Graph graph, Violation violation, long property) {
    List<Integer> path = Graph.path(violation);
    assertTrue(graph.initial().contains(path.get(0)));
    for (int i = 0; i + 1 < path.size(); i++) {
      int next = path.get(i + 1);
      assertTrue(graph.edges(path.get(i)).stream().anyMatch(e -> !e.end() && e.to() == next));
    }
    int last = path.get(path.size() - 1);
    long broken =
        violation.isOfTransition()
            ? graph.edges(last).stream().mapToLong(Graph.Edge::broken).reduce(0, (x, y) -> x | y)
            : graph.brokenBy(last);
    assertTrue((broken & property) != 0);
  }

  @Provide
  Arbitrary<Graph> graphs() {
    return Arbitraries.integers().between(1, 40).flatMap(RandomGraphsTest::graphs);
  }

  private static Arbitrary<Graph> graphs(int size) {
    Arbitrary<Integer> states = Arbitraries.integers().between(0, size - 1);
    Arbitrary<Long> properties =
        Arbitraries.frequencyOf(
            Tuple.of(9, Arbitraries.just(0L)), Tuple.of(1, Arbitraries.longs().between(0, ALL)));
    Arbitrary<Graph.Edge> edges =
        Combinators.combine(states, Arbitraries.integers().between(0, 9), properties, properties)
            .as((to, kind, broken, met) -> new Graph.Edge(to, kind == 0, broken, met));
    record From(int state, Graph.Edge edge) {}
    record Marked(int state, long broken, long met) {}
    return Combinators.combine(
            states.list().ofMinSize(1).ofMaxSize(3),
            Combinators.combine(states, edges).as(From::new).list().ofMaxSize(4 * size),
            Combinators.combine(states, properties, properties).as(Marked::new).list().ofMaxSize(3))
        .as(
            (initial, all, marked) -> {
              Graph graph = Graph.from(initial.stream().mapToInt(s -> s).toArray());
              all.forEach(f -> graph.edge(f.state(), f.edge()));
              marked.forEach(m -> graph.breaks(m.state(), m.broken()).premises(m.state(), m.met()));
              return graph;
            });
  }
}
