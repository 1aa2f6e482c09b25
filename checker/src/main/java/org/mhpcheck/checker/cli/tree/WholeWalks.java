package org.mhpcheck.checker.cli.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mhpcheck.checker.cli.console.CliException;
import org.mhpcheck.model.answer.NotAsked;
import org.mhpcheck.model.claim.About;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.question.Scenario;

/** Compiled code cannot be held up between two of its reads: of walkers it is asked less. */
public final class WholeWalks {
  /** What every answer about walkers in a compiled kernel has to be read with. */
  static final String REMARK =
      "of walkers, whole pfn_valid() walks are asked, wherever the kernel calls what is ours";

  private WholeWalks() {}

  /**
   * {@code scenario} without the properties of walkers that are held up.
   *
   * @param notAsked gets those
   * @throws CliException if nothing else is asked
   */
  public static Scenario only(Scenario scenario, List<NotAsked> notAsked) {
    List<Property> asked = new ArrayList<>();
    for (Property property : scenario.properties()) {
      if (property.about().needs().contains(About.Need.WALKERS_HELD_UP)) {
        notAsked.add(new NotAsked(property.name(), "needs " + About.Need.WALKERS_HELD_UP.text()));
      } else {
        asked.add(property);
      }
    }
    if (asked.isEmpty()) {
      Tree.refuse(scenario.name(), refusal(scenario).orElseThrow());
    }
    return scenario.asking(asked);
  }

  /** Why nothing of {@code scenario} is left to ask; empty if something is. */
  static Optional<String> refusal(Scenario scenario) {
    boolean asksNothingElse =
        scenario.properties().stream()
            .allMatch(p -> p.about().needs().contains(About.Need.WALKERS_HELD_UP));
    return asksNothingElse
        ? Optional.of("all of its properties need " + About.Need.WALKERS_HELD_UP.text())
        : Optional.empty();
  }
}
