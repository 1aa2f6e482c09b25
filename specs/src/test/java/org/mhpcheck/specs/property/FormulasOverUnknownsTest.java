package org.mhpcheck.specs.property;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.claim.StepTaken;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Fault;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Assignment;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.logic.Circuit;
import org.mhpcheck.model.logic.Ranges;
import org.mhpcheck.model.logic.Run;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.UnknownSection;

/**
 * A property is one formula, for the explorer and for the prover: over unknown values it comes to
 * what it comes to over known ones. Tried on every section and step of short sequences.
 */
class FormulasOverUnknownsTest {

  @ParameterizedTest
  @ValueSource(strings = {"v5.3-b03-early-read-late", "v5.4", "v5.6-b943f045a9af", "v6.12"})
  void ofStates(String design) {
    Circuit circuit = new Circuit();
    Section unknown = UnknownSection.of(circuit, ShortSequences.SUBSECTIONS);
    List<Property.OfState> properties = all(Property.OfState.class, design);
    List<Bit> holds = properties.stream().map(p -> p.holds().apply(unknown)).toList();
    List<Bit> premises = properties.stream().map(p -> p.premise().apply(unknown)).toList();
    for (Section section : ShortSequences.of(design).sections()) {
      Assignment assignment = new Assignment();
      UnknownSection.assign(assignment, unknown, section);
      for (int i = 0; i < properties.size(); i++) {
        Property.OfState p = properties.get(i);
        assertEquals(p.holds().apply(section).isTrue(), assignment.value(holds.get(i)), p::name);
        assertEquals(
            p.premise().apply(section).isTrue(), assignment.value(premises.get(i)), p::name);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"v5.3-b03-early-read-late", "v5.4", "v5.6-b943f045a9af", "v6.12"})
  void ofSteps(String design) {
    List<StepTaken> steps = ShortSequences.of(design).steps();
    for (Step.Kind kind : List.of(Step.Kind.ADD, Step.Kind.REMOVE)) {
      OfSteps ofSteps = new OfSteps(new ModelledKernel(Design.parse(design)), kind);
      for (StepTaken taken : steps) {
        if (taken.step().kind() == kind) {
          ofSteps.agreeOn(taken);
        }
      }
    }
  }

  /** The formulas of the properties of steps, on every path of one kind of step. */
  private static final class OfSteps {
    private record OnPath(Run<Outcome> path, List<Bit> holds, List<Bit> premises) {}

    private final Circuit circuit = new Circuit();
    private final Section unknown = UnknownSection.of(circuit, ShortSequences.SUBSECTIONS);
    private final Ranges.Unknown range =
        Ranges.contiguous(circuit, "range", ShortSequences.SUBSECTIONS);
    private final List<Property.OfStep> properties;
    private final List<OnPath> paths = new ArrayList<>();

    OfSteps(ModelledKernel kernel, Step.Kind kind) {
      properties = all(Property.OfStep.class, kernel.name());
      Step step = new Step(kind, range.bits());
      for (Run<Outcome> path : kernel.paths(circuit, unknown, step)) {
        StepTaken taken = new StepTaken(unknown, step, path.result());
        paths.add(
            new OnPath(
                path,
                properties.stream().map(p -> p.holds().apply(taken)).toList(),
                properties.stream().map(p -> p.premise().apply(taken)).toList()));
      }
    }

    void agreeOn(StepTaken taken) {
      Optional<Fault> fault = taken.outcome().fault();
      Assignment assignment = assignment(taken);
      List<OnPath> holding =
          paths.stream()
              .filter(p -> point(p.path().result().fault()).equals(point(fault)))
              .filter(p -> assignment.holds(p.path().conditions()))
              .toList();
      assertEquals(1, holding.size());
      for (int i = 0; i < properties.size(); i++) {
        Property.OfStep p = properties.get(i);
        assertEquals(
            p.holds().apply(taken).isTrue(),
            assignment.value(holding.get(0).holds().get(i)),
            p::name);
        assertEquals(
            p.premise().apply(taken).isTrue(),
            assignment.value(holding.get(0).premises().get(i)),
            p::name);
      }
    }

    private Assignment assignment(StepTaken taken) {
      Bits known = taken.step().range();
      int from = known.toString().indexOf('1');
      int last = known.toString().lastIndexOf('1');
      int cut = from + taken.outcome().fault().map(Fault::occurrence).orElse(0);
      Assignment assignment = new Assignment();
      UnknownSection.assign(assignment, unknown, taken.before());
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
      return assignment;
    }

    private static Optional<Object> point(Optional<Fault> fault) {
      return fault.map(Fault::point);
    }

    private static int index(String name) {
      return Integer.parseInt(name.substring(name.indexOf('[') + 1, name.length() - 1));
    }
  }

  private static <P extends Property> List<P> all(Class<P> kind, String design) {
    List<P> all =
        Properties.all().stream()
            .map(p -> p.in(Design.parse(design)))
            .filter(kind::isInstance)
            .map(kind::cast)
            .toList();
    assertFalse(all.isEmpty());
    return all;
  }
}
