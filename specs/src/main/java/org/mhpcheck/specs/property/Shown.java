package org.mhpcheck.specs.property;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mhpcheck.model.claim.CallTaken;
import org.mhpcheck.model.claim.StepTaken;
import org.mhpcheck.model.state.Section;

/** The values that a violated formula was evaluated on, in words. */
final class Shown {
  private Shown() {}

  static String events(StepTaken step) {
    return step.outcome().notes().isEmpty()
        ? "no event"
        : step.outcome().notes().stream()
            .map(n -> place(n.function()) + ": " + n.event().text())
            .collect(Collectors.joining("; "));
  }

  /** Not all that is noted is noted by a function. */
  private static String place(String function) {
    return function.contains(" ") ? function : function + "()";
  }

  /** What a failed or refused step returned, and what it left. */
  static String step(StepTaken step) {
    String left =
        step.after().equals(step.before())
            ? "nothing changed"
            : change(step.before(), step.after());
    return "sparse_add_section() returned %s; %s".formatted(step.outcome().rc().text(), left);
  }

  /** What a failed call returned, and which sections it left otherwise. */
  static String call(CallTaken call) {
    String changed =
        IntStream.range(0, call.before().size())
            .filter(i -> !call.before().get(i).equals(call.after().get(i)))
            .mapToObj(
                i ->
                    "section %d %s"
                        .formatted(i + 1, change(call.before().get(i), call.after().get(i))))
            .collect(Collectors.joining("; "));
    return "%s() returned %s; %s"
        .formatted(call.call().operation().text(), call.rc().text(), changed);
  }

  private static String change(Section before, Section after) {
    return "was {%s} and is {%s}".formatted(before, after);
  }
}
