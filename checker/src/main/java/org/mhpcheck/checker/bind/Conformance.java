package org.mhpcheck.checker.bind;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mhpcheck.checker.bind.Reply.Reached;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Event;
import org.mhpcheck.model.kernel.Fault;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.kernel.Mmzone;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Note;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.AllSections;
import org.mhpcheck.model.state.Owners;
import org.mhpcheck.model.state.Section;

/**
 * Whether a model does what a compiled kernel does: every add and remove of every range, with every
 * fault, from every section state that the model comes to from any boot layout.
 *
 * <p>Compared are the next state, the return code, the events, and pfn_valid() of every subsection
 * afterwards. Once memory is corrupt, what follows cannot be told: then the first corruption is
 * compared, and the branch ends. Changes that no step at rest can tell from one another are asked
 * for by {@link Signs}.
 */
public final class Conformance {
  private final Design design;
  private final Kernel model;
  private final CompiledKernel compiled;
  private final int mostDisagreements;
  private final List<Disagreement> disagreements = new ArrayList<>();
  private final Set<Section> seen = new HashSet<>();
  private List<Section> frontier = new ArrayList<>();
  private long pairs;
  private boolean mayTouchUnpopulated;

  /** What came of it. */
  public record Result(
      int subsections, long states, long pairs, double seconds, List<Disagreement> disagreements) {
    public boolean agrees() {
      return disagreements.isEmpty();
    }
  }

  /**
   * @param mostDisagreements after how many to stop
   */
  public Conformance(Design design, CompiledKernel compiled, int mostDisagreements) {
    this.design = design;
    this.model = new ModelledKernel(design);
    this.compiled = compiled;
    this.mostDisagreements = mostDisagreements;
  }

  /** Compares on every section state that the model comes to from boot. */
  public Result run() {
    return run(this::boot, false);
  }

  /** Compares on every section state there is, whether any kernel makes it or not. */
  public Result runOnAllStates() {
    return run(size -> AllSections.forEach(size, this::reach), true);
  }

