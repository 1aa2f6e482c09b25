package org.mhpcheck.model.logic;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One way through a function: the answers to its branches and to the environment's choices.
 *
 * <p>{@link #all} runs a function again and again until every way through it is listed. A branch on
 * a known bit is no choice; a branch on an unknown one is taken both ways, and the answers given
 * are the condition of the run. A bit asked twice on one path is answered alike.
 */
public final class Path {
  private final Circuit circuit;
  private final List<Integer> script;
  private final List<Integer> arities = new ArrayList<>();
  private final List<Bit> conditions = new ArrayList<>();

  /** Of unknown bits; none where all values are known, as most runs have it. */
  private Map<Bit, Boolean> answered = Map.of();

  private Path(Circuit circuit, List<Integer> script) {
    this.circuit = circuit;
    this.script = script;
  }

  /** Every path of {@code function} over known values, the one of first choices first. */
  public static <T> List<Run<T>> all(Function<Path, T> function) {
    return all(null, function);
  }

  /**
   * Every path of {@code function}, whose new unknowns belong to {@code circuit} ({@code null}: all
   * values are known).
   */
  public static <T> List<Run<T>> all(Circuit circuit, Function<Path, T> function) {
    List<Run<T>> runs = new ArrayList<>();
    List<Integer> script = new ArrayList<>();
    while (script != null) {
      Path path = new Path(circuit, script);
      T result = function.apply(path);
      runs.add(new Run<>(result, List.copyOf(path.conditions)));
      script = path.next();
    }
    return runs;
  }

  /** Whether {@code condition} holds on this path. */
  public boolean test(Bit condition) {
    if (condition.isKnown()) {
      return condition.isTrue();
    }
    if (answered.isEmpty()) {
      answered = new IdentityHashMap<>();
    }
    Boolean earlier = answered.get(condition);
    if (earlier != null) {
      return earlier;
    }
    boolean answer = choose(2) == 0;
    conditions.add(answer ? condition : condition.not());
    answered.put(condition, answer);
    answered.put(condition.not(), !answer);
    return answer;
  }

  /** One of the environment's {@code n} choices, numbered from 0. */
  public int choose(int n) {
    int position = arities.size();
    if (position == script.size()) {
      script.add(0);
    }
    arities.add(n);
    return script.get(position);
  }

  /** The circuit of this path's unknowns; {@code null} when all values are known. */
  public Circuit circuit() {
    return circuit;
  }

  /** Restricts this path to where {@code condition} holds: a fact about a new unknown. */
  public void assume(Bit condition) {
    if (!condition.isTrue()) {
      conditions.add(condition);
    }
  }

  private List<Integer> next() {
    for (int i = arities.size() - 1; i >= 0; i--) {
      if (script.get(i) + 1 < arities.get(i)) {
        List<Integer> next = new ArrayList<>(script.subList(0, i));
        next.add(script.get(i) + 1);
        return next;
      }
    }
    return null;
  }
}
