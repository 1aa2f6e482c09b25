package org.mhpcheck.checker.explore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import org.mhpcheck.checker.explore.Transitions.Whole.Came;
import org.mhpcheck.checker.parts.Sections.Outcome;
import org.mhpcheck.checker.parts.SpanningCall;
import org.mhpcheck.checker.parts.SpanningCall.Node;

/** The plainest breadth-first search there is: a queue of whole states, and every call of each. */
final class PlainSearch {
  private final Transitions transitions;
  private final Map<List<Integer>, List<Integer>> before = new LinkedHashMap<>();
  private final Map<List<Integer>, Integer> depths = new HashMap<>();
  private final Map<List<Integer>, Set<List<Integer>>> leadingTo = new HashMap<>();
  private final Queue<List<Integer>> waiting = new ArrayDeque<>();
  private final Map<Integer, Long> fired = new TreeMap<>();
  private final Map<Integer, Violation> violations = new TreeMap<>();
  private long met;

  PlainSearch(Transitions transitions) {
    this.transitions = transitions;
    transitions.initial(state -> reach(state, null));
    while (!waiting.isEmpty()) {
      expand(waiting.remove());
    }
    for (long rest = transitions.ofRecovery(); rest != 0; rest &= rest - 1) {
      lookForWaysBack(Long.lowestOneBit(rest));
    }
  }

  private void reach(int[] state, List<Integer> from) {
    List<Integer> list = Arrays.stream(state).boxed().toList();
    if (from != null) {
      leadingTo.computeIfAbsent(list, to -> new HashSet<>()).add(from);
    }
    if (depths.containsKey(list)) {
      return;
    }
    depths.put(list, from == null ? 0 : depths.get(from) + 1);
    before.put(list, from);
    waiting.add(list);
    for (int i = 0; i < transitions.count(); i++) {
      met |= transitions.sections().metBy(state[i]);
      broken(transitions.sections().brokenBy(state[i]), list, false);
    }
    transitions
        .whole()
        .ifPresent(
            whole -> {
              met |= whole.metBy(state);
              broken(whole.brokenBy(state), list, false);
            });
  }

  private void broken(long properties, List<Integer> last, boolean isOfTransition) {
    for (long rest = properties; rest != 0; rest &= rest - 1) {
      violations.putIfAbsent(
          Long.numberOfTrailingZeros(rest), new Violation(path(last), isOfTransition));
    }
  }

  private List<List<Integer>> path(List<Integer> last) {
    List<List<Integer>> path = new ArrayList<>();
    for (List<Integer> state = last; state != null; state = before.get(state)) {
      path.add(0, state);
    }
    return List.copyOf(path);
  }

  private void expand(List<Integer> from) {
    int[] state = from.stream().mapToInt(i -> i).toArray();
    for (SpanningCall call : transitions.calls()) {
      if (call.needs().stream()
          .allMatch(n -> transitions.sections().meets(n.condition(), state[n.section()]))) {
        go(call, call.plan(), from, state, 0, 0);
      }
    }
  }

  private void go(
      SpanningCall call, Node node, List<Integer> from, int[] now, long broken, long metSoFar) {
    if (node.isReturn()) {
      long premises = transitions.metBy(call.operation(), node.code());
      long spoilt = 0;
      for (int i = 0; i < transitions.count(); i++) {
        spoilt |= transitions.spoiltBy(from.get(i), now[i]);
      }
      end(call, from, broken | premises & spoilt, metSoFar | premises);
      reach(now, from);
      return;
    }
    if (node.section() == Node.ALL) {
      Came came = transitions.whole().orElseThrow().step(node.step(), now);
      if (came.isLost()) {
        end(call, from, broken | came.broken(), metSoFar | came.met());
      } else {
        go(
            call,
            node.on()[came.code()],
            from,
            came.next(),
            broken | came.broken(),
            metSoFar | came.met());
      }
      return;
    }
    for (Outcome outcome : transitions.sections().outcomes(node.step(), now[node.section()])) {
      if (outcome.isLost()) {
        end(call, from, broken | outcome.broken(), metSoFar | outcome.met());
        continue;
      }
      int[] next = now.clone();
      next[node.section()] = outcome.next();
      go(
          call,
          node.on()[outcome.code()],
          from,
          next,
          broken | outcome.broken(),
          metSoFar | outcome.met());
    }
  }

  private void end(SpanningCall call, List<Integer> from, long broken, long metThere) {
    fired.merge(call.operation(), 1L, Long::sum);
    met |= metThere;
    broken(broken, from, true);
  }

  private void lookForWaysBack(long property) {
    Set<List<Integer>> lost = new HashSet<>(before.keySet());
    Queue<List<Integer>> back = new ArrayDeque<>();
    for (List<Integer> state : before.keySet()) {
      boolean isRecovered =
          state.subList(0, transitions.count()).stream()
              .allMatch(s -> (transitions.notRecoveredIn(s) & property) == 0);
      if (isRecovered) {
        back.add(state);
      }
    }
    while (!back.isEmpty()) {
      List<Integer> state = back.remove();
      if (lost.remove(state)) {
        back.addAll(leadingTo.getOrDefault(state, Set.of()));
      }
    }
    before.keySet().stream()
        .filter(lost::contains)
        .findFirst()
        .ifPresent(state -> broken(property, state, false));
  }

  List<Long> levels() {
    Map<Integer, Long> sizes = new TreeMap<>();
    depths.values().forEach(depth -> sizes.merge(depth, 1L, Long::sum));
    return List.copyOf(sizes.values());
  }

  List<Long> fired() {
    int operations = transitions.calls().stream().mapToInt(c -> c.operation() + 1).max().orElse(0);
    List<Long> all = new ArrayList<>();
    for (int i = 0; i < operations; i++) {
      all.add(fired.getOrDefault(i, 0L));
    }
    return all;
  }

  Map<Integer, Violation> violations() {
    return violations;
  }

  long met() {
    return met;
  }
}