  private Result run(IntConsumer begin, boolean anyState) {
    mayTouchUnpopulated = anyState;
    long start = System.nanoTime();
    int size = compiled.subsections();
    disagreements.addAll(Signs.disagreements(design, compiled));
    begin.accept(size);
    List<Step> steps = steps(size);
    while (!frontier.isEmpty() && !isEnough()) {
      List<Section> states = frontier;
      frontier = new ArrayList<>();
      for (Section state : states) {
        if (!isEnough()) {
          compareSteps(state, steps);
        }
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Result(size, seen.size(), pairs, seconds, List.copyOf(disagreements));
  }

  private boolean isEnough() {
    return disagreements.size() >= mostDisagreements;
  }

  private void boot(int size) {
    for (Bits ram : layouts(size)) {
      Section modelled = model.boot(ram);
      Request request = Request.boot(ram);
      Reply reply = compiled.ask(List.of(request)).get(0);
      pairs++;
      if (!same(modelled, reply.next())
          || !samePfnValid(modelled, reply)
          || !reply.notes().isEmpty()) {
        disagree(
            "boot, RAM " + ram,
            words(modelled, "rc=0 ") + " valid=" + Mmzone.pfn_valid(modelled),
            reply,
            request.line());
      }
      reach(modelled);
    }
  }

  /** All of them where they are few. */
  private static List<Bits> layouts(int size) {
    if (size <= 8) {
      return Stream.iterate(0L, w -> w < 1L << size, w -> w + 1)
          .map(w -> Bits.of(size, i -> Bit.of((w >>> i & 1) != 0)))
          .toList();
    }
    return List.of(
        Bits.none(size),
        Bits.full(size),
        Bits.range(size, 0, size / 2),
        Bits.range(size, size / 2, size));
  }

  private static List<Step> steps(int size) {
    List<Step> steps = new ArrayList<>();
    for (int from = 0; from < size; from++) {
      for (int to = from + 1; to <= size; to++) {
        steps.add(new Step(Step.Kind.ADD, Bits.range(size, from, to)));
        steps.add(new Step(Step.Kind.REMOVE, Bits.range(size, from, to)));
      }
    }
    return steps;
  }

  private void compareSteps(Section state, List<Step> steps) {
    List<Request> requests = new ArrayList<>();
    Map<Step, Map<Optional<Fault>, Outcome>> modelled = new LinkedHashMap<>();
    for (Step step : steps) {
      Map<Optional<Fault>, Outcome> byFault = new LinkedHashMap<>();
      for (Outcome outcome : model.step(state, step)) {
        byFault.put(outcome.fault(), outcome);
        requests.add(Request.step(state, step, outcome.fault()));
      }
      modelled.put(step, byFault);
    }
    List<Reply> replies = compiled.ask(requests);
    int i = 0;
    for (Map.Entry<Step, Map<Optional<Fault>, Outcome>> entry : modelled.entrySet()) {
      for (Outcome outcome : entry.getValue().values()) {
        Reply reply = replies.get(i++);
        compare(state, entry.getKey(), outcome, reply);
        if (outcome.fault().isEmpty() && !outcome.isCorrupt() && !reply.isCorrupt()) {
          compareFaults(state, entry.getKey(), entry.getValue().keySet(), reply);
        }
      }
    }
  }

  private void compare(Section state, Step step, Outcome outcome, Reply reply) {
    pairs++;
    boolean agree =
        outcome.isCorrupt() || reply.isCorrupt()
            ? corruption(outcome).equals(corruption(reply.outcome()))
            : same(outcome.next(), reply.next())
                && outcome.rc().code() == reply.rc()
                && events(outcome).equals(events(reply.outcome()))
                && samePfnValid(outcome.next(), reply)
                && !touchesUnpopulated(reply);
    if (!agree && !isEnough()) {
      disagree(asked(state, step, outcome.fault()), words(outcome), reply, reply.request().line());
    }
    if (!outcome.isCorrupt()) {
      reach(outcome.next());
    }
  }

  /** That both come by the same allocations. */
  private void compareFaults(Section state, Step step, Set<Optional<Fault>> all, Reply reply) {
    Set<String> modelled =
        all.stream().flatMap(Optional::stream).map(Fault::text).collect(sorted());
    Set<String> compiledOnes =
        CompiledKernel.faults(reply, step.range()).stream().map(Fault::text).collect(sorted());
    if (!modelled.equals(compiledOnes) && !isEnough()) {
      disagreements.add(
          new Disagreement(
              asked(state, step, Optional.empty()) + ": which allocations are come by",
              modelled.toString(),
              compiledOnes.toString(),
              List.of(),
              reply.request().line()));
    }
  }

  private static Collector<String, ?, TreeSet<String>> sorted() {
    return Collectors.toCollection(TreeSet::new);
  }

  private void reach(Section state) {
    Section bare = state.withOwners(Owners.none(state.subsections()));
    if (seen.add(bare)) {
      frontier.add(bare);
    }
  }

  private void disagree(String asked, String modelled, Reply reply, String line) {
    disagreements.add(
        new Disagreement(
            asked,
            modelled,
            words(reply),
            reply.notes().stream().map(n -> n.event() + ": " + n.place()).toList(),
            line));
  }

  private static boolean same(Section modelled, Section compiled) {
    return modelled.withOwners(compiled.owners()).sameAs(compiled).isTrue();
  }

  /** That page_init_poison() is told only of what has struct pages: on states that are reached. */
  private boolean touchesUnpopulated(Reply reply) {
    return !mayTouchUnpopulated && reply.reached().contains(Reached.UNPOPULATED_TOUCHED);
  }

  private static boolean samePfnValid(Section modelled, Reply reply) {
    return reply.pfnValid().filter(v -> v.equals(Mmzone.pfn_valid(modelled))).isPresent();
  }

  private static Optional<Event> corruption(Outcome outcome) {
    return outcome.notes().stream()
        .map(Note::event)
        .filter(e -> e.severity() == Event.Severity.CORRUPTION)
        .findFirst();
  }

  private static Set<Event> events(Outcome outcome) {
    return outcome.notes().stream().map(Note::event).collect(Collectors.toCollection(TreeSet::new));
  }

  private static String asked(Section state, Step step, Optional<Fault> fault) {
    return "%s %s%s on %s"
        .formatted(
            step.kind().text(), step.range(), fault.map(f -> ", " + f.text()).orElse(""), state);
  }

  private static String words(Outcome outcome) {
    return words(outcome.next(), events(outcome, outcome.rc().code()))
        + " valid="
        + Mmzone.pfn_valid(outcome.next());
  }

  private static String words(Reply reply) {
    return words(reply.next(), events(reply.outcome(), reply.rc()))
        + " valid="
        + reply.pfnValid().map(Bits::toString).orElse("crashed")
        + (reply.reached().contains(Reached.UNPOPULATED_TOUCHED)
            ? ", page_init_poison() of no struct pages"
            : "");
  }

  private static String words(Section section, String before) {
    return before + Sections.words(section);
  }

  private static String events(Outcome outcome, int rc) {
    return "rc=%d %s"
        .formatted(
            rc, outcome.notes().stream().map(n -> n.event() + " ").collect(Collectors.joining()));
  }
}
