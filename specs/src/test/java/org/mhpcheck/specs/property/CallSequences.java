package org.mhpcheck.specs.property;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mhpcheck.model.caller.Arch;
import org.mhpcheck.model.caller.Books;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.Machine;
import org.mhpcheck.model.caller.Plan;
import org.mhpcheck.model.caller.World;
import org.mhpcheck.model.claim.CallTaken;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.claim.StepTaken;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Mutant;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.question.Limits;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.state.AllSections;
import org.mhpcheck.model.state.Geometry;
import org.mhpcheck.model.state.Section;

/**
 * Every sequence of a few calls of devices and of memory blocks under their preconditions, with an
 * altmap or without, failing or not, after every boot of sections of {@value #SUBSECTIONS}
 * subsections: written down as plainly as can be. It asks what {@link ShortSequences} cannot.
 */
final class CallSequences {
  private static final int SUBSECTIONS = 2;
  private static final List<Caller> CALLERS = List.of(Caller.DEVICE, Caller.MEMORY_BLOCK);

  private final Machine machine;
  private final ModelledKernel kernel;
  private final List<Property> asked;
  private final List<Call> calls;
  private final Set<List<Section>> seen = new LinkedHashSet<>();
  private Set<List<Section>> next = new LinkedHashSet<>();
  private final Map<String, Integer> broken = new TreeMap<>();
  private final Set<String> met = new TreeSet<>();

  private CallSequences(Machine machine, Optional<Mutant> mutant) {
    this.machine = machine;
    this.kernel = new ModelledKernel(machine.design(), mutant);
    this.asked = asked().stream().map(p -> p.in(machine.design())).toList();
    this.calls = CALLERS.stream().flatMap(c -> c.calls(machine, altmapsOf(c)).stream()).toList();
  }

  /** Each section is a memory block. */
  static CallSequences of(
      String design, Optional<Mutant> mutant, Arch arch, int sections, int depth) {
    World world = new World(new Geometry(sections, SUBSECTIONS), arch, 1, 0);
    CallSequences sequences = new CallSequences(new Machine(Design.parse(design), world), mutant);
    sequences.run(depth);
    return sequences;
  }

  /** The properties that such calls are asked about and steps on one section are not. */
  static List<Property> asked() {
    Question question = question(CALLERS, List.of(Altmap.values()));
    return Properties.all().stream()
        .filter(p -> !(p instanceof Property.OfRecovery))
        .filter(p -> question.notApplicable(p).isEmpty())
        .filter(p -> !ShortSequences.asked().contains(p))
        .toList();
  }

  private static Question.Explore question(List<Caller> callers, List<Altmap> altmaps) {
    return new Question.Explore(
        new Geometry(2, SUBSECTIONS), BootLayout.DEFAULTS, callers, altmaps, true, Limits.NONE);
  }

  private List<Altmap> altmapsOf(Caller caller) {
    return Stream.of(Altmap.values())
        .filter(a -> question(List.of(caller), List.of(a)).refusedBy(machine.design()).isEmpty())
        .toList();
  }

  /** The properties that were broken, each with the fewest calls that break it. */
  Map<String, Integer> broken() {
    return broken;
  }

  /** Those that had something to say. */
  Set<String> met() {
    return met;
  }

  private void run(int most) {
    boots(List.of());
    for (int depth = 0; depth <= most; depth++) {
      Set<List<Section>> frontier = next;
      frontier.removeAll(seen);
      seen.addAll(frontier);
      next = new LinkedHashSet<>();
      for (List<Section> sections : frontier) {
        for (Section section : sections) {
          judge(section, depth);
        }
        if (depth < most) {
          callAll(sections, depth + 1);
        }
      }
    }
  }

  private void boots(List<Section> sections) {
    if (sections.size() == machine.geometry().sections()) {
      next.add(sections);
      return;
    }
    AllSections.bitmaps(SUBSECTIONS)
        .forEach(ram -> boots(with(sections, Books.boot(kernel, machine, ram, true))));
  }

  private static List<Section> with(List<Section> sections, Section last) {
    return Stream.concat(sections.stream(), Stream.of(last)).toList();
  }

  private void callAll(List<Section> sections, int depth) {
    for (Call call : calls) {
      Caller caller = Caller.of(call.operation());
      if (caller.conditions(call, machine).stream()
          .allMatch(c -> c.holds(sections.get(c.section())))) {
        follow(sections, call, sections, caller.plan(call, machine), depth);
      }
    }
  }

  private void follow(
      List<Section> before, Call call, List<Section> sections, Plan plan, int depth) {
    if (plan instanceof Plan.Done done) {
      judge(new CallTaken(before, call, done.rc(), sections), depth);
      next.add(sections);
      return;
    }
    Plan.Do step = (Plan.Do) plan;
    Section section = sections.get(step.section());
    for (Outcome outcome : Books.step(kernel, section, step.step())) {
      if (step.step().kind().isKernel()) {
        judge(new StepTaken(section, step.step(), outcome), depth);
      }
      if (!outcome.isCorrupt()) {
        List<Section> after = new ArrayList<>(sections);
        after.set(step.section(), outcome.next());
        follow(before, call, List.copyOf(after), step.on().get(outcome.rc()), depth);
      }
    }
  }

  private void judge(Section section, int depth) {
    for (Property property : asked) {
      if (property instanceof Property.OfState p) {
        note(p, p.premise().apply(section).isTrue(), p.holds().apply(section).isTrue(), depth);
      }
    }
  }

  private void judge(StepTaken step, int depth) {
    for (Property property : asked) {
      if (property instanceof Property.OfStep p) {
        note(p, p.premise().apply(step).isTrue(), p.holds().apply(step).isTrue(), depth);
      }
    }
  }

  private void judge(CallTaken call, int depth) {
    for (Property property : asked) {
      if (property instanceof Property.OfCall p) {
        note(p, p.premise(call), p.holds(call).isTrue(), depth);
      }
    }
  }

  private void note(Property property, boolean premise, boolean holds, int depth) {
    if (premise) {
      met.add(property.name());
    }
    if (!holds) {
      broken.putIfAbsent(property.name(), depth);
    }
  }
}
