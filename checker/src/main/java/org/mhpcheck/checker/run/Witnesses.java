package org.mhpcheck.checker.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.mhpcheck.checker.compose.Composition;
import org.mhpcheck.checker.explore.Exploration;
import org.mhpcheck.checker.explore.Explorer;
import org.mhpcheck.checker.explore.Settings;
import org.mhpcheck.checker.explore.Watch;
import org.mhpcheck.checker.system.AskedProperties;
import org.mhpcheck.checker.system.KernelSections;
import org.mhpcheck.checker.system.KernelTransitions;
import org.mhpcheck.model.answer.Progress;
import org.mhpcheck.model.answer.Reach;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.question.Limits;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.model.state.Section;

/**
 * Explores one, two and three memory blocks for what a closure says there may be, and holds the
 * closure against whatever comes by.
 */
final class Witnesses {
  private static final int MOST_BLOCKS = 3;

  /** Where a search is given up, if no limit says so. */
  private static final long MOST_STATES = 100_000;

  private final Scenario scenario;
  private final Question.Compose question;
  private final AskedKernel asked;
  private final AskedProperties properties;
  private final Settings settings;
  private final Watch watch;
  private final Consumer<Progress> progress;

  /**
   * @param watch runs from the start of all there is to do
   */
  Witnesses(
      Scenario scenario,
      Question.Compose question,
      AskedKernel asked,
      AskedProperties properties,
      Settings settings,
      Watch watch,
      Consumer<Progress> progress) {
    this.scenario = scenario;
    this.question = question;
    this.asked = asked;
    this.properties = properties;
    this.settings = settings;
    this.watch = watch;
    this.progress = progress;
  }

  /** An exploration, and what it was of. */
  record Found(
      Question.Explore world,
      AskedKernel asked,
      KernelTransitions transitions,
      Exploration exploration) {

    boolean meets(int bit) {
      return (exploration.met() & 1L << bit) != 0;
    }

    Reach reach() {
      return exploration.isComplete()
          ? new Reach.Exhaustive(world.geometry())
          : new Reach.ToDepth(exploration.depth(), world.geometry());
    }

    Optional<Verdict> violated(int bit, Property property) {
      return Optional.ofNullable(exploration.violations().get(bit))
          .map(v -> Confirmed.violated(reach(), v, bit, property, world, asked, transitions));
    }

    /** What was looked through. */
    String text() {
      return "%s, %d states%s"
          .formatted(
              reach().text(),
              exploration.states(),
              exploration.unfinished().map(why -> " (" + why + ")").orElse(""));
    }
  }

  /**
   * Violations of all that {@code composition} has broken, and premises of all else; at least one
   * exploration.
   */
  List<Found> lookFor(Composition composition, KernelSections sections) {
    long broken = composition.hits().keySet().stream().mapToLong(bit -> 1L << bit).sum();
    long met = composition.met() & ~broken;
    List<Found> all = new ArrayList<>();
    for (int blocks = 1;
        blocks <= MOST_BLOCKS && ((broken | met) != 0 || all.isEmpty());
        blocks++) {
      Found found = explore(blocks, new Settings.Goal(broken, met));
      requireWithin(found, composition, sections);
      for (int bit : found.exploration().violations().keySet()) {
        broken &= ~(1L << bit);
      }
      met &= ~found.exploration().met();
      all.add(found);
      if (settings.cancelled().getAsBoolean()) {
        break;
      }
    }
    return List.copyOf(all);
  }

  private Found explore(int blocks, Settings.Goal goal) {
    Question.Explore world = question.over(blocks * question.unit());
    KernelTransitions transitions =
        new KernelTransitions(asked.kernel(), world.on(asked.design()), world, properties);
    Exploration exploration =
        new Explorer(
                transitions,
                properties.all(),
                new Settings(settings.threads(), limits(), false, settings.cancelled(), goal),
                "%s@%s (%d sections)"
                    .formatted(scenario.name(), asked.name(), world.geometry().sections()),
                progress)
            .explore();
    return new Found(world, asked, transitions, exploration);
  }

  private Limits limits() {
    Limits limits = settings.limits();
    return new Limits(
        limits.depth(),
        limits.time().map(this::left),
        limits.states().or(() -> Optional.of(MOST_STATES)),
        limits.memoryBytes());
  }

  private Duration left(Duration time) {
    Duration left = time.minus(watch.elapsed());
    return left.isNegative() ? Duration.ZERO : left;
  }

  /**
   * What explore does is what happens: where the closure does not have it, the closure is wrong.
   */
  private void requireWithin(Found found, Composition composition, KernelSections sections) {
    for (int bit : found.exploration().violations().keySet()) {
      require(composition.hits().containsKey(bit), "holds", properties.get(bit).name());
    }
    for (long rest = found.exploration().met(); rest != 0; rest &= rest - 1) {
      int bit = Long.numberOfTrailingZeros(rest);
      require((composition.met() & 1L << bit) != 0, "is vacuous", properties.get(bit).name());
    }
    found
        .transitions()
        .sections(found.exploration().sections())
        .forEach(s -> requireKnown(s, composition, sections));
  }

  private static void requireKnown(
      Section section, Composition composition, KernelSections sections) {
    OptionalInt state = sections.state(section);
    require(
        state.isPresent() && composition.contains(state.getAsInt()), "lacks", section.toString());
  }

  private static void require(boolean holds, String what, String of) {
    if (!holds) {
      throw new IllegalStateException(
          "the closure %s what exploration has found: %s".formatted(what, of));
    }
  }
}
