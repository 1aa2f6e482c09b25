package org.mhpcheck.checker.cli.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.question.Expectation;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.question.Scenario;

/**
 * What is known to be wrong with a design, as the packaged scenarios have it: expectations that are
 * marked with the id of a finding. Who asks of a design whatever there is to ask is not told of
 * these as news; whoever names a property is told what it comes to.
 */
public final class KnownFindings {
  private KnownFindings() {}

  /**
   * By design and property, as scenarios of the same engine expect them; all else is expected to
   * hold. Empty where nothing is known, and so nothing expected.
   */
  public static Optional<Map<String, Map<String, Expectation>>> of(
      Question question, List<Design> designs) {
    Map<String, Map<String, Expectation>> known = new HashMap<>();
    for (Scenario scenario : Catalogue.scenarios().all()) {
      if (scenario.question().engine().equals(question.engine())) {
        for (Design design : designs) {
          for (Property property : scenario.properties()) {
            scenario
                .expectation(design, property)
                .filter(e -> scenario.designs().contains(design) && e.known().isPresent())
                .ifPresent(
                    e ->
                        known
                            .computeIfAbsent(design.name(), d -> new HashMap<>())
                            .put(property.name(), e));
          }
        }
      }
    }
    return known.isEmpty() ? Optional.empty() : Optional.of(known);
  }
}
