package org.mhpcheck.checker.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mhpcheck.model.answer.Script;
import org.mhpcheck.model.answer.Script.ScriptedCall;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.FaultIn;
import org.mhpcheck.model.caller.Machine;
import org.mhpcheck.model.caller.Operation;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.kernel.Event;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Note;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Assignment;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.logic.Circuit;
import org.mhpcheck.model.logic.Run;
import org.mhpcheck.model.state.Geometry;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.UnknownSection;

/**
 * Bounded model checking of one section at its real size: from boot on, path by path, with the
 * ranges, the faults and what boot made left unknown. The kernel's functions run on what the steps
 * before have left, so that most of their branches are no question any more; whether a sequence of
 * paths can be taken at all, and whether it can break the property, is Choco's to say.
 *
 * <p>Shortest sequences first. That nothing is found means nothing: proofs are {@link Induction}'s.
 */
final class BoundedSearch {
  /** So many steps, and so many questions, and no more: sequences multiply. */
  private static final int MOST_STEPS = 4;

  private static final int MOST_QUESTIONS = 4000;

  private final ModelledKernel kernel;
  private final int subsections;
  private final boolean faults;
  private final Prover prover;
  private final Circuit circuit = new Circuit();
  private final Bits ram;
  private int questions;

  /**
   * A sequence of paths.
   *
   * @param conditions of boot and all paths
   */
  private record Behaviour(Section boot, List<UnknownStep.OnePath> paths, List<Bit> conditions) {
    Section last() {
      return paths.isEmpty() ? boot : paths.get(paths.size() - 1).taken().after();
    }

    Behaviour then(UnknownStep.OnePath path) {
      List<UnknownStep.OnePath> longer = new ArrayList<>(paths);
      longer.add(path);
      List<Bit> more = new ArrayList<>(path.conditions());
      more.addAll(conditions);
      return new Behaviour(boot, longer, more);
    }
  }

  /**
   * @param faults whether allocations may fail
   */
  BoundedSearch(ModelledKernel kernel, int subsections, boolean faults, Prover prover) {
    this.kernel = kernel;
    this.faults = faults;
    this.subsections = subsections;
    this.prover = prover;
    this.ram = Bits.unknown(circuit, "ram", subsections);
  }

  /** A shortest sequence of calls that breaks {@code property}; empty if none was found. */
  Optional<Script> breaking(Property property) {
    List<Behaviour> behaviours = boots();
    if (property instanceof Property.OfState p) {
      for (Behaviour boot : behaviours) {
        Optional<Assignment> found = ask("boot", boot, p.holds().apply(boot.last()).not());
        if (found.isPresent()) {
          return Optional.of(script(boot, found.get(), property));
        }
      }
    }
    for (int depth = 1; depth <= MOST_STEPS; depth++) {
      List<Behaviour> longer = new ArrayList<>();
      for (Behaviour behaviour : behaviours) {
        for (UnknownStep.OnePath path : pathsFrom(behaviour.last())) {
          Behaviour next = behaviour.then(path);
          Optional<Assignment> found =
              ask(path.name(), next, Obligation.isBroken(property, path.taken()));
          if (found.isPresent()) {
            return Optional.of(script(next, found.get(), property));
          }
          if (depth < MOST_STEPS && isTaken(path, next)) {
            longer.add(next);
          }
          if (questions > MOST_QUESTIONS) {
            return Optional.empty();
          }
        }
      }
      behaviours = longer;
    }
    return Optional.empty();
  }

  private List<UnknownStep.OnePath> pathsFrom(Section section) {
    return UnknownStep.from(kernel, circuit, section).paths().stream()
        .filter(path -> faults || path.taken().outcome().fault().isEmpty())
        .toList();
  }

  /** The section that boot leaves out, and those that it makes. */
  private List<Behaviour> boots() {
    List<Behaviour> boots = new ArrayList<>();
    for (Run<Section> boot : kernel.bootPaths(circuit, ram)) {
      List<Bit> conditions = new ArrayList<>(boot.conditions());
      conditions.add(ram.isEmpty().not());
      boots.add(new Behaviour(boot.result(), List.of(), conditions));
    }
    boots.add(new Behaviour(Section.absent(subsections), List.of(), List.of(ram.isEmpty())));
    return boots;
  }

  /** Where memory is corrupt, and where nothing changed, nothing new follows. */
  private boolean isTaken(UnknownStep.OnePath path, Behaviour behaviour) {
    Bit goesOn =
        Obligation.corrupts(path.taken().outcome())
            .not()
            .and(path.taken().after().sameAs(path.taken().before()).not());
    return ask(path.name() + "/taken", behaviour, goesOn).isPresent();
  }

  private Optional<Assignment> ask(String name, Behaviour behaviour, Bit last) {
    List<Bit> required = new ArrayList<>();
    required.add(last);
    required.addAll(behaviour.conditions());
    questions++;
    return prover.counterexample(circuit, new Obligation(name, required));
  }

  /** What was found, done again with known values: they tell which allocation failed. */
  private Script script(Behaviour behaviour, Assignment values, Property property) {
    Bits known = values.value(ram);
    Section section = kernel.boot(known);
    List<ScriptedCall> calls = new ArrayList<>();
    for (UnknownStep.OnePath path : behaviour.paths()) {
      Step step = path.taken().step();
      Step taken = new Step(step.kind(), values.value(step.range()), step.altmap());
      Outcome outcome = outcome(section, taken, path.taken().outcome(), values);
      calls.add(call(taken, outcome));
      section = outcome.next();
    }
    return new Script(
        Machine.of(kernel.design(), new Geometry(1, subsections)),
        property.name(),
        List.of(known),
        List.copyOf(calls));
  }

  /** Of all that {@code step} may come to, what {@code found} is under {@code values}. */
  private Outcome outcome(Section section, Step step, Outcome found, Assignment values) {
    Section next = UnknownSection.valueOf(values, found.next());
    Set<Event> events =
        found.notes().stream()
            .filter(n -> values.value(n.when()))
            .map(Note::event)
            .collect(Collectors.toSet());
    return kernel.step(section, step).stream()
        .filter(o -> o.rc() == found.rc() && o.next().equals(next) && o.events().equals(events))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("execution does not come to what was solved"));
  }

  private static ScriptedCall call(Step step, Outcome outcome) {
    Bits range = step.range();
    int from = 0;
    while (!range.get(from)) {
      from++;
    }
    int to = from;
    while (to < range.size() && range.get(to)) {
      to++;
    }
    Operation operation =
        step.kind().adds() ? Operation.ARCH_ADD_MEMORY : Operation.ARCH_REMOVE_MEMORY;
    return new ScriptedCall(
        new Call(operation, from, to, step.altmap()),
        outcome.fault().map(fault -> new FaultIn(0, fault)));
  }
}
