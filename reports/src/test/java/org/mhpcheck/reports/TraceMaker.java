package org.mhpcheck.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mhpcheck.model.answer.CallsAtHand;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.caller.Books;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.Machine;
import org.mhpcheck.model.caller.Operation;
import org.mhpcheck.model.caller.Plan;
import org.mhpcheck.model.claim.About;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.kernel.BootMemory;
import org.mhpcheck.model.kernel.Booted;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.Event;
import org.mhpcheck.model.kernel.Fault;
import org.mhpcheck.model.kernel.FaultPoint;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Note;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.kernel.Place;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.state.Geometry;
import org.mhpcheck.model.state.Section;

/** Makes traces by running the modelled kernel call by call. */
public final class TraceMaker {
  public static final Property BOOT_USAGE_NEVER_FREED =
      new Property.OfStep(
          new About(
              "boot-usage-never-freed",
              "No kernel step frees a usage that the boot allocator made.",
              "a step on a section with a boot usage",
              "kfree() of memory that is not from slab corrupts the page allocator.",
              "mm/sparse.c section_deactivate() (v5.4)",
              Set.of()),
          step -> Bit.TRUE,
          step -> step.outcome().happened(Event.BOOT_USAGE_FREED).not(),
          step -> "freed");

  private final Machine machine;
  private final ModelledKernel kernel;
  private final List<Section> boot = new ArrayList<>();
  private final List<Trace.TracedCall> calls = new ArrayList<>();
  private List<Section> sections;

  public TraceMaker(String design, Geometry geometry, BootLayout... layouts) {
    this.machine = Machine.of(Design.parse(design), geometry);
    this.kernel = new ModelledKernel(machine.design());
    for (BootLayout layout : layouts) {
      boot.add(Books.boot(kernel, machine, layout.ram(geometry.subsections()), false));
    }
    this.sections = List.copyOf(boot);
  }

  /** A call that goes as it should. */
  public TraceMaker call(Operation operation, int from, int to) {
    return call(operation, from, to, 0);
  }

  /**
   * A call of whose steps each comes to its outcome number {@code choice}, or to its last if it has
   * fewer. After memory corruption there are no more calls.
   */
  public TraceMaker call(Operation operation, int from, int to, int choice) {
    return call(new Call(operation, from, to), choice);
  }

  /** As {@link #call(Operation, int, int, int)}, with an altmap or without. */
  public TraceMaker call(Call call, int choice) {
    if (isCorrupt()) {
      return this;
    }
    List<Section> after = new ArrayList<>(sections);
    List<Trace.TracedStep> steps = new ArrayList<>();
    Plan plan = Caller.of(call.operation()).plan(call, machine);
    Errno rc = Errno.OK;
    while (plan instanceof Plan.Do step) {
      Section before = after.get(step.section());
      List<Outcome> outcomes = Books.step(kernel, before, step.step());
      Outcome outcome = outcomes.get(Math.min(choice, outcomes.size() - 1));
      steps.add(new Trace.TracedStep(step.section(), before, step.step(), outcome));
      after.set(step.section(), outcome.next());
      rc = outcome.rc();
      plan = outcome.isCorrupt() ? new Plan.Done(rc) : step.on().get(rc);
    }
    if (plan instanceof Plan.Done done) {
      rc = done.rc();
    }
    sections = List.copyOf(after);
    calls.add(new Trace.TracedCall(call, List.copyOf(steps), rc, sections));
    return this;
  }

  private boolean isCorrupt() {
    return !calls.isEmpty()
        && calls.get(calls.size() - 1).steps().stream().anyMatch(s -> s.outcome().isCorrupt());
  }

  public Trace trace(Change... mendedBy) {
    return new Trace(
        machine,
        BOOT_USAGE_NEVER_FREED,
        List.copyOf(boot),
        List.copyOf(calls),
        "section_deactivate frees the usage, and the usage is boot's",
        List.of(mendedBy));
  }

  /** The same trace, of a property that asks which of these calls could have followed. */
  public static Trace with(Trace trace, CallsAtHand atHand) {
    return new Trace(
        trace.kernel(),
        trace.machine(),
        trace.property(),
        trace.boot(),
        trace.calls(),
        Optional.of(atHand),
        trace.clause(),
        trace.mendedBy(),
        trace.beside());
  }

  /** A trace of a boot of all sections at once, and nothing after it. */
  public static Trace booted(Machine machine, Booted booted) {
    return new Trace(
        machine.design().name(),
        machine,
        BOOT_USAGE_NEVER_FREED,
        booted.sections(),
        booted.script().memory().stream().map(BootMemory::ram).toList(),
        List.of(),
        Optional.empty(),
        "boot breaks it",
        List.of(),
        Optional.empty(),
        Optional.of(booted));
  }

  /** As if a tree had done what {@link #b01()} tells, with places in files that there are not. */
  public static Trace ofTree() {
    Trace b01 = b01();
    return new Trace(
        "linux-5.4.99",
        b01.machine(),
        b01.property(),
        b01.boot(),
        b01.calls().stream().map(TraceMaker::inTree).toList(),
        Optional.empty(),
        b01.clause(),
        List.of(),
        Optional.of(new Trace.Beside(false, false, "the model keeps it")));
  }

  private static Trace.TracedCall inTree(Trace.TracedCall call) {
    return new Trace.TracedCall(
        call.call(),
        call.steps().stream().map(TraceMaker::inTree).toList(),
        call.rc(),
        call.after(),
        Optional.of(new Place("__add_pages", "mm/hotplug.c", 12)));
  }

  private static Trace.TracedStep inTree(Trace.TracedStep step) {
    Outcome outcome = step.outcome();
    return new Trace.TracedStep(
        step.section(),
        step.before(),
        step.step(),
        new Outcome(
            outcome.next(),
            outcome.rc(),
            Optional.of(new Fault(FaultPoint.USAGE, 0)),
            outcome.notes().stream()
                .map(n -> new Note(n.event(), new Place(n.function(), "mm/a.c", 34), n.when()))
                .toList(),
            Optional.of(new Place("section_activate", "mm/a.c", 56)),
            List.of()),
        Optional.of(new Place(step.step().kind().text(), "mm/a.c", 78)));
  }

  /** A boot section removed and added again, by so many calls, in v5.5, which does that well. */
  public static Trace ofCalls(int number) {
    TraceMaker trace = new TraceMaker("v5.5", new Geometry(2, 8), BootLayout.FULL);
    for (int i = 0; i < number; i++) {
      trace.call(i % 2 == 0 ? Operation.ARCH_REMOVE_MEMORY : Operation.ARCH_ADD_MEMORY, 0, 8);
    }
    return trace.trace();
  }

  /** A boot section removed, added again and removed in v5.4, which frees its boot usage. */
  public static Trace b01() {
    return new TraceMaker("v5.4", new Geometry(1, 4), BootLayout.FULL)
        .call(Operation.ARCH_REMOVE_MEMORY, 0, 4)
        .call(Operation.ARCH_ADD_MEMORY, 0, 4)
        .call(Operation.ARCH_REMOVE_MEMORY, 0, 4)
        .trace(Change.RESERVED_USAGE_KEPT);
  }
}
