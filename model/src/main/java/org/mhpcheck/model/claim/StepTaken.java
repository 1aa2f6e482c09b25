package org.mhpcheck.model.claim;

import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.state.Section;

/** One kernel step and what came of it: what a property of steps speaks about. */
public record StepTaken(Section before, Step step, Outcome outcome) {
  public Section after() {
    return outcome.next();
  }
}
