package org.mhpcheck.checker.bind;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mhpcheck.checker.bind.Reply.Noted;
import org.mhpcheck.checker.bind.Reply.Reached;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.FaultIn;
import org.mhpcheck.model.caller.LoopingKernel;
import org.mhpcheck.model.kernel.Fault;
import org.mhpcheck.model.kernel.FaultPoint;
import org.mhpcheck.model.kernel.Mmzone;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.kernel.Place;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Section;

/** A kernel tree's own functions, for sections of one size. To be closed when done with. */
public final class CompiledKernel implements LoopingKernel, AutoCloseable {
  private final String name;
  private final KernelBuild build;
  private final int subsections;
  private final Path program;
  private final Map<String, String> environment;
  private final boolean altmapsMayBeInaccessible;
  private final Map<Integer, Harness> harnesses = new HashMap<>();

  /**
   * @param subsections one of {@link KernelBuild#SUBSECTIONS}
   * @throws BindException if it cannot be compiled
   */
  public CompiledKernel(KernelBuild build, int subsections) {
    this(build, subsections, Flavour.PLAIN);
  }

  /**
   * @param subsections one of {@link KernelBuild#SUBSECTIONS}
   * @param flavour not {@link Flavour#COVERED}, which {@link Coverage} asks
   * @throws BindException if it cannot be compiled
   */
  public CompiledKernel(KernelBuild build, int subsections, Flavour flavour) {
    this(build, subsections, flavour, Map.of());
  }

  /**
   * @param environment to be added to that of the child process
   */
  CompiledKernel(
      KernelBuild build, int subsections, Flavour flavour, Map<String, String> environment) {
    if (flavour == Flavour.COVERED && environment.isEmpty()) {
      throw new IllegalArgumentException("no place for what is counted; ask by Coverage");
    }
    this.name = build.provenance().kernel();
    this.build = build;
    this.subsections = subsections;
    this.program = build.program(subsections, flavour);
    this.environment = Map.copyOf(environment);
    this.altmapsMayBeInaccessible = build.altmapsMayBeInaccessible();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<Place> place(String function) {
    return build.place(function);
  }

  public int subsections() {
    return subsections;
  }

  @Override
  public Section boot(Bits ram) {
    Reply reply = ask(Request.boot(ram));
    if (!reply.notes().isEmpty()) {
      throw new BindException(
          name + ": booting with " + ram + ": " + reply.notes().get(0).event().text());
    }
    Section booted = reply.after().get(0);
    if (!booted.subsectionMap().equals(ram)) {
      throw new KernelDiffersException(
          "%s: boot with RAM in %s makes the map %s".formatted(name, ram, booted.subsectionMap()));
    }
    requireModelledPfnValid(reply);
    return booted;
  }

  /**
   * Properties know one pfn_valid(), the model's. Of a tree that has another they would say
   * nothing.
   */
  private void requireModelledPfnValid(Reply reply) {
    Section after = reply.after().get(0);
    Bits modelled = Mmzone.pfn_valid(after);
    if (reply.corruption().isEmpty()
        && reply.pfnValid().filter(v -> !v.get(0).equals(modelled)).isPresent()) {
      throw new KernelDiffersException(
          "%s: its pfn_valid() is %s, the model's %s, of %s (conform compares them)"
              .formatted(name, reply.pfnValid().orElseThrow().get(0), modelled, after));
    }
  }

  @Override
  public List<Outcome> step(Section section, Step step) {
    // A remove allocates nothing in any release; if it does in this one, that is seen in time.
    List<Fault> faults = step.kind() == Step.Kind.ADD ? possibleFaults(step) : List.of();
    List<Request> requests =
        new ArrayList<>(List.of(Request.step(section, step, Optional.empty())));
    faults.forEach(f -> requests.add(Request.step(section, step, Optional.of(f))));
    List<Reply> replies = new ArrayList<>(ask(requests));
    Reply without = replies.get(0);
    if (faults.isEmpty() && reachesAnAllocation(without)) {
      replies.addAll(
          ask(
              possibleFaults(step).stream()
                  .map(f -> Request.step(section, step, Optional.of(f)))
                  .toList()));
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (Reply reply : replies) {
      boolean asAsked =
          reply.request().fault().isEmpty()
              || reply.failedAt().isPresent()
              || diedOfFault(reply, without);
      if (asAsked) {
        requireModelledPfnValid(reply);
        outcomes.add(reply.outcome());
      }
    }
    return outcomes;
  }

  private static boolean reachesAnAllocation(Reply reply) {
    return reply.reached().contains(Reached.USAGE_ALLOCATION)
        || reply.reached().contains(Reached.MEMMAP_ALLOCATION);
  }

  /** Then nothing is told of where the allocation failed. */
  private static boolean diedOfFault(Reply reply, Reply without) {
    return reply.steps().isEmpty()
        && reply.corruption().isPresent()
        && reachesAnAllocation(without);
  }

  /** Every allocation that might fail; which are come by, only a run can tell. */
  private static List<Fault> possibleFaults(Step step) {
    List<Fault> faults = new ArrayList<>();
    faults.add(new Fault(FaultPoint.USAGE, 0));
    for (int i = 0; i < Long.bitCount(step.range().word()); i++) {
      faults.add(new Fault(FaultPoint.MEMMAP, i));
    }
    return faults;
  }

  @Override
  public Looped loop(List<Section> before, Call call, Optional<FaultIn> fault) {
    Reply reply = ask(Request.call(before, call, fault));
    return new Looped(
        reply.rc(),
        reply.after(),
        reply.notes().stream().map(Noted::event).collect(Collectors.toCollection(TreeSet::new)),
        reply.corruption());
  }

  /** Whether {@code struct vmem_altmap} has the flag, which came with v6.8. */
  boolean altmapsMayBeInaccessible() {
    return altmapsMayBeInaccessible;
  }

  Reply ask(Request request) {
    return ask(List.of(request)).get(0);
  }

  /** Many questions over as many sections at once, which is much faster than one by one. */
  synchronized List<Reply> ask(List<Request> requests) {
    for (Request request : requests) {
      if (request.subsections() != subsections) {
        throw new IllegalArgumentException(
            request.subsections() + " subsections, compiled for " + subsections);
      }
    }
    return requests.isEmpty()
        ? List.of()
        : harnesses.computeIfAbsent(requests.get(0).before().size(), this::start).ask(requests);
  }

  /** A child process of the caller's own. */
  Harness start(int sections) {
    return new Harness(program, environment, sections);
  }

  Path program() {
    return program;
  }

  @Override
  public synchronized void close() {
    harnesses.values().forEach(Harness::close);
    harnesses.clear();
  }
}
