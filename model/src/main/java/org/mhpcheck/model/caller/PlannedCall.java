package org.mhpcheck.model.caller;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.Event;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.kernel.SpanOutcome;
import org.mhpcheck.model.kernel.SpanStep;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.state.Memory;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.Spans;

/**
 * A whole call done by its plan, on a kernel that answers steps.
 *
 * @param steps in their order; corruption of memory ends them
 * @param after the sections, as far as it came
 * @param faultMet whether the allocation that should fail was come by; true if none should
 * @param onSpans the steps on zones and spans
 * @param spans afterwards, as far as it came; empty where they are not kept
 */
public record PlannedCall(
    List<StepDone> steps,
    Errno rc,
    List<Section> after,
    boolean faultMet,
    List<SpanStepDone> onSpans,
    Optional<Spans> spans) {

  /** One in which zones are not kept. */
  public PlannedCall(List<StepDone> steps, Errno rc, List<Section> after, boolean faultMet) {
    this(steps, rc, after, faultMet, List.of(), Optional.empty());
  }

  /**
   * One step of it on zones and spans.
   *
   * @param behind how many steps on sections were done before it
   */
  public record SpanStepDone(int behind, Memory before, SpanStep step, SpanOutcome outcome) {}

  /**
   * One step of it.
   *
   * @param section its index, 0 for section 1
   */
  public record StepDone(int section, Section before, Step step, Outcome outcome) {}

  /** What the kernel's own steps noted, each event once. */
  public Set<Event> events() {
    Set<Event> events = EnumSet.noneOf(Event.class);
    steps.forEach(s -> events.addAll(s.outcome().events()));
    return events;
  }

  /** The corruption of memory that ended it, if one did. */
  public Optional<Event> corruption() {
    return steps.stream().flatMap(s -> s.outcome().corruption().stream()).findFirst();
  }

  /**
   * Does {@code plan}.
   *
   * @param fault the allocation that is to fail, if one is
   */
  public static PlannedCall of(
      Kernel kernel, Plan plan, List<Section> before, Optional<FaultIn> fault) {
    return of(kernel, plan, before, Optional.empty(), fault);
  }

  /**
   * The same with spans over the sections.
   *
   * @param memory {@code before} with them; empty where zones are not kept
   */
  public static PlannedCall of(
      Kernel kernel,
      Plan plan,
      List<Section> before,
      Optional<Memory> memory,
      Optional<FaultIn> fault) {
    List<Section> sections = new ArrayList<>(before);
    List<SpanStepDone> onSpans = new ArrayList<>();
    Optional<Spans> spans = memory.map(Memory::spans);
    List<StepDone> steps = new ArrayList<>();
    Optional<FaultIn> pending = fault;
    Plan at = plan;
    while (!(at instanceof Plan.Done)) {
      if (at instanceof Plan.DoOnSpans step) {
        Memory now = new Memory(List.copyOf(sections), spans.orElseThrow(), firstSection(memory));
        SpanOutcome outcome = kernel.step(now, step.step());
        onSpans.add(new SpanStepDone(steps.size(), now, step.step(), outcome));
        sections = new ArrayList<>(outcome.next().sections());
        spans = Optional.of(outcome.next().spans());
        at = outcome.isCorrupt() ? new Plan.Done(Errno.OK) : step.next(outcome.zone());
        continue;
      }
      Plan.Do step = (Plan.Do) at;
      Section section = sections.get(step.section());
      List<Outcome> outcomes = Books.step(kernel, section, step.step());
      Optional<Outcome> failed =
          pending.filter(f -> f.section() == step.section()).flatMap(f -> with(outcomes, f));
      if (failed.isPresent()) {
        pending = Optional.empty();
      }
      Outcome outcome = failed.orElse(outcomes.get(0));
      steps.add(new StepDone(step.section(), section, step.step(), outcome));
      sections.set(step.section(), outcome.next());
      at = outcome.isCorrupt() ? new Plan.Done(outcome.rc()) : step.on().get(outcome.rc());
    }
    return new PlannedCall(
        List.copyOf(steps),
        ((Plan.Done) at).rc(),
        List.copyOf(sections),
        pending.isEmpty(),
        List.copyOf(onSpans),
        spans);
  }

  private static int firstSection(Optional<Memory> memory) {
    return memory.orElseThrow().firstSection();
  }

  private static Optional<Outcome> with(List<Outcome> outcomes, FaultIn fault) {
    return outcomes.stream().filter(o -> o.fault().equals(Optional.of(fault.fault()))).findFirst();
  }
}
