package org.mhpcheck.checker.prove;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.Machine;
import org.mhpcheck.model.caller.Operation;
import org.mhpcheck.model.caller.Plan;
import org.mhpcheck.model.claim.CallTaken;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Assignment;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.logic.Circuit;
import org.mhpcheck.model.state.Geometry;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.UnknownSection;

/**
 * Whole calls over one section, and over two from the end of one to the beginning of the next: the
 * caller's own plan, each step of it along every path, on sections of which nothing is known.
 *
 * <p>That a call is its steps, one after the other, each on one section, is what lets proofs about
 * single sections speak of calls. Here it is asked of the calls themselves, and so is what relates
 * two sections.
 */
final class Chain {
  private static final int SECTIONS = 2;

  private final Prover prover;
  private final Circuit circuit = new Circuit();
  private final List<WholeCall> calls = new ArrayList<>();

  /**
   * One way through a whole call.
   *
   * @param altmap what it is told of
   * @param ranges of each section
   * @param goesOn that no memory was corrupted
   */
  private record WholeCall(
      String name,
      CallTaken taken,
      Altmap altmap,
      List<Bits> ranges,
      List<Bit> conditions,
      Bit goesOn) {}

  /**
   * Two sections and a call that breaks a property.
   *
   * @param ranges what of each section the call is about
   */
  record Counterexample(
      List<Section> before, Operation operation, Altmap altmap, List<Bits> ranges) {}

  /**
   * @param canBeTaken the names of the paths that a single section allows; others are left out
   */
  Chain(ModelledKernel kernel, int subsections, Prover prover, Set<String> canBeTaken) {
    this.prover = prover;
    Machine machine = Machine.of(kernel.design(), new Geometry(SECTIONS, subsections));
    List<UnknownStep> sections = new ArrayList<>();
    for (int i = 0; i < SECTIONS; i++) {
      sections.add(UnknownStep.of(kernel, circuit, subsections));
    }
    for (Operation operation : Caller.DIRECT.operations()) {
      for (Altmap altmap : Caller.DIRECT.altmaps(operation, ProvedSteps.altmaps(kernel.design()))) {
        for (int length : List.of(1, SECTIONS)) {
          Call call = new Call(operation, 0, length * subsections, altmap);
          new Walk(call, length, sections, canBeTaken).along(Caller.DIRECT.plan(call, machine));
        }
      }
    }
  }

  /**
   * Collects the ways through a call's plan. Any call over as many sections has the same, but for
   * its ranges: those are unknown here.
   */
  private final class Walk {
    private final Call call;
    private final int length;
    private final List<UnknownStep> sections;
    private final Set<String> canBeTaken;

    Walk(Call call, int length, List<UnknownStep> sections, Set<String> canBeTaken) {
      this.call = call;
      this.length = length;
      this.sections = sections;
      this.canBeTaken = canBeTaken;
    }

    void along(Plan plan) {
      along(plan, Arrays.asList(new UnknownStep.OnePath[SECTIONS]));
    }

    private void along(Plan plan, List<UnknownStep.OnePath> done) {
      if (plan instanceof Plan.Done returned) {
        calls.add(wholeCall(done, returned));
        return;
      }
      Plan.Do next = (Plan.Do) plan;
      if (done.get(next.section()) != null) {
        throw new IllegalStateException("a call that comes to one section twice: " + call);
      }
      for (UnknownStep.OnePath path : sections.get(next.section()).paths()) {
        Step step = path.taken().step();
        if (step.kind() == next.step().kind()
            && step.altmap() == next.step().altmap()
            && canBeTaken.contains(path.name())) {
          List<UnknownStep.OnePath> longer = new ArrayList<>(done);
          longer.set(next.section(), path);
          along(next.on().get(path.taken().outcome().rc()), longer);
        }
      }
    }

    private WholeCall wholeCall(List<UnknownStep.OnePath> done, Plan.Done returned) {
      List<Section> before = sections.stream().map(UnknownStep::before).toList();
      List<Section> after = new ArrayList<>(before);
      List<Bit> conditions = new ArrayList<>();
      Bit goesOn = Bit.TRUE;
      for (int i = 0; i < SECTIONS; i++) {
        UnknownStep.OnePath path = done.get(i);
        if (path != null) {
          after.set(i, path.taken().after());
          conditions.addAll(path.conditions());
          goesOn = goesOn.and(Obligation.corrupts(path.taken().outcome()).not());
        }
      }
      List<Bits> ranges = sections.stream().map(s -> s.range().bits()).toList();
      if (length == SECTIONS) { // to the end of the first, and from the beginning of the second
        conditions.add(ranges.get(0).bit(ranges.get(0).size() - 1));
        conditions.add(ranges.get(1).bit(0));
      }
      sections.forEach(s -> conditions.add(s.range().wellFormed()));
      before.forEach(s -> conditions.add(s.isWellFormed()));
      String name =
          done.stream()
              .map(p -> p == null ? "-" : p.name())
              .collect(Collectors.joining("+", "chain/", ""));
      return new WholeCall(
          name,
          new CallTaken(before, call, returned.rc(), after),
          call.altmap(),
          ranges.subList(0, length),
          conditions,
          goesOn);
    }
  }

  /** How a whole call breaks any of {@code invariants} though all of them held in both sections. */
  Optional<Counterexample> broken(List<Property.OfState> invariants) {
    return broken("invariants", invariants, taken -> holdIn(invariants, taken.after()).not());
  }

  /** How one breaks {@code property} where all of {@code assumed} holds in both sections. */
  Optional<Counterexample> broken(Property.OfCall property, List<Property.OfState> assumed) {
    return broken(property.name(), assumed, taken -> property.holds(taken).not());
  }

  private interface Violation {
    Bit of(CallTaken taken);
  }

  private Optional<Counterexample> broken(
      String what, List<Property.OfState> assumed, Violation violation) {
    for (WholeCall call : calls) {
      List<Bit> required = new ArrayList<>();
      required.add(violation.of(call.taken()).and(call.goesOn()));
      required.addAll(call.conditions());
      assumed.forEach(p -> call.taken().before().forEach(s -> required.add(p.holds().apply(s))));
      Optional<Assignment> found =
          prover.counterexample(circuit, new Obligation(call.name() + "/" + what, required));
      if (found.isPresent()) {
        return Optional.of(counterexample(call, found.get()));
      }
    }
    return Optional.empty();
  }

  private static Bit holdIn(List<Property.OfState> invariants, List<Section> sections) {
    return Bit.allOf(
        sections.stream().flatMap(s -> invariants.stream().map(p -> p.holds().apply(s))).toList());
  }

  private static Counterexample counterexample(WholeCall call, Assignment values) {
    return new Counterexample(
        call.taken().before().stream().map(s -> UnknownSection.valueOf(values, s)).toList(),
        call.taken().call().operation(),
        call.altmap(),
        call.ranges().stream().map(values::value).toList());
  }

  /** How many ways there are through all calls. */
  int ways() {
    return calls.size();
  }
}
