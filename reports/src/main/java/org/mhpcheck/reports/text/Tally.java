package org.mhpcheck.reports.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.model.question.Expectation;

/** A run's findings, counted. */
public record Tally(RunReport report) {
  private static final String PARTLY = "not everything asked was answered to the end";

  /** {@code 3 answered: 2 HOLDS, 1 VIOLATED; 1 not asked}. */
  public String verdicts() {
    List<String> parts = new ArrayList<>();
    for (Expectation.Word word : Expectation.Word.values()) {
      addTo(parts, word.name(), f -> f.verdict().word() == word);
    }
    String answered =
        parts.isEmpty()
            ? "nothing answered"
            : "%d answered: %s".formatted(report.findings().size(), String.join(", ", parts));
    int left = report.notAsked().size();
    return left == 0 ? answered : "%s; %d not asked".formatted(answered, left);
  }

  /** {@code 2 expected, 1 UNEXPECTED, 1 without expectation}; empty if nothing was answered. */
  public String grades() {
    List<String> parts = new ArrayList<>();
    for (Finding.Grade grade : Finding.Grade.values()) {
      String word = grade == Finding.Grade.NONE ? "without expectation" : grade.word();
      addTo(parts, word, f -> f.grade() == grade);
    }
    return String.join(", ", parts);
  }

  /** The score of faults that were planted in a design; empty if none were. */
  public Optional<String> mutants() {
    return report.mutants().map(m -> "mutants of %s: %s".formatted(m.design(), m.score()));
  }

  /** How much of the modelled kernel has fired; empty if nobody asked for that. */
  public Optional<String> coverage() {
    return report.coverage().map(c -> "modelled kernel: " + c.score());
  }

  public String completeness() {
    return report.complete()
        ? "complete: everything asked was answered to the end"
        : "INCOMPLETE: " + PARTLY;
  }

  /** What keeps the run as a whole from being a pass, whatever its findings; empty if nothing. */
  public Optional<String> shortfall() {
    if (!report.complete()) {
      return Optional.of(PARTLY);
    }
    // A kernel tree may have been compared, and asked nothing.
    boolean wasCompared = !report.kernels().isEmpty() && report.exitStatus() == ExitStatus.OK;
    if (report.findings().isEmpty() && !wasCompared) {
      return Optional.of("nothing was answered");
    }
    boolean nothingTells =
        report.findings().stream().allMatch(f -> Standing.of(f) == Standing.PASS);
    return nothingTells && report.exitStatus() != ExitStatus.OK
        ? Optional.of(Words.of(report.exitStatus()))
        : Optional.empty();
  }

  /** How far the verdicts go, each claim once. */
  public Stream<String> reaches() {
    return report.findings().stream().map(f -> f.verdict().reach().text()).distinct();
  }

  private void addTo(List<String> parts, String word, Predicate<Finding> counted) {
    long count = report.findings().stream().filter(counted).count();
    if (count > 0) {
      parts.add(count + " " + word);
    }
  }
}
