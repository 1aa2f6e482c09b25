package org.mhpcheck.specs.property;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.claim.StepTaken;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Mutant;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.question.Limits;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.state.Geometry;
import org.mhpcheck.model.state.Section;

/**
 * Every sequence of at most {@value #DEPTH} adds and removes, failing or not, after every boot of
 * one section of {@value #SUBSECTIONS} subsections: written down as plainly as can be.
 */
final class ShortSequences {
  static final int SUBSECTIONS = 4;
  static final int DEPTH = 4;

  private static final List<Property> ASKED = ofDirectSteps();

  private final ModelledKernel kernel;
  private final List<Property> asked;
  private final Set<Section> sections = new LinkedHashSet<>();
  private final List<StepTaken> steps = new ArrayList<>();
  private final Map<String, Integer> broken = new LinkedHashMap<>();
  private final Set<String> met = new TreeSet<>();

  private ShortSequences(ModelledKernel kernel) {
    this.kernel = kernel;
    this.asked = ASKED.stream().map(p -> p.in(kernel.design())).toList();
  }

  /** The properties of states and steps that an adversary's calls are asked about. */
  static List<Property> asked() {
    return ASKED;
  }

  private static List<Property> ofDirectSteps() {
    Question question =
        new Question.Explore(
            new Geometry(1, SUBSECTIONS),
            BootLayout.DEFAULTS,
            List.of(Caller.DIRECT),
            true,
            Limits.NONE);
    return Properties.all().stream()
        .filter(
            p ->
                p instanceof Property.OfState
                    || p instanceof Property.OfStep
                    || p instanceof Property.ByDesign)
        .filter(p -> question.notApplicable(p).isEmpty())
        .toList();
  }

  static ShortSequences of(String design) {
    return of(design, Mutant.NONE);
  }

  static ShortSequences of(String design, Optional<Mutant> mutant) {
    ShortSequences sequences = new ShortSequences(new ModelledKernel(Design.parse(design), mutant));
    sequences.run();
    return sequences;
  }

  /** Every section between two steps. */
  Set<Section> sections() {
    return sections;
  }

  /** Every step, those that corrupt memory included. */
  List<StepTaken> steps() {
    return steps;
  }

  /** The properties broken, each with the fewest steps that break it. */
  Map<String, Integer> broken() {
    return broken;
  }

  /** The properties that had something to say. */
  Set<String> met() {
    return met;
  }

  private void run() {
    Set<Section> frontier = new LinkedHashSet<>();
    for (int ram = 0; ram < 1 << SUBSECTIONS; ram++) {
      frontier.add(kernel.boot(Bits.parse(digits(ram))));
    }
    for (int depth = 0; ; depth++) {
      frontier.removeAll(sections);
      sections.addAll(frontier);
      for (Section section : frontier) {
        judge(section, depth);
      }
      if (depth == DEPTH) {
        return;
      }
      frontier = after(frontier, depth + 1);
    }
  }

  private Set<Section> after(Set<Section> frontier, int depth) {
    Set<Section> next = new LinkedHashSet<>();
    for (Section section : frontier) {
      for (Step step : everyStep()) {
        for (Outcome outcome : kernel.step(section, step)) {
          StepTaken taken = new StepTaken(section, step, outcome);
          steps.add(taken);
          judge(taken, depth);
          if (!outcome.isCorrupt()) {
            next.add(outcome.next());
          }
        }
      }
    }
    return next;
  }

  private static List<Step> everyStep() {
    List<Step> all = new ArrayList<>();
    for (Step.Kind kind : List.of(Step.Kind.ADD, Step.Kind.REMOVE)) {
      for (int from = 0; from < SUBSECTIONS; from++) {
        for (int to = from + 1; to <= SUBSECTIONS; to++) {
          all.add(new Step(kind, Bits.range(SUBSECTIONS, from, to)));
        }
      }
    }
    return all;
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

  private void note(Property property, boolean premise, boolean holds, int depth) {
    if (premise) {
      met.add(property.name());
    }
    if (!holds) {
      broken.putIfAbsent(property.name(), depth);
    }
  }

  private static String digits(int ram) {
    return Integer.toBinaryString(1 << SUBSECTIONS | ram).substring(1);
  }
}
