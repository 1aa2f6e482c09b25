package org.mhpcheck.model.answer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.state.Geometry;

/**
 * Whether the model of a design does what a compiled kernel does.
 *
 * @param version of mhpcheck
 * @param command as it was typed, after the program's name
 * @param kernel what was compiled
 * @param sanitized whether it ran under sanitizers
 * @param comparisons those that were finished
 * @param notCompared those that were not
 * @param lines which lines of the kernel were reached; empty if that was not come to
 */
public record ConformReport(
    String version,
    String command,
    Instant started,
    Duration time,
    CompiledFrom kernel,
    Design design,
    boolean sanitized,
    List<Compared> comparisons,
    List<NotCompared> notCompared,
    Optional<LinesReached> lines) {

  /** What all comparisons come to. */
  public enum Conclusion {
    AGREES(ExitStatus.OK),
    DISAGREES(ExitStatus.VIOLATED),
    INCONCLUSIVE(ExitStatus.INCONCLUSIVE);

    private final ExitStatus exitStatus;

    Conclusion(ExitStatus exitStatus) {
      this.exitStatus = exitStatus;
    }

    /** What the process ends with. */
    public ExitStatus exitStatus() {
      return exitStatus;
    }
  }

  /**
   * What is compared.
   *
   * @param what in a word: loops, sections, systems, spans, placements, all sections
   * @param anyState whether also in states that no kernel makes
   */
  public record Asked(String what, Geometry geometry, boolean anyState) {
    /** {@code systems=2x4}. */
    public String text() {
      return "%s=%dx%d".formatted(what, geometry.sections(), geometry.subsections());
    }
  }

  /**
   * A comparison that was finished.
   *
   * @param altmaps what calls said of memmap
   * @param states how many states of all sections together
   * @param pairs how many (state, call, fault)
   * @param exposed in how many of them pfn_valid() was true on the way of what had no memmap
   * @param differences none if both do the same, else as many as were looked for
   * @param program what does a difference again, given its line
   */
  public record Compared(
      Asked asked,
      List<Altmap> altmaps,
      long states,
      long pairs,
      long exposed,
      Duration time,
      List<Difference> differences,
      String program) {
    public boolean agrees() {
      return differences.isEmpty();
    }

    /** The same with what more is known of its differences. */
    public Compared with(List<Difference> known) {
      return new Compared(asked, altmaps, states, pairs, exposed, time, known, program);
    }
  }

  /**
   * A question that the two answer differently, and their answers in words.
   *
   * @param places where in the tree something was noticed, if anything was
   * @param ran the kernel lines that the question makes run; none if it kills the program, or an
   *     interrupt came first
   * @param line the question as the program reads it
   */
  public record Difference(
      String asked,
      String modelled,
      String compiled,
      List<String> places,
      List<String> ran,
      String line) {
    /** The same with the lines that ran. */
    public Difference with(List<String> lines) {
      return new Difference(asked, modelled, compiled, places, lines, line);
    }
  }

  /** A comparison that was asked for and says nothing. */
  public record NotCompared(Asked asked, String reason) {}

  /**
   * Of the lines of the kernel's own functions that can run, those that did.
   *
   * @param notReached the others, each such as {@code mm/sparse.c:241-243,250 in sparse_init_nid}
   */
  public record LinesReached(int lines, int reached, List<String> notReached) {}

  /** Whether every comparison was made and the lines were counted; a difference ends one early. */
  public boolean complete() {
    return notCompared.isEmpty() && lines.isPresent();
  }

  /** One difference is enough; that there is none takes all comparisons. */
  public Conclusion conclusion() {
    if (!comparisons.stream().allMatch(Compared::agrees)) {
      return Conclusion.DISAGREES;
    }
    return complete() ? Conclusion.AGREES : Conclusion.INCONCLUSIVE;
  }

  /** Of all comparisons. */
  public long pairs() {
    return comparisons.stream().mapToLong(Compared::pairs).sum();
  }

  /** Of all comparisons, without what is compiled and told besides. */
  public Duration timeComparing() {
    return comparisons.stream().map(Compared::time).reduce(Duration.ZERO, Duration::plus);
  }

  /** Of all comparisons in states that kernels make. */
  public long exposed() {
    return comparisons.stream()
        .filter(c -> !c.asked().anyState())
        .mapToLong(Compared::exposed)
        .sum();
  }
}
