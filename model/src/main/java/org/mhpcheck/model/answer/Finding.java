package org.mhpcheck.model.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.question.Expectation;
import org.mhpcheck.model.question.Scenario;

/**
 * One property in one kernel of one scenario, answered and held against what was expected.
 *
 * @param kernel the name of what was asked; of a model, its design's
 * @param design the design asked, or the one that stands beside a compiled kernel
 * @param subject which part of the scenario, where it has several: an architecture; else empty
 * @param expected empty if nothing was expected
 * @param grade as expected or not
 * @param remarks what else a reader must know: what a proof assumes, who confirmed it
 */
public record Finding(
    Scenario scenario,
    String kernel,
    Design design,
    String subject,
    Property property,
    Verdict verdict,
    Statistics statistics,
    Optional<Expectation> expected,
    Grade grade,
    List<String> remarks) {

  /** One of a model. */
  public Finding(
      Scenario scenario,
      Design design,
      String subject,
      Property property,
      Verdict verdict,
      Statistics statistics,
      Optional<Expectation> expected,
      Grade grade,
      List<String> remarks) {
    this(
        scenario,
        design.name(),
        design,
        subject,
        property,
        verdict,
        statistics,
        expected,
        grade,
        remarks);
  }

  /** How a verdict compares with what was expected. */
  public enum Grade {
    /** As the scenario expects. */
    EXPECTED("expected"),
    /** Not what the scenario expects. */
    UNEXPECTED("UNEXPECTED"),
    /** Nothing was expected. */
    NONE("-");

    private final String word;

    Grade(String word) {
      this.word = word;
    }

    /** The last word of a result line. */
    public String word() {
      return word;
    }
  }

  /** Whether a kernel tree was asked, and not the model of {@link #design()}. */
  public boolean isOfTree() {
    return !kernel.equals(design.name());
  }

  /** The same with another remark. */
  public Finding with(String remark) {
    List<String> more = new ArrayList<>(remarks);
    more.add(remark);
    return new Finding(
        scenario,
        kernel,
        design,
        subject,
        property,
        verdict,
        statistics,
        expected,
        grade,
        List.copyOf(more));
  }

  /** {@code scenario@kernel/property}, with the subject after the kernel where there is one. */
  public String id() {
    String part = subject.isEmpty() ? "" : "[" + subject + "]";
    return scenario.name() + "@" + kernel + part + "/" + property.name();
  }
}
