package org.mhpcheck.checker.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mhpcheck.checker.replay.Replayer.Replay;
import org.mhpcheck.model.state.Memory;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.Spans;
import org.mhpcheck.model.state.Walkers;
import org.mhpcheck.reports.itf.TraceFile;
import org.mhpcheck.reports.itf.TraceFile.State;
import org.mhpcheck.reports.text.SectionText;

/** The states that a trace file has, held against those that came of its calls. */
final class RecordedStates {
  private RecordedStates() {}

  /** The first that differs, in words; empty if none does. */
  static Optional<String> difference(TraceFile file, Replay replay) {
    List<State> replayed = new ArrayList<>();
    Optional<Spans> atBoot = file.script().machine().memory(replay.boot()).map(Memory::spans);
    replayed.add(new State(0, replay.boot(), atBoot));
    replay.calls().forEach(c -> replayed.add(new State(c.rc().code(), c.after(), c.spans())));
    for (int i = 0; i < file.states().size(); i++) {
      if (i == replayed.size()) {
        return Optional.of(
            "states[%d]: %s".formatted(i, replay.refused().orElse("there is no such state")));
      }
      Optional<String> difference = difference(file.states().get(i), replayed.get(i));
      if (difference.isPresent()) {
        return Optional.of("states[%d]: %s".formatted(i, difference.get()));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> difference(State recorded, State replayed) {
    for (int i = 0; i < recorded.sections().size(); i++) {
      Section is = recorded.sections().get(i);
      // Who may be held up where is not recorded: it follows from all else.
      Section shouldBe = replayed.sections().get(i).withWalkers(Walkers.NONE);
      if (!is.equals(shouldBe)) {
        return Optional.of(
            "section %d is recorded as '%s', replayed it is '%s'"
                .formatted(i + 1, SectionText.of(is), SectionText.of(shouldBe)));
      }
    }
    if (!recorded.spans().equals(replayed.spans())) {
      return Optional.of(
          "the spans are recorded as %s, replayed they are %s"
              .formatted(text(recorded.spans()), text(replayed.spans())));
    }
    return recorded.rc() == replayed.rc()
        ? Optional.empty()
        : Optional.of(
            "%d is recorded as returned, replayed it is %d"
                .formatted(recorded.rc(), replayed.rc()));
  }

  private static String text(Optional<Spans> spans) {
    return spans.map(Spans::toString).orElse("none");
  }
}
