package org.mhpcheck.checker.agree;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.mhpcheck.checker.replay.Replayer;
import org.mhpcheck.checker.replay.Replayer.Replay;
import org.mhpcheck.checker.replay.Tracer;
import org.mhpcheck.checker.run.Engine;
import org.mhpcheck.checker.system.PlainSystem;
import org.mhpcheck.model.answer.Script;
import org.mhpcheck.model.answer.Statistics;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.claim.About.Need;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.question.Expectation.Word;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.specs.property.Properties;

/**
 * What engines owe each other, asked of one kernel in one world.
 *
 * <p>What an engine leaves open contradicts nobody. A contradiction tells of one property, in files
 * that ask each of the two engines again and expect what the other says: as long as they contradict
 * each other, at least one file is not as expected.
 */
final class Laws {
  private static final Set<Need> ABOUT_BOOKS =
      EnumSet.of(Need.BOOKS, Need.DEVICES, Need.LINEAR_MAP);

  private final Case of;

  Laws(Case of) {
    this.of = of;
  }

  /** What {@code engine} says of so many memory blocks. */
  Told explored(Engine engine, int blocks) {
    return told(engine, of.of(blocks), p -> true);
  }

  /** What {@code engine} says of any number of sections. */
  Told composed(Engine engine) {
    return told(engine, of.compose(), p -> true);
  }

  /** What {@code engine} says to {@code question}, of all that can be asked and is asked for. */
  Told told(Engine engine, Question question, Predicate<Property> asked) {
    List<Property> properties =
        Properties.all().stream()
            .filter(p -> question.impossible(p).isEmpty() && hasItsBooks(p, question))
            .filter(asked)
            .toList();
    return Told.by(engine, of.asking(question, properties), of.asked());
  }

  /** What is asked of owners says nothing where some callers keep none. */
  private static boolean hasItsBooks(Property property, Question question) {
    return Collections.disjoint(property.about().needs(), ABOUT_BOOKS)
        || question.notApplicable(property).isEmpty();
  }

  /** Each trace does again what it tells, and no less of it breaks the property. */
  void tracesReplay(Told told) {
    for (Property property : told.properties()) {
      told.trace(property)
          .flatMap(trace -> otherwise(property, trace))
          .ifPresent(
              how -> {
                throw new Contradiction(
                    "%s tells a trace of %s that is none: %s"
                        .formatted(engine(told), property.name(), how),
                    List.of(told.expecting(property, Word.HOLDS)));
              });
    }
  }

  /** What becomes of {@code trace} on a kernel that no engine has had; empty if it is the same. */
  private Optional<String> otherwise(Property property, Trace trace) {
    ModelledKernel kernel = of.kernel();
    Replay replay = Replayer.of(kernel).asFarAsItGoes(trace.script());
    if (replay.refused().isPresent()) {
      return replay.refused();
    }
    if (!replay.boot().equals(trace.boot()) || !replay.calls().equals(trace.calls())) {
      return Optional.of("done again it goes another way");
    }
    Optional<Script> breaking = new Tracer(kernel).breaking(trace.script(), property);
    return breaking.equals(Optional.of(trace.script()))
        ? Optional.empty()
        : Optional.of(
            breaking
                .map(s -> "broken by %d of its calls".formatted(s.calls().size()))
                .orElse("it breaks nothing"));
  }

  /** What one memory block does, two do: of what is asked of sections, steps and calls. */
  void isWithin(Told one, Told two) {
    for (Property property : one.properties()) {
      require(
          !(one.word(property) == Word.VIOLATED && isOfWhatHappens(property))
              || !two.knows(property)
              || isNoLater(two.depth(property), one.depth(property)),
          property,
          one,
          two);
      require(
          one.word(property) != Word.HOLDS || two.word(property) != Word.VACUOUS,
          property,
          one,
          two);
    }
    boolean complete = isComplete(one) && isComplete(two);
    boolean fewer =
        one.statistics().states() <= two.statistics().states()
            && one.statistics().sectionStates() <= two.statistics().sectionStates()
            && one.statistics().transitions() <= two.statistics().transitions();
    if (complete && !fewer) {
      throw new Contradiction(
          "one memory block has more states or calls than two: %s, and %s"
              .formatted(one.statistics(), two.statistics()),
          List.of(one.scenario(), two.scenario()));
    }
  }

  /** Two blocks may lead back together where one alone does not. */
  private static boolean isOfWhatHappens(Property property) {
    return !(property instanceof Property.OfRecovery);
  }

  private static boolean isNoLater(Optional<Integer> one, Optional<Integer> other) {
    return one.isPresent() && one.get() <= other.orElseThrow();
  }

