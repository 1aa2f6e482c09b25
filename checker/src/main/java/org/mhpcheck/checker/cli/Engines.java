package org.mhpcheck.checker.cli;

import java.util.List;
import java.util.Map;
import org.mhpcheck.checker.prove.ProveEngine;
import org.mhpcheck.checker.prove.SizesEngine;
import org.mhpcheck.checker.run.ComposeEngine;
import org.mhpcheck.checker.run.Engine;
import org.mhpcheck.checker.run.ExploreEngine;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.specs.property.Properties;

/** The engines there are. */
final class Engines {
  static final int ALL_PROCESSORS = Runtime.getRuntime().availableProcessors();

  private Engines() {}

  /**
   * By {@link org.mhpcheck.model.question.Question#engine()}.
   *
   * @param threads at least 1
   * @param stopAtFirst whether exploration gives up once anything is violated
   * @param interrupt makes all of them give up
   */
  static Map<String, Engine> all(int threads, boolean stopAtFirst, Interrupt interrupt) {
    ExploreEngine explore = new ExploreEngine(threads, stopAtFirst, interrupt::isRequested);
    List<Property.OfState> strengthening =
        Properties.all().stream()
            .filter(Property.OfState.class::isInstance)
            .map(Property.OfState.class::cast)
            .toList();
    return Map.of(
        "explore", explore,
        "compose", new ComposeEngine(threads, interrupt::isRequested),
        "prove", new ProveEngine(explore, strengthening, interrupt::isRequested),
        "arithmetic", new SizesEngine());
  }
}
