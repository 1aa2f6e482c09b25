package org.mhpcheck.model.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What has fired of the modelled kernels that were asked: calls made, allocations that failed,
 * stores done, and tests by how they came out.
 *
 * @param fired what each is called, in order
 * @param judgement what is said of all that did not; empty of a run that was not to fire all
 */
public record CoverageReport(List<String> fired, Optional<Judgement> judgement) {

  /**
   * What is said of all that can fire, once everything was asked.
   *
   * @param stale what the catalogue has a reason for, though it has fired, or cannot at all
   */
  public record Judgement(List<NeverFired> neverFired, List<String> stale) {

    /** Those that there is no reason for. */
    public List<NeverFired> unexplained() {
      return neverFired.stream().filter(n -> n.reason().isEmpty()).toList();
    }
  }

  /**
   * Something that can fire, and has not.
   *
   * @param reason why not; empty if the catalogue has none
   */
  public record NeverFired(String what, Optional<String> reason) {}

  /** Of a run that was not to fire all. */
  public static CoverageReport of(SortedSet<String> fired) {
    return new CoverageReport(List.copyOf(fired), Optional.empty());
  }

  /**
   * Of a run that was to fire all that can.
   *
   * @param reasons why some never do, by what they are called
   */
  public static CoverageReport judged(
      SortedSet<String> fired, SortedSet<String> canFire, Map<String, String> reasons) {
    SortedSet<String> never = new TreeSet<>(canFire);
    never.removeAll(fired);
    List<NeverFired> neverFired = new ArrayList<>();
    for (String what : never) {
      neverFired.add(new NeverFired(what, Optional.ofNullable(reasons.get(what))));
    }
    List<String> stale = reasons.keySet().stream().filter(r -> !never.contains(r)).toList();
    return new CoverageReport(
        List.copyOf(fired), Optional.of(new Judgement(List.copyOf(neverFired), stale)));
  }

  /** {@code fired N of M, K with a reason not to}. */
  public String score() {
    int never = judgement.map(j -> j.neverFired().size()).orElse(0);
    int explained = never - judgement.map(j -> j.unexplained().size()).orElse(0);
    return judgement.isEmpty()
        ? "fired %d".formatted(fired.size())
        : "fired %d of %d, %d with a reason not to"
            .formatted(fired.size(), fired.size() + never, explained);
  }

  /** What it makes a process end with: what never fires has to be explained, by what is so. */
  public ExitStatus exitStatus() {
    boolean asExplained =
        judgement.map(j -> j.stale().isEmpty() && j.unexplained().isEmpty()).orElse(true);
    return asExplained ? ExitStatus.OK : ExitStatus.VACUOUS;
  }
}
