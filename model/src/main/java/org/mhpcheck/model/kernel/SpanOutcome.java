package org.mhpcheck.model.kernel;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mhpcheck.model.state.Memory;
import org.mhpcheck.model.state.Zone;

/**
 * What came of one step on zones and spans; nothing can fail in it.
 *
 * @param zone what the step found out, if that is what it is for: none if nobody had told the page
 * @param notes what happened on the way
 */
public record SpanOutcome(Memory next, Optional<Zone> zone, List<Note> notes) {

  /** What happened, each once. */
  public Set<Event> events() {
    return notes.stream().map(Note::event).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether nothing that follows can be told. */
  public boolean isCorrupt() {
    return notes.stream().anyMatch(n -> n.event().severity() == Event.Severity.CORRUPTION);
  }
}
