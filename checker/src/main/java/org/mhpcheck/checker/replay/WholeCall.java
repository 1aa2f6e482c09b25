package org.mhpcheck.checker.replay;

import java.util.List;
import java.util.Optional;
import org.mhpcheck.model.answer.Script.ScriptedCall;
import org.mhpcheck.model.caller.LoopingKernel;
import org.mhpcheck.model.caller.LoopingKernel.Looped;
import org.mhpcheck.model.caller.PlannedCall;
import org.mhpcheck.model.kernel.Event;
import org.mhpcheck.model.state.Owners;
import org.mhpcheck.model.state.Section;

/** A whole call, done by a kernel's own loop, held against the same call done by its plan. */
final class WholeCall {
  private WholeCall() {}

  /** How they differ, if they do. */
  static Optional<String> difference(
      LoopingKernel kernel, List<Section> before, ScriptedCall call, PlannedCall planned) {
    Looped looped = kernel.loop(before, call.call(), call.fault());
    if (planned.corruption().isPresent() || looped.corruption().isPresent()) {
      return differ("corruption", name(planned.corruption()), name(looped.corruption()));
    }
    return differ("return code", planned.rc().code(), looped.rc())
        .or(() -> differ("events", planned.events(), looped.events()))
        .or(
            () ->
                differ("sections", withoutOwners(planned.after()), withoutOwners(looped.after())));
  }

  private static String name(Optional<Event> event) {
    return event.map(Event::name).orElse("none");
  }

  /** Which the callers keep, and not the kernel. */
  private static List<Section> withoutOwners(List<Section> sections) {
    return sections.stream().map(s -> s.withOwners(Owners.none(s.subsections()))).toList();
  }

  private static Optional<String> differ(String what, Object planned, Object looped) {
    return planned.equals(looped)
        ? Optional.empty()
        : Optional.of("%s %s by the plan, %s by the loop".formatted(what, planned, looped));
  }
}
