package org.mhpcheck.checker.bind.harness;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mhpcheck.checker.bind.build.KernelBuild;
import org.mhpcheck.checker.bind.harness.Reply.Noted;
import org.mhpcheck.checker.bind.harness.Reply.Reached;
import org.mhpcheck.checker.bind.source.Feature;
import org.mhpcheck.checker.bind.tool.BindException;
import org.mhpcheck.checker.bind.tool.Configuration;
import org.mhpcheck.checker.bind.tool.Flavour;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.FaultIn;
import org.mhpcheck.model.caller.LoopingKernel;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.BootFault;
import org.mhpcheck.model.kernel.BootMemory;
import org.mhpcheck.model.kernel.BootNote;
import org.mhpcheck.model.kernel.BootScript;
import org.mhpcheck.model.kernel.Booted;
import org.mhpcheck.model.kernel.Fault;
import org.mhpcheck.model.kernel.FaultPoint;
import org.mhpcheck.model.kernel.Mmzone;
import org.mhpcheck.model.kernel.Note;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.kernel.Place;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.Usage;

/** A kernel tree's own functions, for sections of one size. To be closed when done with. */
public final class CompiledKernel implements LoopingKernel, AutoCloseable {
  private final KernelBuild build;
  private final int subsections;
  private final Flavour flavour;
  private final Path program;
  private final Map<String, String> environment;
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
   * @param flavour not {@link Flavour#COVERED}, which has {@link #covered}
   * @throws BindException if it cannot be compiled
   */
  public CompiledKernel(KernelBuild build, int subsections, Flavour flavour) {
    this(build, subsections, flavour, Map.of());
  }

  /**
   * One that counts which lines run.
   *
   * @param subsections one of {@link KernelBuild#SUBSECTIONS}
   * @param environment not empty, to be added to that of its child processes: where they are to
   *     leave what they counted, which they do when it is closed
   * @throws BindException if it cannot be compiled
   */
  public static CompiledKernel covered(
      KernelBuild build, int subsections, Map<String, String> environment) {
    return new CompiledKernel(build, subsections, Flavour.COVERED, environment);
  }

  private CompiledKernel(
      KernelBuild build, int subsections, Flavour flavour, Map<String, String> environment) {
    if (flavour == Flavour.COVERED && environment.isEmpty()) {
      throw new IllegalArgumentException("no place for what is counted");
    }
    this.build = build;
    this.subsections = subsections;
    this.flavour = flavour;
    this.program = build.program(subsections, flavour);
    this.environment = Map.copyOf(environment);
  }

  @Override
  public String name() {
    return build.provenance().kernel();
  }

  @Override
  public Optional<Place> place(String function) {
    return build.place(function);
  }

  /** How many its sections have. */
  public int subsections() {
    return subsections;
  }

  @Override
  public Section boot(Bits ram, int node) {
    Reply reply = ask(Request.boot(ram, node));
    if (!reply.notes().isEmpty()) {
      throw new BindException(
          name() + ": booting with " + ram + ": " + reply.notes().get(0).event().text());
    }
    Section booted = reply.after().get(0);
    // Without VMEMMAP there is no map, and what stands for it is full.
    boolean hasMap = build.configuration() == Configuration.VMEMMAP;
    Bits expected = hasMap || ram.isEmpty().isTrue() ? ram : Bits.full(ram.size());
    if (!booted.subsectionMap().equals(expected)) {
      throw new KernelDiffersException(
          "%s: boot with RAM in %s makes the map %s"
              .formatted(name(), ram, booted.subsectionMap()));
    }
    requireModelledPfnValid(reply);
    return booted;
  }

  /** The last node that boots of all sections can be asked of. */
  public static final int LAST_BOOT_NODE = 15;

  /** Whether all sections can be booted on these nodes. */
  public static boolean canBoot(List<Integer> nodes) {
    return nodes.stream().allMatch(n -> n <= LAST_BOOT_NODE);
  }

  /**
   * Which allocations are come by, only a run can tell: of each section its memmap may fail, or the
   * usages of the run that it begins, and what is not come by is none of the outcomes.
   */
  @Override
  public List<Booted> boots(List<BootMemory> memory) {
    if (build.configuration() != Configuration.VMEMMAP) {
      throw new UnsupportedOperationException(name() + " boots one section at a time");
    }
    List<List<BootFault>> faults = new ArrayList<>();
    addFaults(memory, 0, List.of(), faults);
    List<Request> requests =
        faults.stream().map(f -> Request.bootAll(new BootScript(memory, f), false)).toList();
    List<Booted> booted = new ArrayList<>();
    List<Reply> replies = ask(requests);
    for (int i = 0; i < replies.size(); i++) {
      if (replies.get(i).rc() == faults.get(i).stream().mapToLong(Request::bit).sum()) {
        booted.add(booted(new BootScript(memory, faults.get(i)), replies.get(i)));
      }
    }
    return List.copyOf(booted);
  }

  /** What sparse_init() alone leaves, before any subsection map is set up. */
  public List<Section> afterSparseInit(BootScript script) {
    return ask(Request.bootAll(script, true)).after();
  }

  private static void addFaults(
      List<BootMemory> memory, int section, List<BootFault> faults, List<List<BootFault>> all) {
    if (section == memory.size()) {
      all.add(faults);
      return;
    }
    addFaults(memory, section + 1, faults, all);
    for (FaultPoint point : List.of(FaultPoint.BOOT_MEMMAP, FaultPoint.BOOT_USAGES)) {
      List<BootFault> more = new ArrayList<>(faults);
      more.add(new BootFault(section, point));
      addFaults(memory, section + 1, List.copyOf(more), all);
    }
  }

  /** A crash is told of the first section that has memory and no usage, and else of the first. */
  private static Booted booted(BootScript script, Reply reply) {
    int section = 0;
    for (int i = reply.after().size() - 1; i >= 0; i--) {
      boolean present = script.memory().get(i).isPresent();
      section = present && reply.after().get(i).usage().is(Usage.NULL).isTrue() ? i : section;
    }
    List<BootNote> notes = new ArrayList<>();
    for (Noted noted : reply.notes()) {
      notes.add(new BootNote(section, new Note(noted.event(), noted.place(), Bit.TRUE)));
    }
    return new Booted(script, reply.after(), notes);
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
              .formatted(name(), reply.pfnValid().orElseThrow().get(0), modelled, after));
    }
  }

  @Override
  public List<Outcome> step(Section section, Step step) {
    requireKnown(step.kind());
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

  private void requireKnown(Step.Kind kind) {
    if (kind == Step.Kind.ADD_ABSENT || kind == Step.Kind.TAINT && !has(Feature.TAINTED_SECTIONS)) {
      throw new KernelDiffersException(
          "%s has no %s(): it is a kernel of another time than its design"
              .formatted(name(), kind.text()));
    }
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

  /**
   * The same tree's functions of zones and spans.
   *
   * @throws BindException if it has none, as up to v5.4, or they cannot be compiled
   */
  public CompiledSpans spans() {
    return new CompiledSpans(build, subsections, flavour);
  }

  /**
   * The same tree's placement of usages at boot.
   *
   * @throws BindException if it has none, as up to v5.13 and from v7.1 on, or it cannot be compiled
   */
  public CompiledPlacements placements() {
    return new CompiledPlacements(build, subsections, flavour);
  }

  /** Whether the tree has what not every tree has. */
  public boolean has(Feature feature) {
    return build.has(feature);
  }

  /** The kinds of altmaps that it can be told of. */
  public List<Altmap> altmaps() {
    return Stream.of(Altmap.values())
        .filter(a -> a != Altmap.INACCESSIBLE || has(Feature.INACCESSIBLE_ALTMAP))
        .toList();
  }

  /**
   * The answer to one question.
   *
   * @throws IllegalArgumentException if its sections are of another size
   */
  public Reply ask(Request request) {
    return ask(List.of(request)).get(0);
  }

  /**
   * Many questions over as many sections at once, which is much faster than one by one. One that a
   * child process dies of, or does not answer within a minute, is answered by how it ended.
   *
   * @param requests all over the same number of sections, 1 to 8
   * @return the answers, in the order of the questions
   * @throws IllegalArgumentException if their sections are of another size
   * @throws BindException if no child process can be started
   */
  public synchronized List<Reply> ask(List<Request> requests) {
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

  private Harness start(int sections) {
    return new Harness(program, environment, sections);
  }

  /**
   * A child process of the caller's own, for questions whose answers are foretold.
   *
   * @param sections that each question has, 1 to 8
   * @param probes whether pfn_valid() is asked on the way
   * @param unexpected what no call may come by
   */
  public PairStream stream(int sections, boolean probes, Set<Reached> unexpected) {
    List<Section> shape = Collections.nCopies(sections, Section.absent(subsections));
    return new PairStream(start(sections), shape, probes, unexpected);
  }

  /**
   * Asks a child process of its own one question; of a covered kernel, only what this question does
   * counts as run.
   *
   * @param sections that it has, 1 to 8
   * @param line as {@link Request#line} has it
   * @return whether it was answered; else the child died of it
   * @throws BindException if no child process can be started
   */
  public boolean answers(int sections, String line) {
    return Child.start(program, environment, String.valueOf(sections), "cover").answers(line);
  }

  @Override
  public synchronized void close() {
    harnesses.values().forEach(Harness::close);
    harnesses.clear();
  }
}
