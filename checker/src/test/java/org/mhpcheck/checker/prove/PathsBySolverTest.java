package org.mhpcheck.checker.prove;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mhpcheck.checker.Worlds;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.Event;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Note;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Assignment;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Circuit;
import org.mhpcheck.model.logic.Ranges;
import org.mhpcheck.model.logic.Run;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.UnknownSection;

/**
 * Once section and range are fixed, the solver finds on the enumerated paths what running the
 * kernel gives: each outcome on some path, and nothing else on any.
 */
class PathsBySolverTest {
  private static final int REACHABLE = 4;
  private static final Map<Integer, List<Section>> ALL = new HashMap<>();
  private static final Map<String, List<Section>> REACHED = new HashMap<>();

  /** A step from a known section. */
  record Taken(Section before, Step step) {}

  /** What can be told of an outcome, apart from which allocation failed. */
  private record Seen(Section next, Errno rc, Set<Event> events) {}

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void fromAnySection(
      @ForAll("designs") String design, @ForAll("stepsFromAnySection") Taken taken) {
    requireAgreement(design, taken);
  }

  @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
  void fromReachableSections(
      @ForAll("designs") String design, @ForAll int number, @ForAll("steps") Step step) {
    List<Section> reached =
        REACHED.computeIfAbsent(design, d -> SomeSections.reachable(Worlds.kernel(d), REACHABLE));
    Section before = reached.get(Math.floorMod(number, reached.size()));
    requireAgreement(design, new Taken(before, step));
  }

  @Provide
  Arbitrary<String> designs() {
    return Arbitraries.of("v5.3-b03-early-read-late", "v5.4", "v5.6-b943f045a9af", "v5.8", "v6.12");
  }

  @Provide
  Arbitrary<Step> steps() {
    return Arbitraries.of(SomeSections.steps(REACHABLE));
  }

  @Provide
  Arbitrary<Taken> stepsFromAnySection() {
    List<Section> all = ALL.computeIfAbsent(2, SomeSections::all);
    return Combinators.combine(Arbitraries.of(all), Arbitraries.of(SomeSections.steps(2)))
        .as(Taken::new);
  }

  private static void requireAgreement(String design, Taken taken) {
    Set<Seen> byRunning = new HashSet<>();
    for (Outcome outcome : Worlds.kernel(design).step(taken.before(), taken.step())) {
      byRunning.add(seen(outcome, new Assignment()));
    }
    Symbolic symbolic = new Symbolic(design, taken);
    Set<Seen> bySolving = symbolic.onePerPath();
    assertTrue(byRunning.containsAll(bySolving), "the solver finds more than running");
    for (Seen missing : byRunning) {
      assertTrue(
          bySolving.contains(missing) || symbolic.comesTo(missing), "the solver misses " + missing);
    }
  }

  private static Seen seen(Outcome outcome, Assignment values) {
    Set<Event> events = new HashSet<>();
    for (Note note : outcome.notes()) {
      if (values.value(note.when())) {
        events.add(note.event());
      }
    }
    return new Seen(UnknownSection.valueOf(values, outcome.next()), outcome.rc(), events);
  }

  /** The kernel's paths from an unknown section by an unknown range, both then fixed. */
  private static final class Symbolic {
    private final Circuit circuit = new Circuit();
    private final Prover prover = new Prover(() -> false);
    private final List<Run<Outcome>> paths;
    private final List<Bit> fixed;

    Symbolic(String design, Taken taken) {
      int subsections = taken.before().subsections();
      Section unknown = UnknownSection.of(circuit, subsections);
      Ranges.Unknown range = Ranges.contiguous(circuit, "range", subsections);
      Step step = new Step(taken.step().kind(), range.bits(), taken.step().altmap());
      this.paths = ((ModelledKernel) Worlds.kernel(design)).paths(circuit, unknown, step);
      this.fixed =
          List.of(
              unknown.sameAs(taken.before()),
              range.bits().sameAs(taken.step().range()),
              range.wellFormed(),
              unknown.isWellFormed());
    }

    private Optional<Assignment> solve(Run<Outcome> path, Bit further) {
      List<Bit> required = new ArrayList<>(fixed);
      required.addAll(path.conditions());
      required.add(further);
      Obligation obligation = new Obligation("test", required);
      return prover.counterexample(circuit, obligation);
    }

    Set<Seen> onePerPath() {
      Set<Seen> seen = new HashSet<>();
      for (Run<Outcome> path : paths) {
        solve(path, Bit.TRUE).ifPresent(values -> seen.add(seen(path.result(), values)));
      }
      return seen;
    }

    private static Bit isSeen(Outcome outcome, Seen wanted) {
      Bit seen = outcome.next().sameAs(wanted.next());
      for (Event event : Event.values()) {
        Bit happened = outcome.happened(event);
        seen = seen.and(wanted.events().contains(event) ? happened : happened.not());
      }
      return seen;
    }

    /** A path on which an allocation fails has many outcomes: one for each place to fail at. */
    boolean comesTo(Seen wanted) {
      return paths.stream()
          .filter(path -> path.result().rc() == wanted.rc())
          .flatMap(
              path ->
                  solve(path, isSeen(path.result(), wanted))
                      .map(values -> seen(path.result(), values))
                      .stream())
          .anyMatch(wanted::equals);
    }
  }
}
