package org.mhpcheck.reports.past;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of a kernel's code from one run to the next.
 *
 * @param functions empty where one of the runs kept no texts, as is {@code definitions}
 */
public record KernelDifference(
    PastKernel before,
    PastKernel after,
    NamesChanged files,
    Optional<NamesChanged> functions,
    Optional<NamesChanged> definitions) {

  /** Of the kernels of two runs, those that differ; none if the runs have not equally many. */
  static List<KernelDifference> of(PastRun before, PastRun after) {
    List<KernelDifference> all = new ArrayList<>();
    if (before.kernels().size() == after.kernels().size()) {
      for (int i = 0; i < after.kernels().size(); i++) {
        all.add(of(before.kernels().get(i), after.kernels().get(i)));
      }
    }
    all.removeIf(KernelDifference::isEmpty);
    return List.copyOf(all);
  }

  private static KernelDifference of(PastKernel before, PastKernel after) {
    boolean known = before.texts().isPresent() && after.texts().isPresent();
    return new KernelDifference(
        before,
        after,
        NamesChanged.of(before.files(), after.files()),
        known
            ? Optional.of(
                NamesChanged.of(before.texts().get().functions(), after.texts().get().functions()))
            : Optional.empty(),
        known
            ? Optional.of(
                NamesChanged.of(
                    before.texts().get().definitions(), after.texts().get().definitions()))
            : Optional.empty());
  }

  private boolean isEmpty() {
    return before.name().equals(after.name())
        && files.isEmpty()
        && functions.map(NamesChanged::isEmpty).orElse(true)
        && definitions.map(NamesChanged::isEmpty).orElse(true);
  }

  /** What a finding of the old kernel is called of the new one; empty if it is of another. */
  Optional<String> renamed(String id) {
    String old = "@" + before.name() + "/";
    return id.contains(old)
        ? Optional.of(id.replace(old, "@" + after.name() + "/"))
        : Optional.empty();
  }
}
