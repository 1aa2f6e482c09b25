package org.mhpcheck.checker.prove;

import java.util.ArrayList;
import java.util.List;
import org.mhpcheck.model.claim.StepTaken;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Outcome;
import org.mhpcheck.model.kernel.Step;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.logic.Circuit;
import org.mhpcheck.model.logic.Ranges;
import org.mhpcheck.model.logic.Run;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.model.state.UnknownSection;

/**
 * Any step that a proof is about, on a section of which little or nothing is known, over any range:
 * all its paths.
 *
 * @param range any contiguous one that is not empty
 */
record UnknownStep(Section before, Ranges.Unknown range, List<OnePath> paths) {

  /**
   * One path of one step.
   *
   * @param name such as {@code sparse_add_section/altmap/path-7}
   * @param conditions of the path, and that the section before and the range are ones at all
   */
  record OnePath(String name, StepTaken taken, List<Bit> conditions) {}

  static UnknownStep of(ModelledKernel kernel, Circuit circuit, int subsections) {
    return from(kernel, circuit, UnknownSection.of(circuit, subsections));
  }

  /** The same on a section of which something is known. */
  static UnknownStep from(ModelledKernel kernel, Circuit circuit, Section before) {
    Ranges.Unknown range = Ranges.contiguous(circuit, "range", before.subsections());
    List<OnePath> paths = new ArrayList<>();
    for (Step.Kind kind : ProvedSteps.kinds(kernel.design())) {
      for (Altmap altmap : ProvedSteps.altmaps(kind, kernel.design())) {
        Step step = new Step(kind, range.bits(), altmap);
        List<Run<Outcome>> runs = kernel.paths(circuit, before, step);
        for (int i = 0; i < runs.size(); i++) {
          List<Bit> conditions = new ArrayList<>(runs.get(i).conditions());
          conditions.add(range.wellFormed());
          conditions.add(before.isWellFormed());
          String name = "%s/%s/path-%d".formatted(kind.text(), altmap.text(), i + 1);
          paths.add(
              new OnePath(name, new StepTaken(before, step, runs.get(i).result()), conditions));
        }
      }
    }
    return new UnknownStep(before, range, List.copyOf(paths));
  }
}