  static boolean isComplete(Told explored) {
    return explored.statistics().space().map(s -> s.complete()).orElse(false);
  }

  /**
   * What is said of any number of sections is so of {@code sections} of them, and what is broken
   * there is broken: by as short a trace, in as few sections.
   */
  void anyNumberIs(Told any, Told some, int sections) {
    for (Property property : any.properties()) {
      Word found = some.word(property);
      boolean excuses = any.isUnfinished(property);
      require(
          found != Word.VIOLATED || any.word(property) == Word.VIOLATED || excuses,
          property,
          any,
          some);
      require(found != Word.HOLDS || any.word(property) != Word.VACUOUS, property, any, some);
      any.trace(property)
          .filter(trace -> some.knows(property))
          .ifPresent(
              trace ->
                  require(isOfSame(trace, some.depth(property), sections), property, any, some));
    }
  }

  /** Whether {@code trace} is what a complete exploration of {@code sections} says, too. */
  private static boolean isOfSame(Trace trace, Optional<Integer> depth, int sections) {
    int needed = trace.geometry().sections();
    if (needed > sections) {
      return depth.isEmpty();
    }
    return depth.isPresent() && (needed < sections || depth.get() == trace.depth());
  }

  /** What is proved is never broken, and what is refuted is broken by its trace. */
  void isProved(Told proved, Told explored) {
    for (Property property : proved.properties()) {
      if (explored.hasBeenAsked(property)) {
        require(
            proved.word(property) != Word.HOLDS || explored.word(property) != Word.VIOLATED,
            property,
            proved,
            explored);
      }
    }
  }

  /** Who works, and how many, makes no difference but in time. */
  void isSame(Told one, Told other) {
    for (Property property : one.properties()) {
      if (!one.withoutTime(property).equals(other.withoutTime(property))) {
        throw new Contradiction(
            "%s: %s says %s, and asked otherwise %s"
                .formatted(
                    property.name(),
                    engine(one),
                    one.withoutTime(property),
                    other.withoutTime(property)),
            List.of(one.expecting(property, other.word(property))));
      }
    }
  }

  /** A tree has the states, calls, verdicts and depths of its model. */
  void isSameOfTree(Told modelled, Told tree) {
    requireSameSize("the tree", tree.statistics(), modelled);
    for (Property property : modelled.properties()) {
      require(
          modelled.word(property) == tree.word(property)
              && modelled.depth(property).equals(tree.depth(property)),
          property,
          modelled,
          tree);
    }
  }

  private static void requireSameSize(String whose, Statistics size, Told explored) {
    Statistics found = explored.statistics();
    boolean isSame =
        found.states() == size.states()
            && found.transitions() == size.transitions()
            && found.depth() == size.depth();
    if (!isSame) {
      throw new Contradiction(
          "explore has %d states, %d transitions, depth %d; %s %d, %d, %d"
              .formatted(
                  found.states(),
                  found.transitions(),
                  found.depth(),
                  whose,
                  size.states(),
                  size.transitions(),
                  size.depth()),
          List.of(explored.scenario()));
    }
  }

  /** A complete exploration has what a plain search has, which keeps no tables. */
  void isPlain(Told explored, PlainSystem plain) {
    requireSameSize(
        "a plain search",
        new Statistics(plain.states(), plain.transitions(), 0, plain.depth(), Duration.ZERO),
        explored);
    for (Property property : explored.properties()) {
      Optional<Integer> shortest = Optional.ofNullable(plain.shortest().get(property.name()));
      Word word =
          shortest.isPresent()
              ? Word.VIOLATED
              : plain.met().contains(property.name()) ? Word.HOLDS : Word.VACUOUS;
      if (explored.word(property) != word || !explored.depth(property).equals(shortest)) {
        throw new Contradiction(
            "%s: explore says %s, and a plain search %s%s"
                .formatted(
                    property.name(),
                    text(explored, property),
                    word,
                    shortest.map(d -> " by %d calls".formatted(d)).orElse("")),
            List.of(explored.expecting(property, word)));
      }
    }
  }

  private static void require(boolean agree, Property property, Told one, Told other) {
    if (!agree) {
      throw new Contradiction(
          "%s: %s says %s, and %s says %s"
              .formatted(
                  property.name(),
                  engine(one),
                  text(one, property),
                  engine(other),
                  text(other, property)),
          List.of(
              one.expecting(property, other.word(property)),
              other.expecting(property, one.word(property))));
    }
  }

  private static String engine(Told told) {
    return told.scenario().question().engine();
  }

  private static String text(Told told, Property property) {
    return told.word(property)
        + told.trace(property)
            .map(t -> " by %d calls over %s".formatted(t.depth(), t.geometry()))
            .orElse("");
  }
}
