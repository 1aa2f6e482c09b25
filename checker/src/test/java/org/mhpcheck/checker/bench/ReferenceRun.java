package org.mhpcheck.checker.bench;

import org.mhpcheck.checker.compose.ReferenceSections;
import org.mhpcheck.checker.compose.Together;
import org.mhpcheck.checker.explore.Exploration;
import org.mhpcheck.checker.explore.Explorer;
import org.mhpcheck.checker.explore.Settings;
import org.mhpcheck.model.question.Limits;

/**
 * Explores the reference model once, as {@code check} explores a kernel, and prints what it found
 * and how long that took: from before anything of the model is made, to completion.
 */
public final class ReferenceRun {
  private ReferenceRun() {}

  /**
   * @param args how many sections, subsections of each, and threads: 2 if not given
   */
  public static void main(String... args) {
    int sections = Integer.parseInt(args[0]);
    int subsections = Integer.parseInt(args[1]);
    int threads = args.length > 2 ? Integer.parseInt(args[2]) : 2;

    long start = System.nanoTime();
    Exploration exploration = explore(sections, subsections, threads);
    long nanos = System.nanoTime() - start;

    if (!exploration.isComplete()) {
      System.err.println("not complete: " + exploration.unfinished().orElse("unknown"));
      System.exit(5);
    }
    System.out.printf(
        "states=%d transitions=%d depth=%d section-states=%d run-ms=%.1f%n",
        exploration.states(),
        exploration.transitions(),
        exploration.depth(),
        exploration.sections().cardinality(),
        nanos / 1e6);
  }

  /** The reference model of that size, by so many threads. */
  static Exploration explore(int sections, int subsections, int threads) {
    return new Explorer(
            new Together(new ReferenceSections(subsections), sections),
            0,
            new Settings(threads, Limits.NONE, false, () -> false),
            "reference",
            progress -> {})
        .explore();
  }
}
