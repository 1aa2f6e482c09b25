package org.mhpcheck.model.question;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;

/**
 * A question with its reason and the answers its author expects: a test of the kernel, and of the
 * checker.
 *
 * @param name where it stands: {@code history/b01-readded-early-usage}; {@code check} or {@code
 *     prove} when it was asked on the command line
 * @param title one line
 * @param why what it is good for; empty on the command line
 * @param designs each is asked by itself; not empty
 * @param properties not empty
 * @param expected by design name, then property name; what is missing there is expected to hold.
 *     Empty when nothing is expected at all, on the command line
 * @param counts by design name, how large its state space is expected to be
 */
public record Scenario(
    String name,
    String title,
    String why,
    Question question,
    List<Design> designs,
    List<Property> properties,
    Optional<Map<String, Map<String, Expectation>>> expected,
    Map<String, Counts> counts) {

  /** One that says nothing of the size of state spaces. */
  public Scenario(
      String name,
      String title,
      String why,
      Question question,
      List<Design> designs,
      List<Property> properties,
      Optional<Map<String, Map<String, Expectation>>> expected) {
    this(name, title, why, question, designs, properties, expected, Map.of());
  }

  /** The same, asking other properties. */
  public Scenario asking(List<Property> others) {
    return new Scenario(name, title, why, question, designs, others, expected, counts);
  }

  /** The same, asking one of its designs. */
  public Scenario of(Design design) {
    return new Scenario(name, title, why, question, List.of(design), properties, expected, counts);
  }

  /** What is expected of the size of {@code design}'s state space. */
  public Counts counts(Design design) {
    return counts.getOrDefault(design.name(), Counts.NONE);
  }

  /** What is expected of {@code property} in {@code design}; empty on the command line. */
  public Optional<Expectation> expectation(Design design, Property property) {
    return expected.map(
        e ->
            e.getOrDefault(design.name(), Map.of())
                .getOrDefault(property.name(), Expectation.HOLDS));
  }
}
