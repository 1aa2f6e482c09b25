package org.mhpcheck.checker.simulate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.mhpcheck.model.answer.Script.ScriptedCall;
import org.mhpcheck.model.caller.Books;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.FaultIn;
import org.mhpcheck.model.caller.Machine;
import org.mhpcheck.model.caller.Operation;
import org.mhpcheck.model.caller.Plan;
import org.mhpcheck.model.caller.PlannedCall;
import org.mhpcheck.model.claim.CallTaken;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.FaultPoint;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.state.Memory;
import org.mhpcheck.model.state.Section;

/** One random walk: a boot, and calls until there are enough or memory is corrupt. */
final class Walk {
  /** Of so many calls in a walk with faults, one is to fail. */
  private static final int CALLS_PER_FAULT = 4;

  private final Kernel kernel;
  private final Machine machine;
  private final Question.Explore question;
  private final SplittableRandom random;
  private final Observer observer;
  private final Chooser chooser;
  private final boolean faults;

  private final List<Bits> boot = new ArrayList<>();
  private final List<ScriptedCall> calls = new ArrayList<>();
  private final Map<Integer, Integer> broken = new TreeMap<>();
  private final Map<Operation, Count> counts = new EnumMap<>(Operation.class);
  private final Set<Section> met = new HashSet<>();

  Walk(
      Kernel kernel,
      Machine machine,
      Question.Explore question,
      SplittableRandom random,
      Observer observer) {
    this.kernel = kernel;
    this.machine = machine;
    this.question = question;
    this.random = random;
    this.observer = observer;
    this.chooser = new Chooser(machine, question, random);
    this.faults = question.faults() && random.nextInt(3) > 0;
  }

  /** How often calls of a kind were made, and how often they returned an error. */
  record Count(long made, long failed) {
    static final Count NONE = new Count(0, 0);

    Count plus(Count other) {
      return new Count(made + other.made, failed + other.failed);
    }
  }

  /**
   * What came of a walk.
   *
   * @param boot the RAM of each section
   * @param broken how many calls it took until a property was first broken, by its place
   * @param unmet the properties whose premises are still to be met
   * @param sections all that were met at rest
   */
  record Walked(
      List<Bits> boot,
      List<ScriptedCall> calls,
      Map<Integer, Integer> broken,
      long unmet,
      Map<Operation, Count> counts,
      Set<Section> sections) {}

  /**
   * Walks.
   *
   * @param most calls, at least 1
   */
  Walked walk(int most) {
    List<Section> sections = boot();
    Optional<Memory> memory = machine.memory(sections);
    sections.forEach(this::see);
    memory.ifPresent(observer::memory);
    note();
    while (calls.size() < most) {
      Optional<Call> next = chooser.next(sections);
      if (next.isEmpty()) {
        break;
      }
      Call call = next.get();
      PlannedCall done = make(call, sections, memory);
      boolean corrupt = isCorrupt(done);
      count(call, done);
      observer.steps(done);
      if (!corrupt) {
        observer.call(new CallTaken(sections, call, done.rc(), done.after()));
        for (int i = 0; i < sections.size(); i++) {
          if (!done.after().get(i).equals(sections.get(i))) {
            see(done.after().get(i));
          }
        }
        memory =
            memory.map(m -> new Memory(done.after(), done.spans().orElseThrow(), m.firstSection()));
        memory.ifPresent(observer::memory);
        sections = done.after();
      }
      note();
      if (corrupt) {
        break;
      }
    }
    return new Walked(List.copyOf(boot), List.copyOf(calls), broken, observer.unmet(), counts, met);
  }

  private List<Section> boot() {
    boolean owners = question.callers().stream().anyMatch(Caller::owns);
    List<Section> sections = new ArrayList<>();
    for (int i = 0; i < machine.geometry().sections(); i++) {
      BootLayout layout = question.boot().get(random.nextInt(question.boot().size()));
      Bits ram = layout.ram(machine.geometry().subsections());
      boot.add(ram);
      sections.add(Books.boot(kernel, machine, ram, owners));
    }
    return List.copyOf(sections);
  }

  private void see(Section section) {
    observer.state(section);
    met.add(section);
  }

  private void note() {
    for (long rest = observer.takeBroken(); rest != 0; rest &= rest - 1) {
      broken.put(Long.numberOfTrailingZeros(rest), calls.size());
    }
  }

  private void count(Call call, PlannedCall done) {
    Count one = new Count(1, done.rc() == Errno.OK ? 0 : 1);
    counts.merge(call.operation(), one, Count::plus);
  }

  private PlannedCall make(Call call, List<Section> sections, Optional<Memory> memory) {
    Plan plan = Caller.of(call.operation()).plan(call, machine);
    PlannedCall done = PlannedCall.of(kernel, plan, sections, memory, Optional.empty());
    Optional<FaultIn> fault =
        faults && random.nextInt(CALLS_PER_FAULT) == 0 ? fault(done) : Optional.empty();
    calls.add(new ScriptedCall(call, fault));
    return fault.isEmpty() ? done : PlannedCall.of(kernel, plan, sections, memory, fault);
  }

  /** One of those that {@code done} could have met: first which point, then where. */
  private Optional<FaultIn> fault(PlannedCall done) {
    Map<FaultPoint, List<FaultIn>> possible = new EnumMap<>(FaultPoint.class);
    for (PlannedCall.StepDone step : done.steps()) {
      for (Outcome outcome : Books.step(kernel, step.before(), step.step())) {
        outcome
            .fault()
            .ifPresent(
                f ->
                    possible
                        .computeIfAbsent(f.point(), p -> new ArrayList<>())
                        .add(new FaultIn(step.section(), f)));
      }
    }
    if (possible.isEmpty()) {
      return Optional.empty();
    }
    List<List<FaultIn>> points = List.copyOf(possible.values());
    List<FaultIn> ofPoint = points.get(random.nextInt(points.size()));
    return Optional.of(ofPoint.get(random.nextInt(ofPoint.size())));
  }

  private static boolean isCorrupt(PlannedCall done) {
    return done.corruption().isPresent()
        || done.onSpans().stream().anyMatch(s -> s.outcome().isCorrupt());
  }
}
