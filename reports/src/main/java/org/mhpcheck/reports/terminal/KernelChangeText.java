package org.mhpcheck.reports.terminal;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mhpcheck.reports.past.FindingDifference;
import org.mhpcheck.reports.past.KernelDifference;
import org.mhpcheck.reports.past.NamesChanged;
import org.mhpcheck.reports.past.RunDifference;
import org.mhpcheck.reports.text.Words;

/** What became of the code of a run's kernels since the run before, and of the verdicts with it. */
final class KernelChangeText {
  private KernelChangeText() {}

  /** A line for each kernel whose code differs. */
  static List<String> lines(RunDifference difference) {
    return difference.kernels().stream().map(k -> line(k, difference)).toList();
  }

  private static String line(KernelDifference kernel, RunDifference difference) {
    String since =
        difference
            .before()
            .started()
            .map(s -> s.truncatedTo(ChronoUnit.SECONDS).toString())
            .orElse("the run before");
    return Words.visible(
        "%s since %s: %s; %s".formatted(name(kernel), since, code(kernel), verdicts(difference)));
  }

  private static String name(KernelDifference kernel) {
    String before = kernel.before().name();
    String after = kernel.after().name();
    return before.equals(after) ? after : "%s, which was %s,".formatted(after, before);
  }

  private static String code(KernelDifference kernel) {
    List<String> parts = new ArrayList<>();
    kernel.functions().ifPresent(f -> add(parts, "functions", f));
    kernel.definitions().ifPresent(d -> add(parts, "definitions", d));
    if (!parts.isEmpty()) {
      return String.join("; ", parts);
    }
    if (kernel.files().isEmpty()) {
      return "the same files";
    }
    add(parts, "files", kernel.files());
    parts.add(
        kernel.functions().isPresent()
            ? "none of the functions asked"
            : "which functions is not known of the run before");
    return String.join("; ", parts);
  }

  private static void add(List<String> parts, String what, NamesChanged names) {
    add(parts, what + " changed", names.changed());
    add(parts, what + " gone", names.gone());
    add(parts, what + " new", names.added());
  }

  private static void add(List<String> parts, String what, Set<String> names) {
    if (!names.isEmpty()) {
      parts.add("%s: %s".formatted(what, String.join(", ", names)));
    }
  }

  private static String verdicts(RunDifference difference) {
    long differ =
        difference.differences().stream()
            .filter(d -> d.kind() != FindingDifference.Kind.COUNTS)
            .count();
    if (differ > 0) {
      return Words.count(differ, "verdict") + (differ == 1 ? " differs" : " differ");
    }
    return difference.isComplete() ? "the verdicts are the same" : "no verdict differs so far";
  }
}
