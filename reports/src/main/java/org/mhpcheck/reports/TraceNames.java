package org.mhpcheck.reports;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.reports.text.Counterexample;

/**
 * The names of trace files, relative to the run's directory: {@code
 * traces/SCENARIO@DESIGN--PROPERTY.itf.json}, in letters that every file system takes.
 */
final class TraceNames {
  static final String DIRECTORY = "traces";
  static final String SUFFIX = ".itf.json";
  private static final int LONGEST = 180;

  private final Map<Finding, String> names = new IdentityHashMap<>();

  TraceNames(List<Finding> findings) {
    Set<String> taken = new HashSet<>();
    for (Finding finding : findings) {
      if (Counterexample.of(finding).isPresent()) {
        names.put(finding, DIRECTORY + "/" + free(safe(finding), taken) + SUFFIX);
      }
    }
  }

  /** The file of a finding's trace; empty if it has none. */
  Optional<String> of(Finding finding) {
    return Optional.ofNullable(names.get(finding));
  }

  private static String safe(Finding finding) {
    String subject = finding.subject().isEmpty() ? "" : "-" + finding.subject();
    String name =
        "%s@%s%s--%s"
            .formatted(
                finding.scenario().name(), finding.kernel(), subject, finding.property().name())
            .replaceAll("[^A-Za-z0-9._+@-]", "-")
            .replaceFirst("^[.-]", "_");
    return name.length() <= LONGEST ? name : name.substring(0, LONGEST);
  }

  /** {@code name}, or with a number if another differs from it by case at most. */
  private static String free(String name, Set<String> taken) {
    String free = name;
    for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
      free = name + "-" + i;
    }
    return free;
  }
}
