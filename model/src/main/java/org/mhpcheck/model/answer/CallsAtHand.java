package org.mhpcheck.model.answer;

import java.util.List;
import java.util.stream.Collectors;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.kernel.Altmap;

/**
 * The calls that there were to make: what "no call brings it back" speaks about.
 *
 * @param callers not empty
 * @param altmaps what calls are told of a range's memmap, as far as their callers have it; not
 *     empty
 * @param faults whether allocations may fail in them
 */
public record CallsAtHand(List<Caller> callers, List<Altmap> altmaps, boolean faults) {

  /** Whose calls they are, in words. */
  public String text() {
    return callers.stream().map(Caller::callerName).collect(Collectors.joining(" and "))
        + (faults ? ", failing ones too" : "");
  }
}
