package org.mhpcheck.checker.simulate;

import org.mhpcheck.checker.system.AskedProperties;
import org.mhpcheck.checker.system.AskedProperties.Effect;
import org.mhpcheck.model.caller.PlannedCall;
import org.mhpcheck.model.claim.CallTaken;
import org.mhpcheck.model.claim.SpanStepTaken;
import org.mhpcheck.model.claim.StepTaken;
import org.mhpcheck.model.state.Memory;
import org.mhpcheck.model.state.Section;

/** Judges what one walk comes by. */
final class Observer {
  private final AskedProperties properties;
  private long open;
  private long unmet;
  private long broken;

  /**
   * @param properties as they read in the design that is walked
   * @param open those whose violations somebody wants to know of, by their bits
   * @param unmet those of whose premises it is not known yet that they can be met
   */
  Observer(AskedProperties properties, long open, long unmet) {
    this.properties = properties;
    this.open = open;
    this.unmet = unmet;
  }

  /** What has been broken since this was asked last; each property is told of once. */
  long takeBroken() {
    long taken = broken;
    broken = 0;
    return taken;
  }

  /** The properties whose premises are still to be met. */
  long unmet() {
    return unmet;
  }

  void state(Section section) {
    see(properties.of(section, asked()));
  }

  /** All sections with the spans over them. */
  void memory(Memory memory) {
    see(properties.of(memory, asked()));
  }

  /** The steps of a call, as far as it came. */
  void steps(PlannedCall call) {
    for (PlannedCall.StepDone done : call.steps()) {
      see(properties.of(new StepTaken(done.before(), done.step(), done.outcome()), asked()));
    }
    for (PlannedCall.SpanStepDone done : call.onSpans()) {
      see(properties.of(new SpanStepTaken(done.before(), done.step(), done.outcome()), asked()));
    }
  }

  /** A call that returned. */
  void call(CallTaken call) {
    see(properties.of(call, asked()));
  }

  private long asked() {
    return open | unmet;
  }

  private void see(Effect effect) {
    broken |= effect.broken() & open;
    open &= ~effect.broken();
    unmet &= ~effect.met();
  }
}
