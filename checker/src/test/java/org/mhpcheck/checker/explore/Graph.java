package org.mhpcheck.checker.explore;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.mhpcheck.checker.parts.Sections;
import org.mhpcheck.checker.parts.SpanningCall;
import org.mhpcheck.checker.parts.SpanningCall.Node;
import org.mhpcheck.model.question.Limits;

/** A transition system that is written down edge by edge: one section, one call, one step. */
class Graph implements Transitions, Sections {
  static final Settings ONE_THREAD = threads(1);

  /** An edge; with {@code end} it leads nowhere. */
  record Edge(int to, boolean end, long broken, long met) implements Outcome {
    @Override
    public int next() {
      return to;
    }

    @Override
    public int code() {
      return 0;
    }

    @Override
    public boolean isLost() {
      return end;
    }
  }

  private final List<Integer> initial = new ArrayList<>();
  private final Map<Integer, List<Edge>> edges = new HashMap<>();
  private final Map<Integer, Long> broken = new HashMap<>();
  private final Map<Integer, Long> met = new HashMap<>();
  private final Map<Integer, Long> rests = new HashMap<>();
  private long ofRecovery;

  static Graph from(int... initial) {
    Graph graph = new Graph();
    for (int state : initial) {
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

  Graph edge(int from, int to) {
    return edge(from, new Edge(to, false, 0, 0));
  }

  Graph edge(int from, Edge edge) {
    edges.computeIfAbsent(from, f -> new ArrayList<>()).add(edge);
    return this;
  }

  /** A transition that breaks {@code properties}. */
  Graph breakingEdge(int from, int to, long properties) {
    return edge(from, new Edge(to, false, properties, 0));
  }

  /** A transition that ends the branch, and breaks {@code properties}. */
  Graph deadEnd(int from, long properties) {
    return edge(from, new Edge(-1, true, properties, 0));
  }

  Graph breaks(int state, long properties) {
    broken.merge(state, properties, (x, y) -> x | y);
    return this;
  }

  /** A state that meets the premises of {@code properties}. */
  Graph premises(int state, long properties) {
    met.merge(state, properties, (x, y) -> x | y);
    return this;
  }

  /** Asks {@code properties} for ways back. */
  Graph asksWaysBack(long properties) {
    ofRecovery |= properties;
    return this;
  }

  /** A state that {@code properties} of recovery are at rest in. */
  Graph rests(int state, long properties) {
    rests.merge(state, properties, (x, y) -> x | y);
    return this;
  }

  List<Integer> initial() {
    return initial;
  }

  List<Edge> edges(int state) {
    return edges.getOrDefault(state, List.of());
  }

  Exploration explore(long properties) {
    return explore(properties, ONE_THREAD);
  }

  Exploration explore(long properties, Settings settings) {
    return new Explorer(this, properties, settings, "graph", p -> {}).explore();
  }

  /** Without what may differ from run to run. */
  static Exploration withoutFigures(Exploration e) {
    return new Exploration(
        e.violations(),
        e.waysUnknown(),
        e.met(),
        e.levels(),
        e.fired(),
        e.sections(),
        e.depth(),
        e.unfinished(),
        0,
        Duration.ZERO);
  }

  /** The states that a violation goes over. */
  static List<Integer> path(Violation violation) {
    return violation.path().stream().map(state -> state.get(0)).collect(Collectors.toList());
  }

  /** A violation by a state. */
  static Violation ofState(Integer... path) {
    return new Violation(List.of(path).stream().map(List::of).toList(), false);
  }

  /** A violation by a transition out of a path's last state. */
  static Violation ofTransition(Integer... path) {
    return new Violation(List.of(path).stream().map(List::of).toList(), true);
  }

  @Override
  public int count() {
    return 1;
  }

  @Override
  public Sections sections() {
    return this;
  }

  @Override
  public List<SpanningCall> calls() {
    return List.of(new SpanningCall(List.of(), new Node(0, 0, new Node[] {Node.RETURN})));
  }

  @Override
  public void initial(Consumer<int[]> states) {
    initial.forEach(state -> states.accept(new int[] {state}));
  }

  @Override
  public boolean meets(int condition, int state) {
    return true;
  }

  @Override
  public Outcome[] outcomes(int step, int state) {
    return edges(state).toArray(Outcome[]::new);
  }

  @Override
  public long brokenBy(int state) {
    return broken.getOrDefault(state, 0L);
  }

  @Override
  public long metBy(int state) {
    return met.getOrDefault(state, 0L);
  }

  @Override
  public long ofRecovery() {
    return ofRecovery;
  }

  @Override
  public long notRecoveredIn(int state) {
    return ofRecovery & ~rests.getOrDefault(state, 0L);
  }
}
