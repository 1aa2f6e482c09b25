package org.mhpcheck.checker.simulate;

import java.util.BitSet;
import java.util.List;
import org.mhpcheck.model.caller.PlannedCall;
import org.mhpcheck.model.claim.CallTaken;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.claim.SpanStepTaken;
import org.mhpcheck.model.claim.StepTaken;
import org.mhpcheck.model.state.Memory;
import org.mhpcheck.model.state.Section;

/** Judges what one walk comes by. Properties go by their place in the list that is asked. */
final class Observer {
  private final List<Property> properties;
  private final BitSet open;
  private final BitSet unmet;
  private final BitSet broken = new BitSet();

  /**
   * @param properties as they read in the design that is walked
   * @param open those whose violations somebody wants to know of
   * @param unmet those of whose premises it is not known yet that they can be met
   */
  Observer(List<Property> properties, BitSet open, BitSet unmet) {
    this.properties = properties;
    this.open = (BitSet) open.clone();
    this.unmet = (BitSet) unmet.clone();
  }

  /** What has been broken since this was asked last; each property is told of once. */
  BitSet takeBroken() {
    BitSet taken = (BitSet) broken.clone();
    broken.clear();
    return taken;
  }

  /** The properties whose premises are still to be met. */
  BitSet unmet() {
    return (BitSet) unmet.clone();
  }

  void state(Section section) {
    for (int i = 0; i < properties.size(); i++) {
      if (isAsked(i) && properties.get(i) instanceof Property.OfState p) {
        see(i, () -> p.holds().apply(section).isFalse(), () -> p.premise().apply(section).isTrue());
      }
    }
  }

  /** All sections with the spans over them. */
  void memory(Memory memory) {
    for (int i = 0; i < properties.size(); i++) {
      if (isAsked(i) && properties.get(i) instanceof Property.OfSystem p) {
        see(i, () -> !p.holds().test(memory), () -> p.premise().test(memory));
      }
    }
  }

  /** The steps of a call, as far as it came. */
  void steps(PlannedCall call) {
    for (PlannedCall.StepDone done : call.steps()) {
      if (done.step().kind().isKernel()) {
        step(new StepTaken(done.before(), done.step(), done.outcome()));
      }
    }
    for (PlannedCall.SpanStepDone done : call.onSpans()) {
      spanStep(new SpanStepTaken(done.before(), done.step(), done.outcome()));
    }
  }

  /** A call that returned. */
  void call(CallTaken call) {
    for (int i = 0; i < properties.size(); i++) {
      if (isAsked(i) && properties.get(i) instanceof Property.OfCall p) {
        see(i, () -> p.holds(call).isFalse(), () -> p.premise(call));
      }
    }
  }

  private void step(StepTaken step) {
    for (int i = 0; i < properties.size(); i++) {
      if (isAsked(i) && properties.get(i) instanceof Property.OfStep p) {
        see(i, () -> p.holds().apply(step).isFalse(), () -> p.premise().apply(step).isTrue());
      }
    }
  }

  private void spanStep(SpanStepTaken step) {
    for (int i = 0; i < properties.size(); i++) {
      if (isAsked(i) && properties.get(i) instanceof Property.OfSpanStep p) {
        see(i, () -> !p.holds().test(step), () -> p.premise().test(step));
      }
    }
  }

  private boolean isAsked(int i) {
    return open.get(i) || unmet.get(i);
  }

  private interface Test {
    boolean is();
  }

  private void see(int i, Test breaks, Test meets) {
    if (open.get(i) && breaks.is()) {
      open.clear(i);
      broken.set(i);
    }
    if (unmet.get(i) && meets.is()) {
      unmet.clear(i);
    }
  }
}
