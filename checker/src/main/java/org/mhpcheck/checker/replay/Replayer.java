package org.mhpcheck.checker.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mhpcheck.model.answer.Script;
import org.mhpcheck.model.answer.Script.FaultIn;
import org.mhpcheck.model.answer.Script.ScriptedCall;
import org.mhpcheck.model.answer.Trace.TracedCall;
import org.mhpcheck.model.answer.Trace.TracedStep;
import org.mhpcheck.model.caller.Books;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.Condition;
import org.mhpcheck.model.caller.Plan;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.kernel.Place;
import org.mhpcheck.model.state.Section;

/**
 * Does a script again, call by call and step by step, on a kernel that is asked afresh: nothing
 * that an engine kept is believed.
 */
public final class Replayer {
  private final Kernel kernel;
  private final boolean exact;

  private Replayer(Kernel kernel, boolean exact) {
    this.kernel = kernel;
    this.exact = exact;
  }

  /** One that refuses a script which this kernel cannot follow to the letter. */
  public static Replayer of(Kernel kernel) {
    return new Replayer(kernel, true);
  }

  /**
   * One for a kernel other than the script's: an allocation that should fail, and is not made, is
   * passed over.
   */
  public static Replayer ofOther(Kernel kernel) {
    return new Replayer(kernel, false);
  }

  /**
   * What came of a script: the sections after boot, then each call.
   *
   * @param refused why no more calls were made, if a kernel could not follow any further
   */
  public record Replay(List<Section> boot, List<TracedCall> calls, Optional<String> refused) {

    /** Whether memory was corrupted on the way, so that the end was not reached as it should be. */
    public boolean isCorrupt() {
      return calls.stream().anyMatch(Replayer::isCorrupt);
    }
  }

  private static boolean isCorrupt(TracedCall call) {
    return call.steps().stream().anyMatch(s -> s.outcome().isCorrupt());
  }

  /**
   * Does all of {@code script}, or as much as memory allows: corruption ends it.
   *
   * @throws ReplayException if a call's conditions do not hold, a fault cannot be had, or calls
   *     follow a corruption
   */
  public Replay replay(Script script) {
    Replay replay = asFarAsItGoes(script);
    replay
        .refused()
        .ifPresent(
            why -> {
              throw new ReplayException(why);
            });
    return replay;
  }

  /** Does as much of {@code script} as the kernel can follow. */
  public Replay asFarAsItGoes(Script script) {
    boolean owners = script.calls().stream().anyMatch(c -> Caller.of(c.call().operation()).owns());
    List<Section> boot =
        script.boot().stream().map(ram -> Books.boot(kernel, ram, owners)).toList();
    List<TracedCall> calls = new ArrayList<>();
    List<Section> sections = boot;
    for (ScriptedCall call : script.calls()) {
      try {
        if (!calls.isEmpty() && isCorrupt(calls.get(calls.size() - 1))) {
          throw refused(calls.size() + 1, "memory was corrupted by the call before");
        }
        TracedCall traced = call(script, call, sections, calls.size() + 1);
        calls.add(traced);
        sections = traced.after();
      } catch (ReplayException e) {
        return new Replay(boot, List.copyOf(calls), Optional.of(e.getMessage()));
      }
    }
    return new Replay(boot, List.copyOf(calls), Optional.empty());
  }

  private TracedCall call(Script script, ScriptedCall scripted, List<Section> before, int number) {
    Caller caller = Caller.of(scripted.call().operation());
    for (Condition condition : caller.conditions(scripted.call(), script.geometry())) {
      if (!condition.holds(before.get(condition.section()))) {
        throw refused(
            number, "section %d is not %s".formatted(condition.section() + 1, condition.kind()));
      }
    }
    List<Section> sections = new ArrayList<>(before);
    List<TracedStep> steps = new ArrayList<>();
    Optional<FaultIn> pending = scripted.fault();
    Plan plan = caller.plan(scripted.call(), script.geometry());
    while (plan instanceof Plan.Do step) {
      Section section = sections.get(step.section());
      List<Outcome> outcomes = Books.step(kernel, section, step.step());
      Optional<Outcome> failed =
          pending.filter(f -> f.section() == step.section()).flatMap(f -> with(outcomes, f));
      if (failed.isPresent()) {
        pending = Optional.empty();
      }
      Outcome outcome = failed.orElse(outcomes.get(0));
      Optional<Place> place = kernel.place(step.step().kind().text());
      steps.add(new TracedStep(step.section(), section, step.step(), outcome, place));
      sections.set(step.section(), outcome.next());
      plan = outcome.isCorrupt() ? new Plan.Done(outcome.rc()) : step.on().get(outcome.rc());
    }
    if (exact && pending.isPresent()) {
      throw refused(number, pending.get().fault().text() + ": there is no such allocation");
    }
    Errno rc = ((Plan.Done) plan).rc();
    return new TracedCall(
        scripted.call(),
        List.copyOf(steps),
        rc,
        List.copyOf(sections),
        kernel.place(scripted.call().operation().adds() ? "__add_pages" : "__remove_pages"));
  }

  private static Optional<Outcome> with(List<Outcome> outcomes, FaultIn fault) {
    return outcomes.stream().filter(o -> o.fault().equals(Optional.of(fault.fault()))).findFirst();
  }

  private ReplayException refused(int call, String why) {
    return new ReplayException(
        "call %d cannot be made in %s: %s".formatted(call, kernel.name(), why));
  }
}
