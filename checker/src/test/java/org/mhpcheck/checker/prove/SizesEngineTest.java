package org.mhpcheck.checker.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mhpcheck.checker.Worlds;
import org.mhpcheck.checker.run.Engine.Answer;
import org.mhpcheck.model.answer.Evidence;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.claim.About;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.layout.Architecture;
import org.mhpcheck.model.layout.Size;
import org.mhpcheck.model.layout.SizeClaim;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.specs.scenario.Architectures;

class SizesEngineTest {
  private static List<Answer> answers(
      String design, Property property, List<Architecture> architectures) {
    Scenario scenario =
        Worlds.scenario(new Question.Sizes(architectures), design, List.of(property));
    return new SizesEngine().answers(scenario, scenario.designs().get(0), p -> {});
  }

  private static Answer answer(String design, Property property) {
    List<Answer> answers = answers(design, property, Architectures.all());
    assertEquals(1, answers.size());
    return answers.get(0);
  }

  private static Property atLeast(int bytes) {
    About about = new About("at-least", "", "", "", "", Set.of());
    return new Property.Arithmetic(
        about, u -> SizeClaim.all(new SizeClaim.AtLeast(u.usageSize(), Size.of(bytes))));
  }

  @ParameterizedTest
  @CsvSource({"v5.3, 40", "v5.12, 40", "v6.8, 56", "v6.12, 56"})
  void usagesOfX86GrewByAnRcuHead(String design, int bytes) {
    List<String> remarks = answer(design, Worlds.property("usage-holds-map-and-flags")).remarks();
    assertTrue(
        remarks.stream()
            .anyMatch(r -> r.startsWith("x86_64: ") && r.endsWith("= " + bytes + " bytes a usage")),
        () -> "" + remarks);
  }

  @ParameterizedTest
  @CsvSource({"v5.3", "v5.7", "v6.12"})
  void whatIsSaidOfUsagesHolds(String design) {
    for (String name : List.of("usage-holds-map-and-flags", "usage-stride-aligned")) {
      assertInstanceOf(Verdict.Holds.class, answer(design, Worlds.property(name)).verdict());
    }
  }

  @Test
  void aWrongClaimIsRefutedByNumbers() {
    Verdict.Violated verdict =
        assertInstanceOf(Verdict.Violated.class, answer("v6.12", atLeast(1000)).verdict());
    Evidence.Numbers numbers = assertInstanceOf(Evidence.Numbers.class, verdict.evidence());
    assertTrue(numbers.text().contains("x86_64: sizeof(struct mem_section_usage) 24 + "));
  }

  /** Only the architectures that break a claim are shown to break it. */
  @Test
  void theNumbersAreThoseOfTheCulprits() {
    Evidence.Numbers numbers =
        (Evidence.Numbers) ((Verdict.Violated) answer("v6.12", atLeast(50)).verdict()).evidence();
    assertTrue(numbers.text().contains("ppc64: "));
    assertTrue(!numbers.text().contains("x86_64: "));
  }

  /** From v5.7 on there is no map without VMEMMAP. */
  @ParameterizedTest
  @CsvSource({"v5.6, 40", "v5.7, 32", "v6.8, 48"})
  void withoutVmemmapThereAreSizesOfTheirOwn(String design, int bytes) {
    Architecture x86 = Architectures.named("x86_64").orElseThrow();
    Architecture flat =
        new Architecture(
            "flat",
            x86.pageShift(),
            x86.sectionSizeBits(),
            x86.sectionSizeBitsBefore(),
            x86.sectionSizeBitsSince(),
            x86.pageblockOrder(),
            x86.longBytes(),
            false);
    List<Answer> answers =
        answers(design, Worlds.property("usage-stride-aligned"), List.of(x86, flat));
    assertEquals(List.of("", "!VMEMMAP"), answers.stream().map(Answer::subject).toList());
    String remark = answers.get(1).remarks().get(0);
    assertTrue(remark.endsWith("= " + bytes + " bytes a usage"), remark);
  }
}
