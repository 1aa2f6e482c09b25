package org.mhpcheck.checker.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.FaultIn;
import org.mhpcheck.model.caller.LoopingKernel;
import org.mhpcheck.model.caller.LoopingKernel.Looped;
import org.mhpcheck.model.caller.Operation;
import org.mhpcheck.model.caller.Plan;
import org.mhpcheck.model.caller.PlannedCall;
import org.mhpcheck.model.caller.PlannedCall.StepDone;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.Event;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Section;

/**
 * A whole call, done by its plan, held against the kernel's own loops over sections. A call may
 * have several of them, with other steps before, between and behind: those are the caller's. Each
 * run of adds, and each of removes, is done again by the loop that it stands for, from the sections
 * as they were before it.
 */
final class WholeCall {
  private final LoopingKernel kernel;
  private final List<Section> sections;

  private WholeCall(LoopingKernel kernel, List<Section> before) {
    this.kernel = kernel;
    this.sections = new ArrayList<>(before);
  }

  /** How the first loop that differs does, if one does. */
  static Optional<String> difference(
      LoopingKernel kernel, List<Section> before, Plan plan, PlannedCall planned) {
    return new WholeCall(kernel, before).difference(plan, planned.steps());
  }

  private Optional<String> difference(Plan plan, List<StepDone> steps) {
    Plan at = plan;
    int done = 0;
    while (done < steps.size()) {
      List<Plan.Do> loop = loopAt((Plan.Do) at);
      int end = done + 1;
      while (end - done < loop.size() && end < steps.size() && goesOn(steps.get(end - 1))) {
        end++;
      }
      List<StepDone> run = steps.subList(done, end);
      if (!loop.isEmpty()) {
        Optional<String> differs = compare(loop, run);
        if (differs.isPresent()) {
          return differs;
        }
      }
      for (StepDone step : run) {
        sections.set(step.section(), step.outcome().next());
        at = ((Plan.Do) at).on().get(step.outcome().rc());
      }
      done = end;
    }
    return Optional.empty();
  }

  private static boolean goesOn(StepDone step) {
    return step.outcome().rc() == Errno.OK && !step.outcome().isCorrupt();
  }

  /**
   * All that a loop which begins at {@code first} would do, if nothing failed; none if it begins no
   * loop. To no pages a loop comes to nothing: who asks that has asked a section itself.
   */
  private static List<Plan.Do> loopAt(Plan.Do first) {
    List<Plan.Do> loop = new ArrayList<>();
    Step.Kind kind = first.step().kind();
    if ((kind == Step.Kind.ADD || kind == Step.Kind.REMOVE)
        && first.step().range().isEmpty().isFalse()) {
      Plan at = first;
      while (at instanceof Plan.Do step && (loop.isEmpty() || follows(step, last(loop)))) {
        loop.add(step);
        at = step.on().get(Errno.OK);
      }
    }
    return loop;
  }

  private static boolean follows(Plan.Do next, Plan.Do before) {
    Bits range = before.step().range();
    return next.section() == before.section() + 1
        && next.step().kind() == before.step().kind()
        && next.step().altmap() == before.step().altmap()
        && range.get(range.size() - 1)
        && next.step().range().get(0);
  }

  private static <T> T last(List<T> list) {
    return list.get(list.size() - 1);
  }

  private Optional<String> compare(List<Plan.Do> loop, List<StepDone> run) {
    PlannedCall planned =
        new PlannedCall(run, last(run).outcome().rc(), after(run), /* faultMet= */ true);
    Looped looped = kernel.loop(List.copyOf(sections), call(loop), fault(run));
    if (planned.corruption().isPresent() || looped.corruption().isPresent()) {
      return differ("corruption", name(planned.corruption()), name(looped.corruption()));
    }
    return differ("return code", planned.rc().code(), looped.rc())
        .or(() -> differ("events", planned.events(), looped.events()))
        .or(() -> differ("sections", withoutBooks(planned.after()), withoutBooks(looped.after())));
  }

  private static Call call(List<Plan.Do> loop) {
    Plan.Do first = loop.get(0);
    Plan.Do last = last(loop);
    return new Call(
        first.step().kind().adds() ? Operation.ARCH_ADD_MEMORY : Operation.ARCH_REMOVE_MEMORY,
        first.section() * first.step().range().size() + from(first.step().range()),
        last.section() * last.step().range().size() + to(last.step().range()),
        first.step().altmap());
  }

  private static int from(Bits range) {
    int from = 0;
    while (!range.get(from)) {
      from++;
    }
    return from;
  }

  private static int to(Bits range) {
    int to = range.size();
    while (!range.get(to - 1)) {
      to--;
    }
    return to;
  }

  private static Optional<FaultIn> fault(List<StepDone> run) {
    return run.stream()
        .flatMap(s -> s.outcome().fault().map(f -> new FaultIn(s.section(), f)).stream())
        .findFirst();
  }

  private List<Section> after(List<StepDone> run) {
    List<Section> after = new ArrayList<>(sections);
    run.forEach(s -> after.set(s.section(), s.outcome().next()));
    return List.copyOf(after);
  }

  private static String name(Optional<Event> event) {
    return event.map(Event::name).orElse("none");
  }

  /** Which the callers keep, and not the kernel. */
  private static List<Section> withoutBooks(List<Section> sections) {
    return sections.stream().map(s -> s.withoutBooks()).toList();
  }

  private static Optional<String> differ(String what, Object planned, Object looped) {
    return planned.equals(looped)
        ? Optional.empty()
        : Optional.of("%s %s by the plan, %s by the loop".formatted(what, planned, looped));
  }
}
