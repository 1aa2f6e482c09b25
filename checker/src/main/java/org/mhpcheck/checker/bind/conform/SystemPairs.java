package org.mhpcheck.checker.bind.conform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.mhpcheck.checker.bind.harness.PairStream;
import org.mhpcheck.checker.bind.harness.PairStream.State;
import org.mhpcheck.checker.bind.harness.Request;
import org.mhpcheck.checker.parts.SpanningCall.Node;
import org.mhpcheck.checker.system.CallNumbers;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.FaultIn;
import org.mhpcheck.model.caller.Machine;
import org.mhpcheck.model.kernel.Errno;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.state.Geometry;
import org.mhpcheck.model.state.Section;

/**
 * Every call over several sections, with every fault, from every tuple of section states: the
 * tree's own loops and all they do, against plans and the model's steps.
 *
 * <p>Under {@code direct} every tuple of states that single sections come to is reached, so these
 * are all states there are, no less and no more.
 */
final class SystemPairs {
  private final Geometry geometry;
  private final List<Planned> calls;
  private final List<State> states = new ArrayList<>();

  /** By step, then by the number of a state. */
  private final Known[][][] known;

  /** An outcome by numbers: {@code next} is a state's; {@code allocations} if no fault is told. */
  private record Known(Foretelling model, Errno rc, int next, int allocations) {}

  /** A call, and what it does by step numbers. */
  private record Planned(Call call, Node plan) {}

  SystemPairs(Kernel model, Machine machine, List<Call> asked, Set<Section> sectionStates) {
    this.geometry = machine.geometry();
    Map<Section, Integer> numbers = new HashMap<>();
    for (Section section : sectionStates) {
      numbers.put(section, states.size());
      states.add(Walked.state(section, machine.design()));
    }
    CallNumbers steps = new CallNumbers();
    this.calls =
        asked.stream()
            .map(c -> new Planned(c, steps.of(Caller.DIRECT, c, machine).plan()))
            .toList();
    this.known =
        steps.steps().stream()
            .map(
                step ->
                    sectionStates.stream()
                        .map(s -> known(model.step(s, step), numbers))
                        .toArray(Known[][]::new))
            .toArray(Known[][][]::new);
  }

  private Known[] known(List<Outcome> outcomes, Map<Section, Integer> numbers) {
    int allocations = Foretelling.allocations(outcomes);
    return outcomes.stream()
        .map(
            o -> {
              int next = o.isCorrupt() ? 0 : numbers.get(o.next());
              return new Known(Foretelling.of(o, states.get(next)), o.rc(), next, allocations);
            })
        .toArray(Known[]::new);
  }

  /** How many there are. */
  long systemStates() {
    long tuples = 1;
    for (int i = 0; i < geometry.sections(); i++) {
      tuples = Math.multiplyExact(tuples, states.size());
    }
    return tuples;
  }

  /**
   * Compares all of them, or until {@code most} differ.
   *
   * @return the questions that are answered otherwise than the model says
   */
  List<Request> compare(Workers workers, int most) {
    List<Integer> firsts = IntStream.range(0, states.size()).boxed().toList();
    List<Request> differing = new ArrayList<>();
    workers
        .run(firsts, (stream, first) -> new Tuples(stream, most).compareFrom(first))
        .forEach(differing::addAll);
    return differing;
  }

  /** One worker's, over the tuples that begin with one state. */
  private final class Tuples {
    private final PairStream stream;
    private final int most;
    private final List<Request> differing = new ArrayList<>();
    private final int[] before = new int[geometry.sections()];
    private final int[] now = new int[geometry.sections()];

    private Tuples(PairStream stream, int most) {
      this.stream = stream;
      this.most = most;
    }

    private List<Request> compareFrom(int first) {
      before[0] = first;
      tuples(1);
      stream.flush();
      differing.addAll(stream.takeDiffering());
      return differing;
    }

    private void tuples(int section) {
      if (section < before.length) {
        for (int i = 0; i < states.size() && differing.size() < most; i++) {
          before[section] = i;
          tuples(section + 1);
        }
        return;
      }
      System.arraycopy(before, 0, now, 0, before.length);
      for (Planned call : calls) {
        walk(call, call.plan(), Optional.empty(), 0, 0, 0);
      }
      differing.addAll(stream.takeDiffering());
    }

    /** Along every outcome of every step. */
    private void walk(
        Planned call,
        Node node,
        Optional<FaultIn> fault,
        int events,
        int corruption,
        int allocations) {
      if (node.isReturn() || corruption != 0) {
        stream.ask(call.call(), fault);
        int rc = node.isReturn() ? Errno.values()[node.code()].code() : 0;
        stream.foretell(rc, events, corruption, fault.isPresent() ? -1 : allocations);
        for (int i = 0; i < now.length; i++) {
          State after = states.get(now[i]);
          stream.section(i, states.get(before[i]).words(), after);
        }
        return;
      }
      int was = now[node.section()];
      for (Known outcome : known[node.step()][was]) {
        Foretelling model = outcome.model();
        if (fault.isPresent() && model.fault().isPresent()) {
          throw new IllegalStateException("a plan that goes on after a fault: " + call.call());
        }
        now[node.section()] = outcome.next();
        walk(
            call,
            model.corruption() != 0 ? node : node.on()[outcome.rc().ordinal()],
            model.fault().isPresent()
                ? Optional.of(new FaultIn(node.section(), model.fault().get()))
                : fault,
            events | model.events(),
            model.corruption(),
            allocations | outcome.allocations());
      }
      now[node.section()] = was;
    }
  }
}
