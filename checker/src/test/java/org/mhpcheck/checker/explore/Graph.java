package org.mhpcheck.checker.explore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.mhpcheck.model.question.Limits;

/** A transition system that is written down edge by edge. */
final class Graph implements Transitions {
  static final Settings ONE_THREAD = threads(1);

  /** An edge; with {@code end} it leads nowhere. */
  record Edge(long to, boolean end, long broken, long met) {}

  private final List<Long> initial = new ArrayList<>();
  private final Map<Long, List<Edge>> edges = new HashMap<>();
  private final Map<Long, Long> broken = new HashMap<>();
  private final Map<Long, Long> met = new HashMap<>();
  private final Map<Long, Long> rests = new HashMap<>();
  private final LongConsumer reached;
  private long ofRecovery;

  private Graph(LongConsumer reached) {
    this.reached = reached;
  }

  static Graph from(long... initial) {
    return telling(state -> {}, initial);
  }

  /** One that passes on what it is told of reached states. */
  static Graph telling(LongConsumer reached, long... initial) {
    Graph graph = new Graph(reached);
    for (long state : initial) {
      graph.initial.add(state);
    }
    return graph;
  }

  static Settings threads(int threads) {
    return new Settings(threads, Limits.NONE, false, () -> false);
  }

  static Settings limits(Limits limits) {
    return new Settings(1, limits, false, () -> false);
  }

  Graph edge(long from, long to) {
    return edge(from, new Edge(to, false, 0, 0));
  }

  Graph edge(long from, Edge edge) {
    edges.computeIfAbsent(from, f -> new ArrayList<>()).add(edge);
    return this;
  }

  /** A transition that breaks {@code properties}. */
  Graph breakingEdge(long from, long to, long properties) {
    return edge(from, new Edge(to, false, properties, 0));
  }

  /** A transition that ends the branch, and breaks {@code properties}. */
  Graph deadEnd(long from, long properties) {
    return edge(from, new Edge(-1, true, properties, 0));
  }

  Graph breaks(long state, long properties) {
    broken.merge(state, properties, (x, y) -> x | y);
    return this;
  }

  Graph meets(long state, long properties) {
    met.merge(state, properties, (x, y) -> x | y);
    return this;
  }

  /** Asks {@code properties} for ways back. */
  Graph asksWaysBack(long properties) {
    ofRecovery |= properties;
    return this;
  }

  /** A state that {@code properties} of recovery are at rest in. */
  Graph rests(long state, long properties) {
    rests.merge(state, properties, (x, y) -> x | y);
    return this;
  }

  List<Long> initial() {
    return initial;
  }

  List<Edge> edges(long state) {
    return edges.getOrDefault(state, List.of());
  }

  Exploration explore(long properties) {
    return explore(properties, ONE_THREAD);
  }

  Exploration explore(long properties, Settings settings) {
    return new Explorer(this, properties, settings, "graph", p -> {}).explore();
  }

  @Override
  public void initial(LongConsumer states) {
    initial.forEach(states::accept);
  }

  @Override
  public void reached(long state) {
    reached.accept(state);
  }

  @Override
  public long brokenBy(long state) {
    return broken.getOrDefault(state, 0L);
  }

  @Override
  public long metBy(long state) {
    return met.getOrDefault(state, 0L);
  }

  @Override
  public long ofRecovery() {
    return ofRecovery;
  }

  @Override
  public long recoveredIn(long state) {
    return rests.getOrDefault(state, 0L);
  }

  @Override
  public void successors(long state, long open, Sink sink) {
    for (Edge edge : edges(state)) {
      if (edge.end()) {
        sink.end(edge.broken(), edge.met());
      } else {
        sink.to(edge.to(), edge.broken(), edge.met());
      }
    }
  }
}
