package org.mhpcheck.checker.prove;

import java.util.ArrayList;
import java.util.List;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.claim.StepTaken;
import org.mhpcheck.model.kernel.Event;
import org.mhpcheck.model.kernel.Note;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Run;
import org.mhpcheck.model.state.Section;

/**
 * One thing to be refuted: that a property is broken at the end of one path, though what is assumed
 * held before; or that a path can be taken at all.
 *
 * @param name tells it from all others of the same proof: {@code boot/path-1/...}
 * @param required all of it at once; first what is claimed broken, then the path's conditions, then
 *     what is assumed
 */
record Obligation(String name, List<Bit> required) {

  /** That boot, on one path, makes a state that breaks {@code property}. */
  static Obligation atBoot(Property.OfState property, int path, Run<Section> boot, Bit ramExists) {
    List<Bit> bits = new ArrayList<>();
    bits.add(property.holds().apply(boot.result()).not());
    bits.addAll(boot.conditions());
    bits.add(ramExists);
    return new Obligation("boot/path-%d/%s".formatted(path, property.name()), bits);
  }

  /**
   * That a path of a step can be taken from where all of {@code assumed} holds.
   *
   * @param assumed what holds of the section before
   */
  static Obligation taken(UnknownStep.OnePath path, List<Bit> assumed) {
    return new Obligation(path.name() + "/taken", withPath(path, assumed));
  }

  /** That a step, on one path, breaks {@code property}. */
  static Obligation ofStep(Property property, UnknownStep.OnePath path, List<Bit> assumed) {
    List<Bit> bits = new ArrayList<>();
    bits.add(isBroken(property, path.taken()));
    bits.addAll(withPath(path, assumed));
    return new Obligation(path.name() + "/" + property.name(), bits);
  }

  private static List<Bit> withPath(UnknownStep.OnePath path, List<Bit> assumed) {
    List<Bit> bits = new ArrayList<>(path.conditions());
    bits.addAll(assumed);
    return bits;
  }

  /** A state that nobody reaches, since memory was corrupted on the way, breaks nothing. */
  static Bit isBroken(Property property, StepTaken taken) {
    if (property instanceof Property.OfStep p) {
      return p.holds().apply(taken).not();
    }
    Property.OfState p = (Property.OfState) property;
    return p.holds().apply(taken.after()).not().and(corrupts(taken.outcome()).not());
  }

  static Bit corrupts(Outcome outcome) {
    return Bit.anyOf(
        outcome.notes().stream()
            .filter(n -> n.event().severity() == Event.Severity.CORRUPTION)
            .map(Note::when)
            .toList());
  }
}
