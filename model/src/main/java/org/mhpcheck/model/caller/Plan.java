package org.mhpcheck.model.caller;

import java.util.EnumMap;
import java.util.Map;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.Step;

/** What a call does, section by section: a decision tree by return code. */
public sealed interface Plan {

  /**
   * Do {@code step} on a section, then go on by what it returned.
   *
   * @param section its index, 0 for section 1
   * @param on the way on; return codes that the step cannot have are left out
   */
  record Do(int section, Step step, Map<Errno, Plan> on) implements Plan {}

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
