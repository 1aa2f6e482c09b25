package org.mhpcheck.model.design;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Suggests names to people who mistyped one. */
public final class Names {
  private static final int SHORTEST_BEGINNING = 3;

  private Names() {}

  /** The candidate nearest to {@code typed}, if any is near enough to have been meant. */
  public static Optional<String> nearest(String typed, Collection<String> candidates) {
    Optional<String> begun =
        candidates.stream().filter(c -> isBeginning(typed, c)).min(Comparator.naturalOrder());
    if (begun.isPresent()) {
      return begun;
    }
    int furthest = Math.max(2, typed.length() / 2);
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    return candidates.stream()
        .filter(c -> distance.apply(typed, c) <= furthest)
        .min(
            Comparator.comparing((String c) -> distance.apply(typed, c))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static boolean isBeginning(String typed, String candidate) {
    return typed.length() >= SHORTEST_BEGINNING && candidate.startsWith(typed);
  }

  /** {@code ", did you mean X?"}, or what there is to choose from. */
  public static String suggestion(String typed, Collection<String> candidates) {
    return nearest(typed, candidates)
        .map(n -> "did you mean " + n + "?")
        .orElse("expected one of " + String.join(", ", candidates));
  }
}
