package org.mhpcheck.model.kernel;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.Walk;

/**
 * What came of one step on one section.
 *
 * @param next the section afterwards
 * @param rc what the kernel function returned
 * @param fault the allocation that failed, if one did
 * @param notes what happened on the way
 * @param failedAt where the allocation failed, if a compiled kernel told
 * @param encounters what others may meet on the way; none where nobody asks about walkers
 */
public record Outcome(
    Section next,
    Errno rc,
    Optional<Fault> fault,
    List<Note> notes,
    Optional<Place> failedAt,
    List<Encounter> encounters) {

  /** One that does not tell where an allocation failed. */
  public Outcome(Section next, Errno rc, Optional<Fault> fault, List<Note> notes) {
    this(next, rc, fault, notes, Optional.empty(), List.of());
  }

  /** The same, leading to {@code other}, with what others may meet on the way. */
  Outcome beside(Section other, List<Encounter> met) {
    return new Outcome(other, rc, fault, notes, failedAt, met);
  }

  /** The first of that kind that somebody in {@code walk} may have had. */
  public Optional<Encounter> encounter(Walk walk, Encounter.Kind kind) {
    return encounters.stream().filter(e -> e.walk() == walk && e.kind() == kind).findFirst();
  }

  /** Whether {@code event} happened. */
  public Bit happened(Event event) {
    return Bit.anyOf(notes.stream().filter(n -> n.event() == event).map(Note::when).toList());
  }

  /** What happened, each once; of known outcomes. */
  public Set<Event> events() {
    return notes.stream().map(Note::event).collect(Collectors.toCollection(TreeSet::new));
  }

  /** The first corruption of memory, if there was one; of known outcomes. */
  public Optional<Event> corruption() {
    return notes.stream()
        .map(Note::event)
        .filter(e -> e.severity() == Event.Severity.CORRUPTION)
        .findFirst();
  }

  /** Whether memory was corrupted, so that what follows cannot be told; of known outcomes. */
  public boolean isCorrupt() {
    return corruption().isPresent();
  }
}
