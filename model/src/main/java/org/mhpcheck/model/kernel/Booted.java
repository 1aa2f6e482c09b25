package org.mhpcheck.model.kernel;

import java.util.List;
import java.util.Optional;
import org.mhpcheck.model.state.Section;

/**
 * What came of a whole boot.
 *
 * @param script what there was, and what failed
 * @param sections as boot left them; where it corrupted memory, as they would have been left
 * @param notes what happened on the way
 */
public record Booted(BootScript script, List<Section> sections, List<BootNote> notes) {

  public Booted {
    sections = List.copyOf(sections);
    notes = List.copyOf(notes);
  }

  /** Whether {@code event} happened. */
  public boolean happened(Event event) {
    return notes.stream().anyMatch(n -> n.note().event() == event);
  }

  /** The first corruption of memory, if there was one. */
  public Optional<Event> corruption() {
    return notes.stream()
        .map(n -> n.note().event())
        .filter(e -> e.severity() == Event.Severity.CORRUPTION)
        .findFirst();
  }

  /** Whether memory was corrupted, so that there is nothing to go on from. */
  public boolean isCorrupt() {
    return corruption().isPresent();
  }
}
