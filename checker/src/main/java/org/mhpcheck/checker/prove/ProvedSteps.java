package org.mhpcheck.checker.prove;

import java.util.List;
import java.util.stream.Stream;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.Operation;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.AllSections;

/** The steps that a proof is about: those that __add_pages() and __remove_pages() take. */
final class ProvedSteps {
  private ProvedSteps() {}

  static List<Step.Kind> kinds(Design design) {
    return List.of(knowsParts(design) ? Step.Kind.ADD : Step.Kind.ADD_ABSENT, Step.Kind.REMOVE);
  }

  /** Every altmap that {@code design} knows. */
  static List<Altmap> altmaps(Design design) {
    return Stream.of(Altmap.values()).filter(a -> a.refusedBy(design).isEmpty()).toList();
  }

  /** What such a step may be told of, of those. */
  static List<Altmap> altmaps(Step.Kind kind, Design design) {
    return Caller.DIRECT.altmaps(
        kind.adds() ? Operation.ARCH_ADD_MEMORY : Operation.ARCH_REMOVE_MEMORY, altmaps(design));
  }

  /** Every range that they take, one by one. */
  static List<Bits> ranges(Design design, int subsections) {
    return knowsParts(design) ? AllSections.ranges(subsections) : List.of(Bits.full(subsections));
  }

  private static boolean knowsParts(Design design) {
    return design.has(Change.SUBSECTION_HOTPLUG);
  }
}
