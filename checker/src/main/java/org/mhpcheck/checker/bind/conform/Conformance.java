package org.mhpcheck.checker.bind.conform;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mhpcheck.checker.bind.harness.CompiledKernel;
import org.mhpcheck.checker.bind.harness.Reply.Reached;
import org.mhpcheck.checker.bind.source.Feature;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.Machine;
import org.mhpcheck.model.caller.Plan;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.AllSections;
import org.mhpcheck.model.state.Geometry;
import org.mhpcheck.model.state.Section;

/**
 * Whether a model does what a compiled kernel does. Each method asks both every question of one
 * kind.
 *
 * <p>Compared are the next state, the return code, the events, which allocations are come by, and
 * pfn_valid() and pfn_to_online_page() of every subsection afterwards. Once memory is corrupt, what
 * follows cannot be told: then the first corruption is compared, and the branch ends. Changes that
 * no step at rest can tell from one another are asked for by {@link Signs}.
 */
public final class Conformance {
  private static final int WORKERS = 3;

  /** Enough to tell which of the lowest bits of a node's number stay in section_mem_map. */
  private static final int NODES = 4;

  private final Design design;
  private final ModelledKernel model;
  private final CompiledKernel compiled;
  private final int most;
  private final Comparison comparison;

  /**
   * What came of it.
   *
   * @param asked what was compared, in a word
   * @param states how many states of all sections together
   * @param pairs how many (state, call, fault)
   * @param exposed in how many of them pfn_valid() was true at some boundary where no memmap was
   */
  public record Result(
      String asked,
      Geometry geometry,
      long states,
      long pairs,
      long exposed,
      double seconds,
      List<Disagreement> disagreements) {
    /** Whether no disagreement was found. */
    public boolean agrees() {
      return disagreements.isEmpty();
    }
  }

  /**
   * @param mostDisagreements of one kind, after how many to stop: signs, boot, calls
   */
  public Conformance(Design design, CompiledKernel compiled, int mostDisagreements) {
    this.design = design;
    this.model = new ModelledKernel(design);
    this.compiled = compiled;
    this.most = mostDisagreements;
    this.comparison = new Comparison(model, compiled);
  }

  /**
   * The kinds of altmaps that can be asked about: those that both kernels know. That one knows more
   * than the other is told by {@link #sections}.
   */
  public List<Altmap> altmaps() {
    return compiled.altmaps().stream().filter(a -> a.refusedBy(design).isEmpty()).toList();
  }

  /**
   * Every step on every section state that the model comes to from any boot layout, on any node.
   *
   * @param noPages whether sections are asked to add and remove no pages, too. Then bits and memmap
   *     part, and there are more states by far
   */
  public Result sections(List<Altmap> altmaps, boolean noPages) {
    long start = System.nanoTime();
    int size = compiled.subsections();
    List<Disagreement> disagreements = new ArrayList<>(Signs.disagreements(design, compiled));
    List<Section> booted = new ArrayList<>();
    List<Bits> layouts = layouts(size);
    List<Disagreement> ofBoot = new ArrayList<>();
    for (Bits ram : layouts) {
      for (int node = 0; node < NODES; node++) {
        comparison.ofBoot(ram, node).ifPresent(ofBoot::add);
        booted.add(model.boot(ram, node));
      }
    }
    ofBoot.stream().limit(most).forEach(disagreements::add);
    return compareSections(
        "sections",
        booted,
        sectionSteps(altmaps, noPages),
        false,
        disagreements,
        NODES * layouts.size(),
        start);
  }

  /** Every step on every section state there is, whether any kernel makes it or not. */
  public Result allSections(List<Altmap> altmaps) {
    List<Section> all = new ArrayList<>();
    AllSections.forEach(
        compiled.subsections(),
        section -> {
          if (model.isState(section)) {
            all.add(section);
          }
        });
    return compareSections(
        "all sections", all, sectionSteps(altmaps, true), true, List.of(), 0, System.nanoTime());
  }

  private Result compareSections(
      String asked,
      List<Section> initial,
      List<Step> steps,
      boolean anyState,
      List<Disagreement> before,
      int pairsBefore,
      long start) {
    List<Disagreement> disagreements = new ArrayList<>(before);
    try (Workers workers = workers(1, true, anyState)) {
      SectionPairs pairs = new SectionPairs(model, steps, workers);
      pairs.compareFrom(initial, most).stream()
          .limit(most)
          .map(comparison::of)
          .forEach(disagreements::add);
      return result(asked, 1, pairs.states().size(), workers, pairsBefore, start, disagreements);
    }
  }

  /**
   * Every call over several sections, from every state of all of them that the model comes to: the
   * tree's own loops and all that they do.
   */
  public Result systems(int sections, List<Altmap> altmaps) {
    long start = System.nanoTime();
    Machine machine = machine(sections);
    Set<Section> states = reachable(steps(altmaps));
    try (Workers workers = workers(sections, false, false)) {
      SystemPairs pairs = new SystemPairs(model, machine, Loops.calls(machine, altmaps), states);
      List<Disagreement> disagreements =
          pairs.compare(workers, most).stream()
              .limit(most)
              .map(comparison::of)
              .collect(Collectors.toCollection(ArrayList::new));
      return result("systems", sections, pairs.systemStates(), workers, 0, start, disagreements);
    }
  }

  /** The tree's own loops against the plans, for every combination of what their steps return. */
  public Result loops(int sections, List<Altmap> altmaps) {
    long start = System.nanoTime();
    Machine machine = machine(sections);
    LoopPairs pairs = new LoopPairs(compiled, machine);
    List<Disagreement> disagreements = pairs.disagreements(Loops.calls(machine, altmaps), most);
    return new Result(
        "loops",
        machine.geometry(),
        1,
        pairs.pairs(),
        0,
        seconds(start),
        List.copyOf(disagreements));
  }

