package org.mhpcheck.checker.prove;

import java.util.ArrayList;
import java.util.List;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.claim.StepTaken;
import org.mhpcheck.model.kernel.Event;
import org.mhpcheck.model.kernel.Note;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Ranges;
import org.mhpcheck.model.logic.Run;
import org.mhpcheck.model.state.Section;

/**
 * One thing to be refuted: that a property is broken at the end of one path, though what is assumed
 * held before.
 *
 * @param violation first what is claimed broken, then the path's conditions, then what is assumed
 */
record Obligation(Property property, StepTaken step, List<Bit> violation) {

  /** That boot, on one path, makes a state that breaks {@code property}. */
  static Obligation atBoot(Property.OfState property, Run<Section> boot, Bit ramExists) {
    List<Bit> bits = new ArrayList<>();
    bits.add(property.holds().apply(boot.result()).not());
    bits.addAll(boot.conditions());
    bits.add(ramExists);
    return new Obligation(property, null, bits);
  }

  /**
   * That a step, on one path, breaks {@code property}.
   *
   * @param assumed what holds of the section before
   */
  static Obligation ofStep(
      Property property,
      Section before,
      Step step,
      Ranges.Unknown range,
      Run<Outcome> run,
      List<Property.OfState> assumed) {
    StepTaken taken = new StepTaken(before, step, run.result());
    List<Bit> bits = new ArrayList<>();
    bits.add(isBroken(property, taken));
    bits.addAll(run.conditions());
    bits.add(range.wellFormed());
    bits.add(before.isWellFormed());
    assumed.forEach(p -> bits.add(p.holds().apply(before)));
    return new Obligation(property, taken, bits);
  }

  /** A state that nobody reaches, since memory was corrupted on the way, breaks nothing. */
  private static Bit isBroken(Property property, StepTaken taken) {
    if (property instanceof Property.OfStep p) {
      return p.holds().apply(taken).not();
    }
    Property.OfState p = (Property.OfState) property;
    return p.holds().apply(taken.after()).not().and(corrupts(taken.outcome()).not());
  }

  private static Bit corrupts(Outcome outcome) {
    return Bit.anyOf(
        outcome.notes().stream()
            .filter(n -> n.event().severity() == Event.Severity.CORRUPTION)
            .map(Note::when)
            .toList());
  }
}
