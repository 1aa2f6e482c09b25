package org.mhpcheck.checker.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.Event;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Assignment;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.logic.Circuit;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.UnknownSection;

/** All that Choco says can follow a section is what does: no more, and no less. */
class SuccessorsTest {
  private static final long SEED = 20;

  /** What can be told of a step that was taken. */
  private record Successor(
      Step.Kind kind, String altmap, Bits range, Section next, Errno rc, Set<Event> events) {}

  private final Prover prover = new Prover(() -> false);

  /** Every successor there is, path by path: each that is found is asked not to be found again. */
  private Set<Successor> bySolver(
      UnknownStep unknown, Circuit circuit, Section before, boolean altmaps) {
    Set<Successor> found = new HashSet<>();
    for (UnknownStep.OnePath path : unknown.paths()) {
      if (altmaps || !path.taken().step().altmap().isGiven()) {
        List<Bit> required = new ArrayList<>(path.conditions());
        required.add(unknown.before().sameAs(before));
        Optional<Assignment> values = solve(circuit, required);
        while (values.isPresent()) {
          Successor successor = successor(path, values.get());
          found.add(successor); // which another path may have come to: another allocation failed
          required.add(isSo(path, successor).not());
          values = solve(circuit, required);
        }
      }
    }
    return found;
  }

  private Optional<Assignment> solve(Circuit circuit, List<Bit> required) {
    return prover.counterexample(circuit, new Obligation("successor", List.copyOf(required)));
  }

  private static Successor successor(UnknownStep.OnePath path, Assignment values) {
    Step step = path.taken().step();
    Outcome outcome = path.taken().outcome();
    return new Successor(
        step.kind(),
        step.altmap().text(),
        values.value(step.range()),
        UnknownSection.valueOf(values, outcome.next()),
        outcome.rc(),
        outcome.notes().stream()
            .filter(n -> values.value(n.when()))
            .map(n -> n.event())
            .collect(Collectors.toSet()));
  }

  private static Bit isSo(UnknownStep.OnePath path, Successor successor) {
    Bit same =
        path.taken()
            .step()
            .range()
            .sameAs(successor.range())
            .and(path.taken().after().sameAs(successor.next()));
    for (Event event : Event.values()) {
      Bit happened = path.taken().outcome().happened(event);
      same = same.and(successor.events().contains(event) ? happened : happened.not());
    }
    return same;
  }

  private static Set<Successor> byExecution(
      ModelledKernel kernel, Section before, boolean altmaps) {
    Set<Successor> found = new HashSet<>();
    for (Step step : SmallSections.steps(kernel.design(), before.subsections())) {
      if (altmaps || !step.altmap().isGiven()) {
        for (Outcome o : kernel.step(before, step)) {
          found.add(
              new Successor(
                  step.kind(), step.altmap().text(), step.range(), o.next(), o.rc(), o.events()));
        }
      }
    }
    return found;
  }

  private void agree(String design, List<Section> sections, boolean altmaps) {
    ModelledKernel kernel = new ModelledKernel(Design.parse(design));
    Circuit circuit = new Circuit();
    UnknownStep unknown = UnknownStep.of(kernel, circuit, sections.get(0).subsections());
    for (Section before : sections) {
      assertEquals(
          byExecution(kernel, before, altmaps),
          bySolver(unknown, circuit, before, altmaps),
          () -> "from " + before);
    }
  }

  private static List<Section> reachable(String design, int subsections, int most) {
    Design asked = Design.parse(design);
    List<Section> sections =
        new ArrayList<>(SmallSections.reachable(new ModelledKernel(asked), asked, subsections));
    if (sections.size() > most) {
      Collections.shuffle(sections, new Random(SEED));
    }
    return sections.subList(0, Math.min(most, sections.size()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"v5.4", "v6.12"})
  void fromEverySectionOfFour(String design) {
    List<Section> without =
        reachable(design, 4, Integer.MAX_VALUE).stream()
            .filter(s -> s.memmap().altmap().isEmpty().isTrue())
            .toList();
    assertTrue(without.size() > 40, "so many: " + without.size());
    agree(design, without, false);
  }

  @Test
  void withAltmapsFromSomeOfFour() {
    agree("v6.12", reachable("v6.12", 4, 12), true);
  }

  @Test
  void fromSomeOfEight() {
    agree("v6.12", reachable("v6.12", 8, 4), false);
  }
}
