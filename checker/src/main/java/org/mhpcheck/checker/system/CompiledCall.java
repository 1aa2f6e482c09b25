package org.mhpcheck.checker.system;

import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.Condition;
import org.mhpcheck.model.caller.Plan;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.Step;

/** A call with its {@link Plan} over step numbers, for quick walking. */
public record CompiledCall(Call call, List<Condition> conditions, Node plan) {

  /**
   * A place in a plan.
   *
   * @param step the number of the step to do; {@code -1} where the call returns
   * @param on by the ordinal of what the step returned
   * @param rc what the call returns, where it does
   */
  public record Node(int section, int step, Node[] on, Errno rc) {

    public boolean isReturn() {
      return step < 0;
    }
  }

  public static CompiledCall of(
      Call call, List<Condition> conditions, Plan plan, ToIntFunction<Step> numbers) {
    return new CompiledCall(call, conditions, compile(plan, numbers));
  }

  private static Node compile(Plan plan, ToIntFunction<Step> numbers) {
    if (plan instanceof Plan.Done done) {
      return new Node(-1, -1, null, done.rc());
    }
    Plan.Do step = (Plan.Do) plan;
    Node[] on = new Node[Errno.values().length];
    step.on().forEach((rc, way) -> on[rc.ordinal()] = compile(way, numbers));
    return new Node(step.section(), numbers.applyAsInt(step.step()), on, null);
  }

  /** Adds every step of {@code plan} to {@code steps}. */
  public static void collectSteps(Plan plan, Set<Step> steps) {
    if (plan instanceof Plan.Do step) {
      steps.add(step.step());
      step.on().values().forEach(way -> collectSteps(way, steps));
    }
  }
}
