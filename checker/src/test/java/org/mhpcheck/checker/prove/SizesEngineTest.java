package org.mhpcheck.checker.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mhpcheck.checker.Worlds;
import org.mhpcheck.checker.run.Engine.Answer;
import org.mhpcheck.model.answer.Evidence;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.claim.About;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.claim.Property.Arithmetic.Scope;
import org.mhpcheck.model.layout.Architecture;
import org.mhpcheck.model.layout.Comparison;
import org.mhpcheck.model.layout.Parameter;
import org.mhpcheck.model.layout.Size;
import org.mhpcheck.model.layout.SizeClaim;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.specs.property.Properties;
import org.mhpcheck.specs.scenario.Architectures;

class SizesEngineTest {
  private static final List<Architecture> SOME =
      Stream.of("x86_64", "arm64", "ppc64", "arm").map(SizesEngineTest::named).toList();

  /** One for all tests, since what it has answered it knows. */
  private static final SizesEngine ENGINE = new SizesEngine();

  private static Architecture named(String name) {
    return Architectures.named(name).orElseThrow();
  }

  private static List<Answer> answers(
      String design, List<Property> properties, List<Architecture> architectures, boolean any) {
    Scenario scenario = Worlds.scenario(new Question.Sizes(architectures, any), design, properties);
    return ENGINE.answers(scenario, scenario.designs().get(0), p -> {});
  }

  private static Answer answer(String design, Property property, boolean any) {
    List<Answer> answers = answers(design, List.of(property), SOME, any);
    assertEquals(1, answers.size());
    return answers.get(0);
  }

  private static List<Property> ofSizes() {
    return Properties.all().stream().filter(Property.Arithmetic.class::isInstance).toList();
  }

  private static Property atLeast(int bytes) {
    return new Property.Arithmetic(
        new About("at-least", "", "", "", "", Set.of()),
        Scope.ANY_PARAMETERS,
        l -> {
          Size size = l.usage().usageSize();
          return Optional.of(
              SizeClaim.all(Comparison.atLeast(size, Size.of(bytes)))
                  .where(l.pageblockFits(Size.of(Parameter.PAGEBLOCK_ORDER)))
                  .showing("usage", size));
        });
  }

  private static String numbers(Answer answer) {
    Verdict.Violated verdict = assertInstanceOf(Verdict.Violated.class, answer.verdict());
    return assertInstanceOf(Evidence.Numbers.class, verdict.evidence()).text();
  }

  /** What is refuted of every architecture and of any parameters: the known bugs, and no more. */
  @ParameterizedTest
  @CsvSource({
    "v5.2,  pageblock-within-section",
    "v5.3,  mask-covers-its-range node-id-above-flags pageblock-within-section"
        + " usage-pages-all-counted",
    "v5.12, mask-covers-its-range node-id-above-flags node-id-sets-no-flag pageblock-within-section"
        + " usage-pages-all-counted",
    "v5.17, mask-covers-its-range pageblock-within-section usage-pages-all-counted",
    "v6.12, mask-covers-its-range usage-pages-all-counted",
    "v7.2,  mask-covers-its-range usage-pages-all-counted"
  })
  void refutesTheKnownBugs(String design, String refuted) {
    Map<String, Answer> answers = new TreeMap<>();
    answers(design, ofSizes(), Architectures.all(), true)
        .forEach(a -> answers.put(a.property().name(), a));
    assertEquals(design.equals("v5.2") ? ofSizes().size() - 2 : ofSizes().size(), answers.size());
    List<String> violated =
        answers.values().stream()
            .filter(a -> a.verdict() instanceof Verdict.Violated)
            .map(a -> a.property().name())
            .toList();
    assertEquals(refuted, String.join(" ", violated));
    assertTrue(
        answers.values().stream()
            .filter(a -> !violated.contains(a.property().name()))
            .allMatch(a -> a.verdict() instanceof Verdict.Holds));
  }

  @Test
  void aWrongClaimIsRefutedByTheNumbersOfTheCulprits() {
    assertEquals(
        "x86_64, arm64: usage 56\nppc64: usage 32\narm: usage 40",
        numbers(answer("v6.12", atLeast(1000), false)));
    assertEquals("ppc64: usage 32\narm: usage 40", numbers(answer("v6.12", atLeast(50), false)));
    assertInstanceOf(Verdict.Holds.class, answer("v6.12", atLeast(32), false).verdict());
  }

  /** Of any parameters, with VMEMMAP and without: how many break it, and the first of them. */
  @Test
  void aClaimMayFailOnNoArchitectureThereIs() {
    String numbers = numbers(answer("v5.17", Worlds.property("pageblock-within-section"), true));
    assertEquals(
        "1602 of 5550 combinations, first PAGE_SHIFT 12, SECTION_SIZE_BITS 21, HUGETLB_PAGE_ORDER"
            + " 10, MAX_PAGE_ORDER 6: pageblock_order 10, PFN_SECTION_SHIFT 9",
        numbers);
    Answer ofSome = answer("v5.17", Worlds.property("pageblock-within-section"), false);
    assertInstanceOf(Verdict.Holds.class, ofSome.verdict());
  }

  @Test
  void withoutVmemmapThereAreSizesOfTheirOwn() {
    Property large = atLeast(24);
    List<Architecture> none = List.of();
    String numbers = numbers(answers("v5.7", List.of(large), none, true).get(0));
    assertTrue(numbers.startsWith("VMEMMAP, "), numbers);
    assertTrue(numbers.contains("\n!VMEMMAP, "), numbers);
  }

  @Test
  void theReachSaysOfWhatItWasAsked() {
    assertEquals(
        "x86_64, arm64, ppc64; !VMEMMAP, arm; PAGE_SHIFT 12 to 16, SECTION_SIZE_BITS 21 to 32"
            + " (60 combinations)",
        answer("v6.12", Worlds.property("encoded-memmap-leaves-flags-alone"), true)
            .verdict()
            .reach()
            .text());
    assertEquals(
        "14 architectures; !VMEMMAP, 16 architectures",
        answers(
                "v6.12",
                List.of(Worlds.property("subsection-within-section")),
                Architectures.all(),
                true)
            .get(0)
            .verdict()
            .reach()
            .text());
  }

  @Test
  void nothingIsAnsweredWhereNothingIsSaid() {
    List<Property> mask = List.of(Worlds.property("mask-covers-its-range"));
    assertEquals(List.of(), answers("v5.2", mask, SOME, true));
  }
}
