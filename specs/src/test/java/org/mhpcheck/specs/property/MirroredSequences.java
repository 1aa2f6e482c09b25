package org.mhpcheck.specs.property;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mhpcheck.model.caller.Books;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.Plan;
import org.mhpcheck.model.claim.About;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.claim.StepTaken;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Mutant;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.state.AllSections;
import org.mhpcheck.model.state.Geometry;
import org.mhpcheck.model.state.Section;

/**
 * Every sequence of at most {@value #DEPTH} calls of a device, with an altmap or without, failing
 * or not, after every boot of one section of {@value #SUBSECTIONS} subsections. From each section
 * come to, adds with an inaccessible altmap are tried too, where the design knows such.
 */
final class MirroredSequences {
  private static final int SUBSECTIONS = 2;
  private static final int DEPTH = 4;
  private static final Geometry GEOMETRY = new Geometry(1, SUBSECTIONS);
  private static final List<Property.OfStep> ABOUT_ALTMAPS =
      Properties.all().stream()
          .filter(MirroredSequences::isAboutAltmaps)
          .map(Property.OfStep.class::cast)
          .toList();

  private final ModelledKernel kernel;
  private final Set<Section> seen = new LinkedHashSet<>();
  private Set<Section> next = new LinkedHashSet<>();
  private final Map<String, Integer> broken = new TreeMap<>();
  private final Set<String> met = new TreeSet<>();

  private MirroredSequences(ModelledKernel kernel) {
    this.kernel = kernel;
  }

  static MirroredSequences of(String design, Optional<Mutant> mutant) {
    MirroredSequences sequences =
        new MirroredSequences(new ModelledKernel(Design.parse(design), mutant));
    sequences.run();
    return sequences;
  }

  /** Whether it takes altmaps to say anything. */
  static boolean isAboutAltmaps(Property property) {
    Set<About.Need> needs = property.about().needs();
    return needs.contains(About.Need.ALTMAPS) || needs.contains(About.Need.INACCESSIBLE_ALTMAPS);
  }

  /** The properties of altmaps that were broken, each with the fewest calls that break it. */
  Map<String, Integer> broken() {
    return broken;
  }

  /** Those that had something to say. */
  Set<String> met() {
    return met;
  }

  private void run() {
    AllSections.bitmaps(SUBSECTIONS).forEach(ram -> next.add(Books.boot(kernel, ram, true)));
    for (int depth = 1; depth <= DEPTH; depth++) {
      Set<Section> frontier = next;
      frontier.removeAll(seen);
      seen.addAll(frontier);
      next = new LinkedHashSet<>();
      for (Section section : frontier) {
        callAll(section, depth);
        addInaccessible(section, depth);
      }
    }
  }

  private void callAll(Section section, int depth) {
    for (Call call : Caller.DEVICE.calls(GEOMETRY, List.of(Altmap.NONE, Altmap.ALTMAP))) {
      if (Caller.DEVICE.conditions(call, GEOMETRY).stream().allMatch(c -> c.holds(section))) {
        follow(section, Caller.DEVICE.plan(call, GEOMETRY), depth);
      }
    }
  }

  private void follow(Section section, Plan plan, int depth) {
    if (!(plan instanceof Plan.Do step)) {
      next.add(section);
      return;
    }
    for (Outcome outcome : Books.step(kernel, section, step.step())) {
      if (step.step().kind().isKernel()) {
        judge(new StepTaken(section, step.step(), outcome), depth);
      }
      if (!outcome.isCorrupt()) {
        follow(outcome.next(), step.on().get(outcome.rc()), depth);
      }
    }
  }

  private void addInaccessible(Section section, int depth) {
    if (Altmap.INACCESSIBLE.refusedBy(kernel.design()).isEmpty()) {
      AllSections.ranges(SUBSECTIONS)
          .forEach(
              range -> {
                Step add = new Step(Step.Kind.ADD, range, Altmap.INACCESSIBLE);
                kernel
                    .step(section, add)
                    .forEach(outcome -> judge(new StepTaken(section, add, outcome), depth));
              });
    }
  }

  private void judge(StepTaken step, int depth) {
    for (Property.OfStep property : ABOUT_ALTMAPS) {
      if (property.premise().apply(step).isTrue()) {
        met.add(property.name());
      }
      if (!property.holds().apply(step).isTrue()) {
        broken.putIfAbsent(property.name(), depth);
      }
    }
  }
}
