package org.mhpcheck.model.claim;

import org.mhpcheck.model.kernel.SpanOutcome;
import org.mhpcheck.model.kernel.SpanStep;
import org.mhpcheck.model.state.Memory;

/** One step on zones and spans and what came of it. */
public record SpanStepTaken(Memory before, SpanStep step, SpanOutcome outcome) {
  public Memory after() {
    return outcome.next();
  }
}
