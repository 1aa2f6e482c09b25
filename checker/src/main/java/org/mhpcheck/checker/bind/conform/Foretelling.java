package org.mhpcheck.checker.bind.conform;

import java.util.List;
import java.util.Optional;
import org.mhpcheck.checker.bind.harness.PairStream.State;
import org.mhpcheck.checker.bind.harness.Reply.Reached;
import org.mhpcheck.model.kernel.Event;
import org.mhpcheck.model.kernel.Fault;
import org.mhpcheck.model.kernel.Note;
import org.mhpcheck.model.kernel.Outcome;

/**
 * An outcome of the model's, in the words of records.
 *
 * @param events a bit for each
 * @param corruption 0, or 1 + the first event that is one
 */
record Foretelling(Optional<Fault> fault, int rc, int events, int corruption, State next) {

  static Foretelling of(Outcome outcome, State next) {
    return new Foretelling(
        outcome.fault(), outcome.rc().code(), events(outcome), corruption(outcome), next);
  }

  private static int events(Outcome outcome) {
    int events = 0;
    for (Note note : outcome.notes()) {
      events |= 1 << note.event().ordinal();
    }
    return events;
  }

  private static int corruption(Outcome outcome) {
    for (Note note : outcome.notes()) {
      if (note.event().severity() == Event.Severity.CORRUPTION) {
        return 1 + note.event().ordinal();
      }
    }
    return 0;
  }

  /** The allocations that a step comes by when none fails, seen by those that can fail. */
  static int allocations(List<Outcome> outcomes) {
    int allocations = 0;
    for (Outcome outcome : outcomes) {
      if (outcome.fault().isPresent()) {
        allocations |= Reached.allocation(outcome.fault().get()).bit();
      }
    }
    return allocations;
  }
}
