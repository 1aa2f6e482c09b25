package org.mhpcheck.checker.replay;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.kernel.KernelBehind;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.state.Section;

/**
 * A kernel that is asked the same step of the same section once, as long as there is room for the
 * answer. What it forgets or keeps changes no answer.
 */
public final class RememberingKernel extends KernelBehind {
  private record Asked(Section section, Step step) {}

  private final int most;
  private final Map<Asked, List<Outcome>> known = new ConcurrentHashMap<>();

  /**
   * @param most answers that are kept
   */
  public RememberingKernel(Kernel kernel, int most) {
    super(kernel);
    this.most = most;
  }

  @Override
  public List<Outcome> step(Section section, Step step) {
    Asked asked = new Asked(section, step);
    List<Outcome> answer = known.get(asked);
    if (answer == null) {
      answer = super.step(section, step);
      if (known.size() < most) {
        known.put(asked, answer);
      }
    }
    return answer;
  }
}
