package org.mhpcheck.checker.prove;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.AllSections;
import org.mhpcheck.model.state.Section;

/** Known sections of few subsections, and every step that a proof is about. */
public final class SmallSections {
  private SmallSections() {}

  /** Every step, over every range and with every altmap. */
  static List<Step> steps(Design design, int subsections) {
    List<Step> steps = new ArrayList<>();
    for (Step.Kind kind : ProvedSteps.kinds(design)) {
      for (Bits range : ProvedSteps.ranges(design, subsections)) {
        for (Altmap altmap : ProvedSteps.altmaps(kind, design)) {
          steps.add(new Step(kind, range, altmap));
        }
      }
    }
    return steps;
  }

  /** The same, with those that no proof is about: all that a kernel of the design can be asked. */
  public static List<Step> allSteps(Design design, int subsections) {
    List<Step> steps = new ArrayList<>();
    for (Step.Kind kind : new ModelledKernel(design).kinds()) {
      boolean isTold = kind.adds() || kind == Step.Kind.REMOVE;
      for (Bits range : ProvedSteps.ranges(design, subsections)) {
        for (Altmap altmap : isTold ? ProvedSteps.altmaps(kind, design) : List.of(Altmap.NONE)) {
          steps.add(new Step(kind, range, altmap));
        }
      }
    }
    return steps;
  }

  /** Those that proved steps lead to, after boot of any part of a section or of none. */
  static Set<Section> reachable(Kernel kernel, Design design, int subsections) {
    return reachable(kernel, steps(design, subsections), subsections);
  }

  /** The same by any sequence of {@code steps}. */
  public static Set<Section> reachable(Kernel kernel, List<Step> steps, int subsections) {
    Set<Section> reached = new LinkedHashSet<>();
    AllSections.bitmaps(subsections).forEach(ram -> reached.add(kernel.boot(ram)));
    List<Section> waiting = new ArrayList<>(reached);
    for (int i = 0; i < waiting.size(); i++) {
      for (Step step : steps) {
        for (Outcome outcome : kernel.step(waiting.get(i), step)) {
          if (!outcome.isCorrupt() && reached.add(outcome.next())) {
            waiting.add(outcome.next());
          }
        }
      }
    }
    return reached;
  }

  /** Those of all there are, reachable or not, that are as asked. */
  static List<Section> where(int subsections, Predicate<Section> condition) {
    List<Section> found = new ArrayList<>();
    AllSections.forEach(
        subsections,
        section -> {
          if (condition.test(section)) {
            found.add(section);
          }
        });
    return found;
  }
}
