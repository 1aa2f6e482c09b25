package org.mhpcheck.model.caller;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.ArrayList;
import java.util.List;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.Errno;

/**
 * What a plan comes to, step by step, with sections from 1, and what the call returns: {@code 1 MAP
 * 11, 1 ADD 11 altmap, 1 CLAIM_RAM 11 altmap, 0}.
 */
final class PlanText {
  private PlanText() {}

  /** The steps, if none fails. */
  static List<Plan.Do> steps(Plan plan) {
    List<Plan.Do> steps = new ArrayList<>();
    for (Plan at = plan; at instanceof Plan.Do step; at = step.on().get(Errno.OK)) {
      steps.add(step);
    }
    return steps;
  }

  static String ifAllIsWell(Plan plan) {
    List<String> text = new ArrayList<>();
    Plan at = plan;
    while (at instanceof Plan.Do step) {
      text.add(text(step));
      at = step.on().get(Errno.OK);
    }
    assertNotNull(at, () -> "no way on after " + text);
    text.add(((Plan.Done) at).rc().text());
    return String.join(", ", text);
  }

  /** The way on after step {@code number}, from 1, has returned {@code rc}. */
  static String after(Plan plan, int number, Errno rc) {
    return ifAllIsWell(steps(plan).get(number - 1).on().get(rc));
  }

  private static String text(Plan.Do step) {
    Altmap altmap = step.step().altmap();
    return "%d %s %s%s"
        .formatted(
            step.section() + 1,
            step.step().kind(),
            step.step().range(),
            altmap.isGiven() ? " " + altmap.text() : "");
  }
}
