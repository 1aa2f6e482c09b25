package org.mhpcheck.checker;

import java.util.List;
import org.mhpcheck.model.kernel.KernelBehind;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Section;

/**
 * v6.12, except that an add takes away first what lies in its range and is owned by nobody. What a
 * failed add leaves is still left, but can be brought back: by adding it again.
 */
public final class TakingOver extends KernelBehind {

  public TakingOver() {
    super(Worlds.kernel("v6.12"));
  }

  @Override
  public String name() {
    return "v6.12, taking over";
  }

  @Override
  public List<Outcome> step(Section section, Step step) {
    Bits left = section.subsectionMap().minus(section.owners().any()).and(step.range());
    if (step.kind() != Step.Kind.ADD || left.isEmpty().isTrue()) {
      return super.step(section, step);
    }
    Section without = super.step(section, new Step(Step.Kind.REMOVE, left)).get(0).next();
    return super.step(without, step);
  }
}
