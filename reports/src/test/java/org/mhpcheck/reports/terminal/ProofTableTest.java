package org.mhpcheck.reports.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mhpcheck.model.answer.Evidence;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.Reach;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.model.answer.Statistics;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.claim.About;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.design.Release;
import org.mhpcheck.model.layout.Architecture;
import org.mhpcheck.model.logic.Bit;
import org.mhpcheck.model.question.Expectation;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.reports.RunMaker;

/** What a table of proofs looks like. */
class ProofTableTest {
  private static final Design DESIGN = Design.parse("v6.12");

  private static Architecture architecture(String name, int sectionSizeBits, boolean hotplug) {
    return new Architecture(
        name,
        12,
        sectionSizeBits,
        sectionSizeBits,
        Release.V5_2,
        Optional.of(21),
        10,
        8,
        true,
        hotplug ? Optional.of(Release.V5_2) : Optional.empty());
  }

  private static final List<Architecture> ARCHITECTURES =
      List.of(
          architecture("one", 24, true),
          architecture("another", 27, true),
          architecture("bootonly", 30, false));

  private static Property property(String name) {
    return new Property.OfState(
        new About(name, "", "", "", "", Set.of()), s -> Bit.TRUE, s -> Bit.TRUE, s -> "");
  }

  private static final Property KEPT = property("kept");
  private static final Property BROKEN = property("broken");

  private static Finding finding(
      String architecture, Property property, Verdict verdict, Optional<Expectation> expected) {
    Scenario scenario =
        new Scenario(
            "prove",
            "",
            "",
            new Question.Prove(ARCHITECTURES),
            List.of(DESIGN),
            List.of(KEPT, BROKEN),
            Optional.empty());
    return new Finding(
        scenario,
        DESIGN,
        architecture,
        property,
        verdict,
        new Statistics(0, 0, 0, 0, Duration.ofMillis(1250)),
        expected,
        Finding.Grade.NONE,
        List.of("said of all", "said of " + property.name()));
  }

  private static String table(Finding... findings) {
    RunReport run = RunMaker.run(true, ExitStatus.OK, findings);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ProofTable(new PrintStream(bytes, true, StandardCharsets.UTF_8), 80, false).write(run);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aLineAnArchitectureAColumnAProperty() {
    Verdict holds = new Verdict.Holds(new Reach.AnyLength(8));
    Verdict violated =
        new Verdict.Violated(new Reach.AnyLength(8), new Evidence.Numbers("not a trace"));
    Verdict unknown = new Verdict.Inconclusive(new Reach.AnyLength(64), "a limit");
    Optional<Expectation> known =
        Optional.of(
            new Expectation(Expectation.Word.VIOLATED, Optional.empty(), Optional.of("L12")));
    List<Finding> findings = new ArrayList<>();
    findings.add(finding("one", KEPT, holds, Optional.empty()));
    findings.add(finding("one", BROKEN, violated, known));
    findings.add(finding("another", KEPT, holds, Optional.empty()));
    findings.add(finding("another", BROKEN, unknown, Optional.empty()));
    findings.add(finding("bootonly", KEPT, holds, Optional.empty()));
    assertEquals(
        """

        architecture    K   1  2
        one             8   p  V
        another        64   p  ?
        bootonly      512   b  .
        p proved; b proved of what boot makes, which is all there is without hotplug; V
            violated; - never met; ? not known; . not asked

         1  kept
         2  broken  violated, known as L12

        all that is proved of 8 subsections
          said of all
          said of kept

        all that is proved of 64 subsections
          said of all
          said of kept

        Choco took 3.8 s of processor time (K=8 1.3, K=64 1.3, bootonly 1.3)
        """,
        table(findings.toArray(Finding[]::new)));
  }

  @Test
  void whereNothingWasProvedThereIsNone() {
    assertEquals("", table(RunMaker.holds()));
  }
}
