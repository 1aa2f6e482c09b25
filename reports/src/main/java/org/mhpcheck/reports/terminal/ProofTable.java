package org.mhpcheck.reports.terminal;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.layout.Architecture;
import org.mhpcheck.model.question.Expectation;
import org.mhpcheck.model.question.Question;

/**
 * What is proved where: a line an architecture, a column a property; then what the columns are, and
 * of each size of section what all its proofs have in common. For eyes and for grep: the table is
 * not wrapped.
 */
public final class ProofTable {
  private static final String LEGEND =
      "p proved; b proved of what boot makes, which is all there is without hotplug; V violated;"
          + " - never met; ? not known; . not asked";

  private final Layout layout;

  public ProofTable(PrintStream out, int width, boolean colour) {
    this.layout = new Layout(out, width, colour);
  }

  /** Of what {@code report} proves of one design; nothing, if it proves nothing. */
  public void write(RunReport report) {
    List<Finding> findings =
        report.findings().stream()
            .filter(f -> f.scenario().question() instanceof Question.Prove)
            .toList();
    if (findings.isEmpty()) {
      return;
    }
    List<Property> properties = findings.stream().map(Finding::property).distinct().toList();
    List<Architecture> architectures =
        ((Question.Prove) findings.get(0).scenario().question()).architectures();
    int widest = architectures.stream().mapToInt(a -> a.name().length()).max().orElse(0);
    String form = "%-" + Math.max(widest, "architecture".length()) + "s  %3s ";
    layout.blank();
    StringBuilder head = new StringBuilder(form.formatted("architecture", "K"));
    for (int i = 1; i <= properties.size(); i++) {
      head.append("%3d".formatted(i));
    }
    layout.unwrapped(head.toString(), Layout.Style.HEADING);
    for (Architecture architecture : architectures) {
      int subsections = architecture.subsections(findings.get(0).design());
      StringBuilder line = new StringBuilder(form.formatted(architecture.name(), subsections));
      for (Property property : properties) {
        line.append("%3s".formatted(cell(finding(findings, architecture, property), architecture)));
      }
      layout.unwrapped(line.toString(), Layout.Style.PLAIN);
    }
    layout.line(0, LEGEND);
    layout.blank();
    for (int i = 0; i < properties.size(); i++) {
      layout.unwrapped(
          "%2d  %s%s"
              .formatted(i + 1, properties.get(i).name(), known(findings, properties.get(i))),
          Layout.Style.PLAIN);
    }
    inCommon(findings, architectures);
    solverTime(findings, architectures);
  }

  private static Optional<Finding> finding(
      List<Finding> findings, Architecture architecture, Property property) {
    return findings.stream()
        .filter(f -> f.subject().equals(architecture.name()) && f.property().equals(property))
        .findFirst();
  }

  private static String cell(Optional<Finding> finding, Architecture architecture) {
    if (finding.isEmpty()) {
      return ".";
    }
    return switch (finding.get().verdict().word()) {
      case HOLDS -> architecture.hotplugs(finding.get().design()) ? "p" : "b";
      case VIOLATED -> "V";
      case VACUOUS -> "-";
      case INCONCLUSIVE -> "?";
    };
  }

  /** The id of what is known, behind the name of a property that is violated. */
  private static String known(List<Finding> findings, Property property) {
    return findings.stream()
        .filter(f -> f.property().equals(property) && f.verdict() instanceof Verdict.Violated)
        .findFirst()
        .map(
            f ->
                "  violated"
                    + f.expected()
                        .flatMap(Expectation::known)
                        .map(k -> ", known as " + k)
                        .orElse(""))
        .orElse("");
  }

  private void inCommon(List<Finding> findings, List<Architecture> architectures) {
    Map<Integer, Set<String>> remarks = new TreeMap<>();
    for (Finding finding : findings) {
      if (finding.verdict() instanceof Verdict.Holds && isHotplugged(finding, architectures)) {
        remarks
            .computeIfAbsent(
                subsections(finding, architectures), k -> new LinkedHashSet<>(finding.remarks()))
            .retainAll(finding.remarks());
      }
    }
    remarks.forEach(
        (subsections, common) -> {
          layout.blank();
          layout.line(0, "all that is proved of %d subsections".formatted(subsections));
          common.forEach(r -> layout.line(2, r));
        });
  }

  private void solverTime(List<Finding> findings, List<Architecture> architectures) {
    Map<String, Duration> times = new LinkedHashMap<>();
    for (Finding finding : findings) {
      times.put(
          isHotplugged(finding, architectures)
              ? "K=" + subsections(finding, architectures)
              : finding.subject(),
          finding.statistics().time());
    }
    Duration all = times.values().stream().reduce(Duration.ZERO, Duration::plus);
    layout.blank();
    layout.line(
        0,
        "Choco took %s s of processor time (%s)"
            .formatted(
                seconds(all),
                times.entrySet().stream()
                    .map(t -> t.getKey() + " " + seconds(t.getValue()))
                    .collect(Collectors.joining(", "))));
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f", time.toMillis() / 1000.0);
  }

  private static Architecture architecture(Finding finding, List<Architecture> architectures) {
    return architectures.stream()
        .filter(a -> a.name().equals(finding.subject()))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isHotplugged(Finding finding, List<Architecture> architectures) {
    return architecture(finding, architectures).hotplugs(finding.design());
  }

  private static int subsections(Finding finding, List<Architecture> architectures) {
    return architecture(finding, architectures).subsections(finding.design());
  }
}
