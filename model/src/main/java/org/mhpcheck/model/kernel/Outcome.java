package org.mhpcheck.model.kernel;

import java.util.List;
import java.util.Optional;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.state.Section;

/**
 * What came of one step on one section.
 *
 * @param next the section afterwards
 * @param rc what the kernel function returned
 * @param fault the allocation that failed, if one did
 * @param notes what happened on the way
 */
public record Outcome(Section next, Errno rc, Optional<Fault> fault, List<Note> notes) {

  /** Whether {@code event} happened. */
  public Bit happened(Event event) {
    return Bit.anyOf(notes.stream().filter(n -> n.event() == event).map(Note::when).toList());
  }

  /** Whether memory was corrupted, so that what follows cannot be told; of known outcomes. */
  public boolean isCorrupt() {
    return notes.stream().anyMatch(n -> n.event().severity() == Event.Severity.CORRUPTION);
  }
}
