package org.mhpcheck.reports.past;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.reports.past.FindingDifference.Kind;

/**
 * What differs between two runs. Findings of one id are the same question; where a run has several
 * of one id, the first of one run is the first of the other. A kernel tree is the same tree in
 * both, whatever its release has become.
 *
 * @param differences sorted: by kind, the most alarming first, then by id
 * @param equal findings that do not differ in anything but time
 * @param kernels whose code or name differs
 */
public record RunDifference(
    PastRun before,
    PastRun after,
    List<FindingDifference> differences,
    long equal,
    List<KernelDifference> kernels) {

  /** A question, and which of those with that id. */
  private record Asked(String id, int number) {}

  public static RunDifference of(PastRun before, PastRun after) {
    List<KernelDifference> kernels = KernelDifference.of(before, after);
    Map<Asked, PastFinding> old = byQuestion(before, kernels);
    Map<Asked, PastFinding> now = byQuestion(after, List.of());
    Set<Asked> all = new HashSet<>(old.keySet());
    all.addAll(now.keySet());
    boolean sameCommand = before.asksAs(after);
    List<FindingDifference> differences =
        all.stream()
            .sorted(Comparator.comparing(Asked::id).thenComparing(Asked::number))
            .map(a -> FindingDifference.of(find(old, a), find(now, a), sameCommand))
            .flatMap(Optional::stream)
            .sorted(Comparator.comparing(FindingDifference::kind))
            .toList();
    return new RunDifference(before, after, differences, all.size() - differences.size(), kernels);
  }

  /**
   * @param kernels that have other names by now
   */
  private static Map<Asked, PastFinding> byQuestion(PastRun run, List<KernelDifference> kernels) {
    Map<String, Integer> numbers = new HashMap<>();
    Map<Asked, PastFinding> findings = new HashMap<>();
    for (PastFinding finding : run.findings()) {
      String id =
          kernels.stream()
              .flatMap(k -> k.renamed(finding.id()).stream())
              .findFirst()
              .orElse(finding.id());
      findings.put(new Asked(id, numbers.merge(id, 1, Integer::sum)), finding);
    }
    return findings;
  }

  private static Optional<PastFinding> find(Map<Asked, PastFinding> findings, Asked asked) {
    return Optional.ofNullable(findings.get(asked));
  }

  public long count(Kind kind) {
    return differences.stream().filter(d -> d.kind() == kind).count();
  }

  /** Whether both runs were asked the same; else what differs may be what was asked. */
  public boolean isOfSameCommand() {
    return before.asksAs(after);
  }

  /** Whether both runs answered all that they were asked, and were asked anything. */
  public boolean isComplete() {
    return before.complete()
        && after.complete()
        && !before.findings().isEmpty()
        && !after.findings().isEmpty();
  }

  /** Whether both runs say the same, of everything. */
  public boolean isEqual() {
    return isComplete() && differences.isEmpty();
  }

  /** What who compares them is to end with. */
  public ExitStatus exitStatus() {
    ExitStatus status = isComplete() ? ExitStatus.OK : ExitStatus.INCONCLUSIVE;
    for (FindingDifference difference : differences) {
      status = status.worse(difference.exitStatus());
    }
    return status;
  }
}
