package org.mhpcheck.checker.agree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mhpcheck.checker.Worlds;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.World;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.layout.Architecture;
import org.mhpcheck.model.question.Counts;
import org.mhpcheck.model.question.Expectation;
import org.mhpcheck.model.question.Expectation.Word;
import org.mhpcheck.model.question.Limits;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.specs.property.Properties;
import org.mhpcheck.specs.scenario.Architectures;
import org.mhpcheck.specs.scenario.ScenarioReader;

/** A scenario that is written is read as it was. */
class ScenarioTextLawTest {
  private static final ScenarioReader READER = new ScenarioReader(Properties.all());

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void isReadAsItWas(@ForAll("scenarios") Scenario scenario) {
    assertEquals(scenario, READER.read(scenario.name(), "file", ScenarioText.of(scenario)));
  }

  @Example
  void ofOtherEnginesThereIsNone() {
    Question walks = new Question.Simulate(Worlds.direct(1, 4, false), 1, 1);
    Scenario scenario = Worlds.scenario(walks, "v5.4", List.of());
    assertThrows(IllegalArgumentException.class, () -> ScenarioText.of(scenario));
  }

  @Provide
  Arbitrary<Scenario> scenarios() {
    return Cases.designs().flatMap(design -> questions(design).flatMap(q -> asked(design, q)));
  }

  private static Arbitrary<Question> questions(Design design) {
    Arbitrary<Question> explore =
        Combinators.combine(
                Cases.worlds(design), limits(true), Arbitraries.integers().between(0, 3))
            .as((question, limits, way) -> more(question.withLimits(limits), way));
    Arbitrary<Question> compose =
        Combinators.combine(Cases.worlds(design), limits(false))
            .as((question, limits) -> new Question.Compose(question.withLimits(limits)));
    Arbitrary<Question> prove =
        Arbitraries.of(Architectures.all().stream().filter(Architecture::vmemmap).toList())
            .list()
            .uniqueElements()
            .ofMinSize(1)
            .ofMaxSize(3)
            .map(Question.Prove::new);
    return new Question.Prove(List.of()).refusedBy(design).isEmpty()
        ? Arbitraries.oneOf(explore, compose, prove)
        : Arbitraries.oneOf(explore, compose);
  }

  /** With walkers, zones, or boots of all sections at once, where it can have them. */
  private static Question more(Question.Explore question, int way) {
    World world = question.world();
    if (way == 1) {
      return with(question, world.withWalkers(true));
    } else if (way == 2 && question.callers().stream().allMatch(Caller::owns)) {
      return with(question, world.with(Optional.of(new World.Zones(world.node()))));
    } else if (way == 3) {
      List<Integer> nodes = List.of(world.node(), 0).subList(0, world.geometry().sections());
      return question.withBoots(new Question.Boots(nodes));
    }
    return question;
  }

  private static Question with(Question.Explore of, World world) {
    return new Question.Explore(
        world, of.boot(), of.callers(), of.altmaps(), of.faults(), of.limits());
  }

  private static Arbitrary<Limits> limits(boolean withDepth) {
    Arbitrary<Integer> numbers = Arbitraries.integers().between(1, 999_999);
    return Combinators.combine(
            numbers.optional(withDepth ? 0.5 : 0),
            numbers.map(Duration::ofSeconds).optional(0.5),
            numbers.map(Long::valueOf).optional(0.5),
            numbers.map(megabytes -> (long) megabytes << 20).optional(0.5))
        .as(Limits::new);
  }

  /** Some of what can be asked, with some expectations; all that is known of one design. */
  private static Arbitrary<Scenario> asked(Design design, Question question) {
    List<org.mhpcheck.model.claim.Property> askable =
        Properties.all().stream().filter(p -> question.impossible(p).isEmpty()).toList();
    return Combinators.combine(
            texts(),
            texts(),
            Arbitraries.of(askable).list().uniqueElements().ofMinSize(1).ofMaxSize(4),
            expectations().list().ofMaxSize(4),
            counts(question).optional(0.5))
        .as(
            (title, why, properties, expectations, counts) ->
                new Scenario(
                    "written",
                    title.replace("\n", " "),
                    why,
                    question,
                    List.of(design),
                    properties,
                    Optional.of(
                        counts.isPresent()
                            ? Map.of(design.name(), zipped(properties, expectations))
                            : Map.of()),
                    counts.map(c -> Map.of(design.name(), c)).orElse(Map.of())));
  }

  private static Map<String, Expectation> zipped(
      List<org.mhpcheck.model.claim.Property> properties, List<Expectation> expectations) {
    Map<String, Expectation> zipped = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(properties.size(), expectations.size()); i++) {
      zipped.put(properties.get(i).name(), expectations.get(i));
    }
    return zipped;
  }

  private static Arbitrary<Counts> counts(Question question) {
    double some = question instanceof Question.Explore ? 0.5 : 0;
    Arbitrary<Long> numbers = Arbitraries.longs().between(1, Long.MAX_VALUE);
    return Combinators.combine(numbers.optional(some), numbers.optional(some)).as(Counts::new);
  }

  private static Arbitrary<Expectation> expectations() {
    return Combinators.combine(
            Arbitraries.of(Word.class),
            Arbitraries.integers().between(0, 99).optional(0.5),
            texts().optional(0.3))
        .as(
            (word, depth, known) ->
                new Expectation(word, depth.filter(d -> word == Word.VIOLATED), known));
  }

  /** Of what needs an escape, what looks like one, and what a reader takes away at the ends. */
  private static Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("ab \"\\'#=[]{}\n\t\u0000\u007f\u00e9\u2028")
        .ofMaxLength(12)
        .map(text -> ("x" + text + "x"));
  }
}
