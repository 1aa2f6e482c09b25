package org.mhpcheck.checker.replay;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mhpcheck.checker.replay.Replayer.Replay;
import org.mhpcheck.model.answer.Trace.TracedCall;
import org.mhpcheck.model.answer.Trace.TracedStep;
import org.mhpcheck.model.claim.CallTaken;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.claim.StepTaken;
import org.mhpcheck.model.state.Section;

/** Evaluates a property's own formula on what was replayed. */
final class Judge {
  private final Property property;

  Judge(Property property) {
    this.property = property;
  }

  /**
   * How call {@code number} of {@code replay} breaks the property, or boot if it is 0: the violated
   * clause with the values it was evaluated on. Empty if it does not.
   */
  Optional<String> broken(Replay replay, int number) {
    if (property instanceof Property.OfState p) {
      return inSections(number == 0 ? replay.boot() : replay.calls().get(number - 1).after(), p);
    }
    if (number == 0) {
      return Optional.empty();
    }
    TracedCall call = replay.calls().get(number - 1);
    if (property instanceof Property.OfStep p) {
      return call.steps().stream()
          .filter(s -> s.step().kind().isKernel())
          .flatMap(s -> inStep(s, p).stream())
          .findFirst();
    }
    if (property instanceof Property.OfCall p) {
      List<Section> before = number == 1 ? replay.boot() : replay.calls().get(number - 2).after();
      CallTaken taken = new CallTaken(before, call.call(), call.rc(), call.after());
      boolean corrupt = call.steps().stream().anyMatch(s -> s.outcome().isCorrupt());
      return corrupt || p.holds().test(taken)
          ? Optional.empty()
          : Optional.of(p.shows().apply(taken));
    }
    throw new IllegalArgumentException(property.name() + " does not speak of traces");
  }

  /** Whether anything in {@code replay} breaks the property. */
  boolean isBroken(Replay replay) {
    return IntStream.rangeClosed(0, replay.calls().size())
        .anyMatch(i -> broken(replay, i).isPresent());
  }

  private static Optional<String> inSections(List<Section> sections, Property.OfState property) {
    return IntStream.range(0, sections.size())
        .filter(i -> property.holds().apply(sections.get(i)).isFalse())
        .mapToObj(i -> "section " + (i + 1) + ": " + property.shows().apply(sections.get(i)))
        .findFirst();
  }

  private static Optional<String> inStep(TracedStep step, Property.OfStep property) {
    StepTaken taken = new StepTaken(step.before(), step.step(), step.outcome());
    return property.holds().apply(taken).isFalse()
        ? Optional.of("section " + (step.section() + 1) + ": " + property.shows().apply(taken))
        : Optional.empty();
  }
}
