package org.mhpcheck.model.state;

import java.util.Map;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;

/**
 * All walkers that may be held up in a section: ghost state. A walker changes nothing that others
 * look at, so what each of them might come to can be followed at once, for all of them.
 *
 * @param inFlight of each way to be held up, the subsections whose pfns a walker may be about; none
 *     is empty
 */
public record Walkers(Map<Walker, Bits> inFlight) {
  public static final Walkers NONE = new Walkers(Map.of());

  public Walkers {
    inFlight = Map.copyOf(inFlight);
  }

  /** Whether somebody is within {@code walk}. */
  public Bit areIn(Walk walk) {
    return Bit.of(inFlight.keySet().stream().anyMatch(w -> w.walk() == walk));
  }
}
