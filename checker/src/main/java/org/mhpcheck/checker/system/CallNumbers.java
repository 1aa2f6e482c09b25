package org.mhpcheck.checker.system;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mhpcheck.checker.parts.SpanningCall;
import org.mhpcheck.checker.parts.SpanningCall.Need;
import org.mhpcheck.checker.parts.SpanningCall.Node;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.Condition;
import org.mhpcheck.model.caller.Machine;
import org.mhpcheck.model.caller.Plan;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.SpanStep;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.state.Zone;

/** Calls with their steps and conditions numbered, in the order in which they come. */
public final class CallNumbers {
  private final Map<Step, Integer> steps = new LinkedHashMap<>();
  private final Map<SpanStep, Integer> spanSteps = new LinkedHashMap<>();
  private final Map<Condition, Integer> conditions = new LinkedHashMap<>();

  /** {@code call} as {@code caller} makes it. */
  public SpanningCall of(Caller caller, Call call, Machine machine) {
    return new SpanningCall(
        call.operation().ordinal(),
        caller.conditions(call, machine).stream().map(this::need).toList(),
        node(caller.plan(call, machine)));
  }

  private Need need(Condition condition) {
    Condition ofAny = new Condition(0, condition.kind(), condition.range());
    return new Need(condition.section(), number(conditions, ofAny));
  }

  private Node node(Plan plan) {
    if (plan instanceof Plan.Done done) {
      return Node.returning(done.rc().ordinal());
    }
    if (plan instanceof Plan.DoOnSpans step) {
      Node[] on = new Node[Zone.values().length + 1];
      on[OTHERWISE] = node(step.otherwise());
      step.on().forEach((zone, way) -> on[code(zone)] = node(way));
      return new Node(Node.ALL, number(spanSteps, step.step()), on);
    }
    Plan.Do step = (Plan.Do) plan;
    Node[] on = new Node[Errno.values().length];
    step.on().forEach((rc, way) -> on[rc.ordinal()] = node(way));
    return new Node(step.section(), number(steps, step.step()), on);
  }

  /** What a step on spans returns that finds no zone. */
  static final int OTHERWISE = 0;

  /** What one returns that finds {@code zone}. */
  static int code(Zone zone) {
    return zone.ordinal() + 1;
  }

  private static <T> int number(Map<T, Integer> numbers, T value) {
    return numbers.computeIfAbsent(value, v -> numbers.size());
  }

  /** The steps seen so far, each at its number. */
  public List<Step> steps() {
    return List.copyOf(steps.keySet());
  }

  List<SpanStep> spanSteps() {
    return List.copyOf(spanSteps.keySet());
  }

  /** The conditions seen so far, each at its number, as of the section with index 0. */
  List<Condition> conditions() {
    return List.copyOf(conditions.keySet());
  }
}