  /**
   * Zones and spans, on two sections of two subsections, whatever this kernel's have.
   *
   * @throws org.mhpcheck.checker.bind.tool.BindException if the tree has no such functions
   */
  public Result spans() {
    long start = System.nanoTime();
    SpanPairs pairs = new SpanPairs(model, compiled.spans(), most);
    List<Disagreement> disagreements = pairs.compare();
    return new Result(
        "spans",
        new Geometry(2, 2),
        pairs.states(),
        pairs.pairs(),
        0,
        seconds(start),
        disagreements);
  }

  /**
   * Where boot puts usages, and what it tells and counts of them, on three sections.
   *
   * @throws org.mhpcheck.checker.bind.tool.BindException if the tree has no such functions
   */
  public Result placements() {
    long start = System.nanoTime();
    PlacementPairs pairs = new PlacementPairs(design, compiled.placements(), most);
    List<Disagreement> disagreements = pairs.compare();
    return new Result(
        "placements",
        new Geometry(PlacementPairs.SECTIONS, PlacementPairs.SUBSECTIONS),
        pairs.placements(),
        pairs.placements(),
        0,
        seconds(start),
        disagreements);
  }

  /** The tree's own boot of all sections at once, with every choice of faults. */
  public Result boots(int sections) {
    long start = System.nanoTime();
    Boots boots = new Boots(model, compiled);
    List<Disagreement> disagreements = boots.disagreements(sections, most);
    return new Result(
        "boots",
        machine(sections).geometry(),
        boots.memories(),
        boots.pairs(),
        0,
        seconds(start),
        disagreements);
  }

  private Result result(
      String asked,
      int sections,
      long states,
      Workers workers,
      long pairsBefore,
      long start,
      List<Disagreement> disagreements) {
    return new Result(
        asked,
        new Geometry(sections, compiled.subsections()),
        states,
        pairsBefore + workers.pairs(),
        workers.exposed(),
        seconds(start),
        List.copyOf(disagreements));
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private Workers workers(int sections, boolean probes, boolean anyState) {
    return new Workers(
        IntStream.range(0, WORKERS)
            .mapToObj(i -> compiled.stream(sections, probes, anyState ? Set.of() : unexpected()))
            .toList());
  }

  /**
   * What the model has no state for: struct pages written that are not there; and, where the design
   * waits for readers, a usage freed while they can still find it, or without waiting.
   */
  private Set<Reached> unexpected() {
    return design.has(Change.USAGE_FREED_BY_RCU)
        ? Set.of(
            Reached.UNPOPULATED_WRITTEN,
            Reached.USAGE_FREED_WHILE_VALID,
            Reached.OLD_USAGE_FREED_AT_ONCE)
        : Set.of(Reached.UNPOPULATED_WRITTEN);
  }

  /** What the model comes to from any boot layout. */
  private Set<Section> reachable(List<Step> steps) {
    Set<Section> seen = new LinkedHashSet<>();
    List<Section> todo = new ArrayList<>();
    layouts(compiled.subsections()).forEach(ram -> reach(model.boot(ram), seen, todo));
    for (int i = 0; i < todo.size(); i++) {
      Section state = todo.get(i);
      for (Step step : steps) {
        model.step(state, step).stream()
            .filter(o -> !o.isCorrupt())
            .forEach(o -> reach(o.next(), seen, todo));
      }
    }
    return seen;
  }

  private static void reach(Section state, Set<Section> seen, List<Section> todo) {
    if (seen.add(state)) {
      todo.add(state);
    }
  }

  /** All of them where they are few. */
  private static List<Bits> layouts(int size) {
    if (size <= 8) {
      return Stream.iterate(0L, w -> w < 1L << size, w -> w + 1)
          .map(w -> Bits.ofWord(size, w))
          .toList();
    }
    return List.of(
        Bits.none(size),
        Bits.full(size),
        Bits.range(size, 0, size / 2),
        Bits.range(size, size / 2, size));
  }

  private Machine machine(int sections) {
    return Machine.of(design, new Geometry(sections, compiled.subsections()));
  }

  /** The steps of {@code direct}'s calls on one section. */
  private List<Step> steps(List<Altmap> altmaps) {
    return steps(Caller.DIRECT, altmaps, c -> true).toList();
  }

  private Stream<Step> steps(Caller caller, List<Altmap> altmaps, Predicate<Call> which) {
    Machine one = machine(1);
    return caller.calls(one, altmaps).stream()
        .filter(which)
        .filter(c -> caller.plan(c, one) instanceof Plan.Do)
        .map(c -> ((Plan.Do) caller.plan(c, one)).step());
  }

  /** Every step that both kernels know. */
  private List<Step> sectionSteps(List<Altmap> altmaps, boolean noPages) {
    List<Step> steps = new ArrayList<>(steps(altmaps));
    if (noPages) {
      steps(Caller.SPARSE, altmaps, c -> c.from() == c.to()).forEach(steps::add);
    }
    Bits all = Bits.full(compiled.subsections());
    steps.add(new Step(Step.Kind.ONLINE, all));
    steps.add(new Step(Step.Kind.OFFLINE, all));
    if (design.has(Change.ONLINE_PAGE_ASKS_FOR_DEVICES) && compiled.has(Feature.TAINTED_SECTIONS)) {
      steps.add(new Step(Step.Kind.TAINT, all));
    }
    return steps;
  }
}
