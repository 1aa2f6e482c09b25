package org.mhpcheck.model.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Option;
import org.mhpcheck.model.logic.Assignment;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.logic.Circuit;
import org.mhpcheck.model.logic.Ranges;
import org.mhpcheck.model.logic.Run;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.UnknownSection;

/**
 * The paths of one kind of step over an unknown section and an unknown range, to be held against
 * known runs of the same kernel.
 */
final class TwoWays {
  private final ModelledKernel kernel;
  private final Step.Kind kind;
  private final Altmap altmap;
  private final Circuit circuit = new Circuit();
  private final Section unknown;
  private final Ranges.Unknown range;
  private final List<Run<Outcome>> paths;

  TwoWays(ModelledKernel kernel, Step.Kind kind, Altmap altmap, int subsections) {
    this.kernel = kernel;
    this.kind = kind;
    this.altmap = altmap;
    this.unknown = UnknownSection.of(circuit, subsections);
    this.range = Ranges.contiguous(circuit, "range", subsections);
    this.paths = kernel.paths(circuit, unknown, new Step(kind, range.bits(), altmap));
  }

  /**
   * For every choice of faults at most one path holds, and without a fault exactly one; and the
   * outcomes of these paths are what the known run lists.
   */
  void agreeOn(Section section, Bits known) {
    List<Outcome> fromPaths = new ArrayList<>();
    for (Optional<Fault> fault : faults(known)) {
      List<Outcome> holding = holding(assignment(section, known, fault), fault);
      assertTrue(holding.size() <= 1, () -> holding.size() + " paths hold with " + fault);
      assertTrue(fault.isPresent() || !holding.isEmpty(), "no path holds");
      fromPaths.addAll(holding);
    }
    assertEquals(kernel.step(section, new Step(kind, known, altmap)), fromPaths);
  }

  /** Every choice of faults there could be, in the order of known runs: the last made first. */
  private List<Optional<Fault>> faults(Bits range) {
    List<Optional<Fault>> faults = new ArrayList<>();
    boolean isOne = !kernel.design().has(Option.VMEMMAP);
    int allocations = isOne ? 1 : subsections(range).size();
    for (int populated = 0; populated < allocations; populated++) {
      faults.add(Optional.of(new Fault(FaultPoint.MEMMAP, populated)));
    }
    boolean usageFirst = kernel.design().has(Change.SUBSECTION_HOTPLUG);
    faults.add(usageFirst ? faults.size() : 0, Optional.of(new Fault(FaultPoint.USAGE, 0)));
    faults.add(0, Optional.empty());
    return faults;
  }

  private Assignment assignment(Section section, Bits known, Optional<Fault> fault) {
    List<Integer> subsections = subsections(known);
    int from = subsections.get(0);
    int last = subsections.get(subsections.size() - 1);
    int cut = subsections.get(fault.map(Fault::occurrence).orElse(0));
    Assignment assignment = new Assignment();
    UnknownSection.assign(assignment, unknown, section);
    for (Bit variable : circuit.variables()) {
      String name = variable.toString();
      if (name.startsWith("range.begun[")) {
        assignment.set(variable, index(name) >= from);
      } else if (name.startsWith("range.open[")) {
        assignment.set(variable, index(name) <= last);
      } else if (name.startsWith("populated")) {
        assignment.set(variable, index(name) < cut);
      }
    }
    assertTrue(assignment.value(range.wellFormed()));
    assertEquals(known, assignment.value(range.bits()));
    return assignment;
  }

  private List<Outcome> holding(Assignment assignment, Optional<Fault> fault) {
    return paths.stream()
        .filter(p -> p.result().fault().map(Fault::point).equals(fault.map(Fault::point)))
        .filter(p -> assignment.holds(p.conditions()))
        .map(p -> value(assignment, p.result(), fault))
        .toList();
  }

  private static Outcome value(Assignment assignment, Outcome outcome, Optional<Fault> fault) {
    List<Note> notes =
        outcome.notes().stream()
            .filter(n -> assignment.value(n.when()))
            .map(n -> new Note(n.event(), n.place(), Bit.TRUE))
            .toList();
    Section next = UnknownSection.valueOf(assignment, outcome.next());
    return new Outcome(next, outcome.rc(), fault, notes);
  }

  private static List<Integer> subsections(Bits range) {
    List<Integer> subsections = new ArrayList<>();
    for (int i = 0; i < range.size(); i++) {
      if (range.get(i)) {
        subsections.add(i);
      }
    }
    return subsections;
  }

  private static int index(String name) {
    return Integer.parseInt(name.substring(name.indexOf('[') + 1, name.length() - 1));
  }
}
