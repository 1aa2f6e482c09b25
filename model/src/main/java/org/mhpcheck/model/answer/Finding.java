package org.mhpcheck.model.answer;

import java.util.List;
import java.util.Optional;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.question.Expectation;
import org.mhpcheck.model.question.Scenario;

/**
 * One property in one design of one scenario, answered and held against what was expected.
 *
 * @param subject which part of the scenario, where it has several: an architecture; else empty
 * @param expected empty if nothing was expected
 * @param grade as expected or not
 * @param remarks what else a reader must know: what a proof assumes, who confirmed it
 */
public record Finding(
    Scenario scenario,
    Design design,
    String subject,
    Property property,
    Verdict verdict,
    Statistics statistics,
    Optional<Expectation> expected,
    Grade grade,
    List<String> remarks) {

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

  /** {@code scenario@design/property}, with the subject after the design where there is one. */
  public String id() {
    String part = subject.isEmpty() ? "" : "[" + subject + "]";
    return scenario.name() + "@" + design.name() + part + "/" + property.name();
  }
}
