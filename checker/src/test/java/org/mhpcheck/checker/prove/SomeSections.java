package org.mhpcheck.checker.prove;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.Kernel;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.AllSections;
import org.mhpcheck.model.state.Section;

/** Known sections to prove things about. */
final class SomeSections {
  private SomeSections() {}

  /** Every well-formed one, reachable or not. */
  static List<Section> all(int subsections) {
    List<Section> all = new ArrayList<>();
    AllSections.forEach(subsections, all::add);
    return all;
  }

  /** Those that {@code kernel} gets to, by any boot, range and fault. */
  static List<Section> reachable(Kernel kernel, int subsections) {
    Set<Section> reached = new LinkedHashSet<>();
    AllSections.bitmaps(subsections).forEach(ram -> reached.add(kernel.boot(ram)));
    List<Section> waiting = new ArrayList<>(reached);
    for (int i = 0; i < waiting.size(); i++) {
      for (Step step : steps(subsections)) {
        for (Outcome outcome : kernel.step(waiting.get(i), step)) {
          if (!outcome.isCorrupt() && reached.add(outcome.next())) {
            waiting.add(outcome.next());
          }
        }
      }
    }
    return waiting;
  }

  /** Adding and removing every range, with an altmap and without. */
  static List<Step> steps(int subsections) {
    List<Step> steps = new ArrayList<>();
    for (Bits range : AllSections.ranges(subsections)) {
      for (Altmap altmap : List.of(Altmap.NONE, Altmap.ALTMAP)) {
        steps.add(new Step(Step.Kind.ADD, range, altmap));
        steps.add(new Step(Step.Kind.REMOVE, range, altmap));
      }
    }
    return steps;
  }
}
