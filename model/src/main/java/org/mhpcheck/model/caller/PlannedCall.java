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
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.state.Section;

/**
 * A whole call done by its plan, on a kernel that answers steps.
 *
 * @param steps in their order; corruption of memory ends them
 * @param after the sections, as far as it came
 * @param faultMet whether the allocation that should fail was come by; true if none should
 */
public record PlannedCall(List<StepDone> steps, Errno rc, List<Section> after, boolean faultMet) {

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
    List<Section> sections = new ArrayList<>(before);
    List<StepDone> steps = new ArrayList<>();
    Optional<FaultIn> pending = fault;
    Plan at = plan;
    while (at instanceof Plan.Do step) {
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
        List.copyOf(steps), ((Plan.Done) at).rc(), List.copyOf(sections), pending.isEmpty());
  }

  private static Optional<Outcome> with(List<Outcome> outcomes, FaultIn fault) {
    return outcomes.stream().filter(o -> o.fault().equals(Optional.of(fault.fault()))).findFirst();
  }
}
