package org.mhpcheck.checker.prove;

import java.util.List;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.AllSections;

/** The steps that a proof is about: those that __add_pages() and __remove_pages() take. */
final class ProvedSteps {
  private ProvedSteps() {}

  static List<Step.Kind> kinds(Design design) {
    return List.of(knowsParts(design) ? Step.Kind.ADD : Step.Kind.ADD_ABSENT, Step.Kind.REMOVE);
  }

  /** Every range that they take, one by one. */
  static List<Bits> ranges(Design design, int subsections) {
    return knowsParts(design) ? AllSections.ranges(subsections) : List.of(Bits.full(subsections));
  }

  private static boolean knowsParts(Design design) {
    return design.has(Change.SUBSECTION_HOTPLUG);
  }
}
