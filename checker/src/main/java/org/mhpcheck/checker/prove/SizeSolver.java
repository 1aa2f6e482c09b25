package org.mhpcheck.checker.prove;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mhpcheck.model.layout.Comparison;
import org.mhpcheck.model.layout.Parameter;
import org.mhpcheck.model.layout.SizeClaim;

/** Asks the solver whether some values break a claim. */
final class SizeSolver {
  private final SizeValues values;
  private long calls;

  SizeSolver(SizeValues values) {
    this.values = values;
  }

  /**
   * Values that break {@code claim}; empty if none do.
   *
   * @param asked the parameters of architectures that it follows from
   */
  Optional<Map<Parameter, Integer>> counterexample(SizeClaim claim, Set<Parameter> asked) {
    for (Comparison comparison : claim.comparisons()) {
      SizeModel model = new SizeModel(values, asked);
      claim.premises().forEach(model::require);
      model.requireBroken(comparison);
      calls++;
      Optional<Map<Parameter, Integer>> found = model.solution();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  long calls() {
    return calls;
  }
}
