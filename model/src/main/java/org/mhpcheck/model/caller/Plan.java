package org.mhpcheck.model.caller;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.SpanStep;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.state.Zone;

/** What a call does, section by section: a decision tree by return code. */
public sealed interface Plan {

  /**
   * Do {@code step} on a section, then go on by what it returned.
   *
   * @param section its index, 0 for section 1
   * @param on the way on; return codes that the step cannot have are left out
   */
  record Do(int section, Step step, Map<Errno, Plan> on) implements Plan {}

  /**
   * Do {@code step} on zones and spans, then go on by the zone that it found.
   *
   * @param on by the zone
   * @param otherwise if it found none, as most do not look for any
   */
  record DoOnSpans(SpanStep step, Map<Zone, Plan> on, Plan otherwise) implements Plan {

    /** The way on. */
    public Plan next(Optional<Zone> found) {
      return found.map(on::get).orElse(otherwise);
    }
  }

  /** Do one step on zones and spans that looks for none. */
  static Plan doing(SpanStep step, Plan then) {
    return new DoOnSpans(step, Map.of(), then);
  }

  /** Do one that looks for one, and go on as {@code then} says. */
  static Plan asking(SpanStep step, Function<Optional<Zone>, Plan> then) {
    Map<Zone, Plan> on = new EnumMap<>(Zone.class);
    for (Zone zone : Zone.values()) {
      on.put(zone, then.apply(Optional.of(zone)));
    }
    return new DoOnSpans(step, on, then.apply(Optional.empty()));
  }

  /** Do one step, and return what it returned. */
  static Plan returning(int section, Step step) {
    Map<Errno, Plan> on = new EnumMap<>(Errno.class);
    for (Errno rc : Errno.values()) {
      on.put(rc, new Done(rc));
    }
    return new Do(section, step, on);
  }

  /** The call returns. */
  record Done(Errno rc) implements Plan {}
}
