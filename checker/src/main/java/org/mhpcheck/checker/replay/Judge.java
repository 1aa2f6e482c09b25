package org.mhpcheck.checker.replay;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mhpcheck.checker.replay.Replayer.Replay;
import org.mhpcheck.model.answer.CallsAtHand;
import org.mhpcheck.model.answer.Script;
import org.mhpcheck.model.answer.Trace.TracedCall;
import org.mhpcheck.model.answer.Trace.TracedStep;
import org.mhpcheck.model.claim.CallTaken;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.claim.SpanStepTaken;
import org.mhpcheck.model.claim.StepTaken;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.state.Memory;
import org.mhpcheck.model.state.Section;

/** Evaluates a property's own formula on what was replayed. */
final class Judge {
  private final Kernel kernel;
  private final Script script;
  private final Property property;

  /**
   * @param kernel what the replays are of
   * @param script what the replays are of
   */
  Judge(Kernel kernel, Script script, Property property) {
    this.kernel = kernel;
    this.script = script;
    this.property = property;
  }

  /**
   * How call {@code number} of {@code replay} breaks the property, or boot if it is 0: the violated
   * clause with the values it was evaluated on. Empty if it does not.
   */
  Optional<String> broken(Replay replay, int number) {
    if (property instanceof Property.OfState p) {
      return inSections(after(replay, number), p);
    }
    if (property instanceof Property.OfRecovery p) {
      return withoutWayBack(replay, number, p);
    }
    if (property instanceof Property.OfBoot p) {
      return number > 0
          ? Optional.empty()
          : replay.booted().filter(b -> !p.holds().test(b)).map(p.shows());
    }
    if (property instanceof Property.OfSystem p) {
      return overall(replay, number, p);
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
    if (property instanceof Property.OfSpanStep p) {
      return call.onSpans().stream()
          .map(s -> new SpanStepTaken(s.before(), s.step(), s.outcome()))
          .filter(s -> !p.holds().test(s))
          .map(s -> p.shows().apply(s))
          .findFirst();
    }
    if (property instanceof Property.OfCall p) {
      CallTaken taken =
          new CallTaken(after(replay, number - 1), call.call(), call.rc(), call.after());
      return Replayer.isCorrupt(call) || p.holds(taken).isTrue()
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

  /** The sections after call {@code number}; after boot, if it is 0. */
  private static List<Section> after(Replay replay, int number) {
    return number == 0 ? replay.boot() : replay.calls().get(number - 1).after();
  }

  private Optional<String> overall(Replay replay, int number, Property.OfSystem property) {
    if (number > 0 && Replayer.isCorrupt(replay.calls().get(number - 1))) {
      return Optional.empty();
    }
    Optional<Memory> boot = script.machine().memory(replay.boot());
    Optional<Memory> now =
        number == 0
            ? boot
            : replay
                .calls()
                .get(number - 1)
                .spans()
                .map(s -> new Memory(after(replay, number), s, boot.orElseThrow().firstSection()));
    return now.filter(m -> !property.holds().test(m)).map(property.shows());
  }

  /** Corrupt memory is not what anything is to be brought back from. */
  private Optional<String> withoutWayBack(Replay replay, int number, Property.OfRecovery property) {
    CallsAtHand atHand =
        script
            .atHand()
            .orElseThrow(() -> new IllegalArgumentException("of which calls is not said"));
    List<Section> sections = after(replay, number);
    if (isRecovered(sections, property)
        || (number > 0 && Replayer.isCorrupt(replay.calls().get(number - 1)))) {
      return Optional.empty();
    }
    WayBack.Search search =
        WayBack.from(sections, kernel, script.machine(), atHand, s -> isRecovered(s, property));
    return search.found()
        ? Optional.empty()
        : Optional.of(notRecovered(sections, property) + "; " + search.text(atHand));
  }

  private static boolean isRecovered(List<Section> sections, Property.OfRecovery property) {
    return sections.stream().allMatch(s -> property.recovered().apply(s).isTrue());
  }

  private static String notRecovered(List<Section> sections, Property.OfRecovery property) {
    return IntStream.range(0, sections.size())
        .filter(i -> property.recovered().apply(sections.get(i)).isFalse())
        .mapToObj(i -> "section " + (i + 1) + ": " + property.shows().apply(sections.get(i)))
        .collect(Collectors.joining("; "));
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
