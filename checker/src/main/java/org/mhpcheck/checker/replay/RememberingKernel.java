package org.mhpcheck.checker.replay;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mhpcheck.model.kernel.BootMemory;
import org.mhpcheck.model.kernel.Booted;
import org.mhpcheck.model.kernel.Fired;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.kernel.Place;
import org.mhpcheck.model.kernel.SpanOutcome;
import org.mhpcheck.model.kernel.SpanStep;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Memory;
import org.mhpcheck.model.state.Section;

/**
 * A kernel that is asked the same step of the same section once, as long as there is room for the
 * answer. What it forgets or keeps changes no answer.
 */
public final class RememberingKernel implements Kernel {
  private record Asked(Section section, Step step) {}

  private final Kernel kernel;
  private final int most;
  private final Map<Asked, List<Outcome>> known = new ConcurrentHashMap<>();

  /**
   * @param most answers that are kept
   */
  public RememberingKernel(Kernel kernel, int most) {
    this.kernel = kernel;
    this.most = most;
  }

  @Override
  public String name() {
    return kernel.name();
  }

  @Override
  public Section boot(Bits ram, int node) {
    return kernel.boot(ram, node);
  }

  @Override
  public List<Booted> boots(List<BootMemory> memory) {
    return kernel.boots(memory);
  }

  @Override
  public List<Outcome> step(Section section, Step step) {
    Asked asked = new Asked(section, step);
    List<Outcome> answer = known.get(asked);
    if (answer == null) {
      answer = kernel.step(section, step);
      if (known.size() < most) {
        known.put(asked, answer);
      }
    }
    return answer;
  }

  @Override
  public SpanOutcome step(Memory memory, SpanStep step) {
    return kernel.step(memory, step);
  }

  @Override
  public Optional<Fired> fired() {
    return kernel.fired();
  }

  @Override
  public Optional<Place> place(String function) {
    return kernel.place(function);
  }
}
