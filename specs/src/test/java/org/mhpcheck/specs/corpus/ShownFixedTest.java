package org.mhpcheck.specs.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.question.Expectation;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.specs.property.Properties;
import org.mhpcheck.specs.scenario.ScenarioCatalogue;

/**
 * That the scenarios of a bug ask what a reader needs to believe that a change mends it: a design
 * that breaks a property, the same with the change, and a release that has it, in which it holds. A
 * nightly run holds all of that against what comes out.
 */
class ShownFixedTest {
  private static final Corpus CORPUS = Corpus.packaged();
  private static final ScenarioCatalogue CATALOGUE = new ScenarioCatalogue(Properties.all());

  @Test
  void everyChangeThatMendsABugIsShownAlone() {
    assertEquals(List.of(), lacking((broken, fixed, change) -> isAlone(broken, fixed, change)));
  }

  @Test
  void everyChangeThatMendsABugIsShownInTheFirstReleaseThatHasIt() {
    assertEquals(
        List.of(), lacking((broken, fixed, change) -> fixed.release().equals(change.release())));
  }

  /** The same release, with the change and whatever keeps another bug out of the way. */
  private static boolean isAlone(Design broken, Design fixed, Change change) {
    return fixed.has(change)
        && (fixed.release().equals(broken.release()) || fixed.equals(broken.with(change)))
        && fixed.changes().containsAll(broken.changes());
  }

  private interface Pair {
    boolean shows(Design broken, Design fixed, Change change);
  }

  /** The changes of which no scenario of their bug has such a pair of designs. */
  private static List<String> lacking(Pair wanted) {
    List<String> lacking = new ArrayList<>();
    for (Entry entry : CORPUS.entries()) {
      if (entry.isLatent() || entry.absent().isPresent()) {
        continue;
      }
      for (Change change : entry.changes()) {
        boolean shown =
            entry.scenarios(CATALOGUE.names()).stream()
                .map(CATALOGUE::read)
                .anyMatch(s -> shows(s, change, wanted));
        if (!shown) {
          lacking.add(entry.id() + " " + change.slug());
        }
      }
    }
    return lacking;
  }

  private static boolean shows(Scenario scenario, Change change, Pair wanted) {
    for (Property property : scenario.properties()) {
      for (Design broken : scenario.designs()) {
        for (Design fixed : scenario.designs()) {
          boolean differ =
              verdict(scenario, broken, property) == Expectation.Word.VIOLATED
                  && verdict(scenario, fixed, property) == Expectation.Word.HOLDS
                  && !broken.has(change)
                  && fixed.has(change);
          if (differ && wanted.shows(broken, fixed, change)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static Expectation.Word verdict(Scenario scenario, Design design, Property property) {
    return scenario.expectation(design, property).orElseThrow().verdict();
  }
}
