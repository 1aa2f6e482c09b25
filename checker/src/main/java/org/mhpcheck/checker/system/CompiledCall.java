package org.mhpcheck.checker.system;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.Condition;
import org.mhpcheck.model.caller.Plan;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.SpanStep;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.state.Zone;

/** A call with its {@link Plan} over step numbers, for quick walking. */
public record CompiledCall(Call call, List<Condition> conditions, Node plan) {

  /**
   * A place in a plan.
   *
   * @param step the number of the step to do; {@code -1} where the call returns, or the step is on
   *     spans
   * @param on by the ordinal of what the step returned
   * @param rc what the call returns, where it does
   * @param onSpans the step on zones and spans to do, where it is one; else {@code null}
   */
  public record Node(int section, int step, Node[] on, Errno rc, OnSpans onSpans) {

    public boolean isReturn() {
      return rc != null;
    }

    boolean isOnSpans() {
      return onSpans != null;
    }
  }

  /**
   * A step on zones and spans.
   *
   * @param on by the zone that it finds
   * @param otherwise where it finds none
   */
  public record OnSpans(SpanStep step, Map<Zone, Node> on, Node otherwise) {

    Node next(Optional<Zone> found) {
      return found.map(on::get).orElse(otherwise);
    }
  }

  public static CompiledCall of(
      Call call, List<Condition> conditions, Plan plan, ToIntFunction<Step> numbers) {
    return new CompiledCall(call, conditions, compile(plan, numbers));
  }

  private static Node compile(Plan plan, ToIntFunction<Step> numbers) {
    if (plan instanceof Plan.Done done) {
      return new Node(-1, -1, null, done.rc(), null);
    }
    if (plan instanceof Plan.DoOnSpans step) {
      Map<Zone, Node> on = new EnumMap<>(Zone.class);
      step.on().forEach((zone, way) -> on.put(zone, compile(way, numbers)));
      OnSpans onSpans = new OnSpans(step.step(), on, compile(step.otherwise(), numbers));
      return new Node(-1, -1, null, null, onSpans);
    }
    Plan.Do step = (Plan.Do) plan;
    Node[] on = new Node[Errno.values().length];
    step.on().forEach((rc, way) -> on[rc.ordinal()] = compile(way, numbers));
    return new Node(step.section(), numbers.applyAsInt(step.step()), on, null, null);
  }

  /** Adds every step of {@code plan} to {@code steps}. */
  public static void collectSteps(Plan plan, Set<Step> steps) {
    if (plan instanceof Plan.Do step) {
      steps.add(step.step());
      step.on().values().forEach(way -> collectSteps(way, steps));
    } else if (plan instanceof Plan.DoOnSpans step) {
      step.on().values().forEach(way -> collectSteps(way, steps));
      collectSteps(step.otherwise(), steps);
    }
  }
}
