package org.mhpcheck.reports;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mhpcheck.model.answer.CompiledFrom;
import org.mhpcheck.model.answer.CoverageReport;
import org.mhpcheck.model.answer.Evidence;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.MutantReport;
import org.mhpcheck.model.answer.MutantReport.Equivalent;
import org.mhpcheck.model.answer.MutantReport.Killed;
import org.mhpcheck.model.answer.MutantReport.Row;
import org.mhpcheck.model.answer.MutantReport.Survived;
import org.mhpcheck.model.answer.NotAsked;
import org.mhpcheck.model.answer.Reach;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.model.answer.Space;
import org.mhpcheck.model.answer.Statistics;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.kernel.Mutant;
import org.mhpcheck.model.kernel.Site;
import org.mhpcheck.model.question.Expectation;
import org.mhpcheck.model.question.Limits;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.model.state.Geometry;

/** Makes findings and runs. */
public final class RunMaker {
  public static final Reach EXHAUSTIVE = new Reach.Exhaustive(new Geometry(1, 4));

  private RunMaker() {}

  public static Finding violated() {
    return finding(
        "history/b01-readded-early-usage",
        new Verdict.Violated(EXHAUSTIVE, TraceMaker.b01()),
        Optional.of(new Expectation(Expectation.Word.VIOLATED, Optional.of(3), Optional.of("B01"))),
        Finding.Grade.EXPECTED);
  }

  /** A violation in a tree; {@link #runOfTree()} says what that was made of. */
  public static Finding violatedInTree() {
    Finding f =
        finding(
            "check",
            new Verdict.Violated(EXHAUSTIVE, TraceMaker.ofTree()),
            Optional.empty(),
            Finding.Grade.NONE);
    return new Finding(
        f.scenario(),
        "linux-5.4.99",
        f.design(),
        f.subject(),
        f.property(),
        f.verdict(),
        f.statistics(),
        f.expected(),
        f.grade(),
        f.remarks());
  }

  public static RunReport runOfTree() {
    RunReport run = run(true, ExitStatus.VIOLATED, violatedInTree());
    String sha256 = "0123456789abcdef".repeat(4);
    return new RunReport(
        run.version(),
        run.command(),
        run.timing(),
        run.findings(),
        run.notAsked(),
        List.of(
            new CompiledFrom(
                "linux-5.4.99",
                "../linux",
                "5.4.99",
                Optional.of(new CompiledFrom.Patch("fix.patch", sha256)),
                Map.of("mm/sparse.c", sha256, "mm/a.c", sha256),
                sha256,
                new CompiledFrom.Texts(
                    Map.of("section_activate", sha256), Map.of("SECTION_IS_EARLY", sha256)),
                Set.of("kfree"),
                "gcc 99")),
        run.complete(),
        run.exitStatus());
  }

  public static Finding holds() {
    return finding("check", new Verdict.Holds(EXHAUSTIVE), Optional.empty(), Finding.Grade.NONE);
  }

  public static Finding vacuous() {
    return finding(
        "vacuous",
        new Verdict.Vacuous(new Reach.AnyLength(64), "a failed add"),
        Optional.of(Expectation.HOLDS),
        Finding.Grade.UNEXPECTED);
  }

  public static Finding inconclusive() {
    return finding(
        "limits",
        new Verdict.Inconclusive(
            new Reach.ToDepth(2, new Geometry(2, 8)), "the limit of 1000 states\nwas reached"),
        Optional.of(Expectation.HOLDS),
        Finding.Grade.UNEXPECTED);
  }

  public static Finding numbers() {
    return finding(
        "sizes",
        new Verdict.Violated(
            new Reach.AllValues("every architecture"), new Evidence.Numbers("32 < 40")),
        Optional.empty(),
        Finding.Grade.NONE);
  }

  /** What was expected to be violated, and holds. */
  public static Finding mended() {
    return finding(
        "history/mended",
        new Verdict.Holds(EXHAUSTIVE),
        Optional.of(new Expectation(Expectation.Word.VIOLATED, Optional.of(3), Optional.empty())),
        Finding.Grade.UNEXPECTED);
  }

  /** A name that no format may take for its own signs. */
  public static Finding oddlyNamed() {
    return finding(
        "<script>alert(1)</script> & \"quotes\" | # \u0001 ü",
        new Verdict.Violated(EXHAUSTIVE, TraceMaker.b01()),
        Optional.empty(),
        Finding.Grade.NONE);
  }

  /** One of every kind, of a run that was cut short. */
  public static RunReport everything() {
    return run(
        false,
        ExitStatus.VIOLATED,
        violated(),
        holds(),
        vacuous(),
        inconclusive(),
        numbers(),
        mended(),
        oddlyNamed());
  }

  public static Finding finding(
      String scenario, Verdict verdict, Optional<Expectation> expected, Finding.Grade grade) {
    Question question =
        new Question.Explore(
            new Geometry(1, 4),
            List.of(BootLayout.FULL),
            List.of(Caller.DIRECT),
            false,
            Limits.NONE);
    Design design = Design.parse("v5.4");
    return new Finding(
        new Scenario(
            scenario,
            "a title",
            "",
            question,
            List.of(design),
            List.of(TraceMaker.BOOT_USAGE_NEVER_FREED),
            expected.map(
                e -> Map.of(design.name(), Map.of(TraceMaker.BOOT_USAGE_NEVER_FREED.name(), e)))),
        design,
        "",
        TraceMaker.BOOT_USAGE_NEVER_FREED,
        verdict,
        new Statistics(
            1234,
            5678,
            12,
            7,
            Duration.ofMillis(1500),
            Optional.of(new Space(List.of(9L, 1225L), Map.of("add", 5678L), true, 12_345))),
        expected,
        grade,
        List.of("confirmed at 4 subsections"));
  }

  public static RunReport run(boolean complete, ExitStatus exitStatus, Finding... findings) {
    return run(
        Instant.parse("2025-01-02T03:04:05Z"),
        Duration.ofMillis(2750),
        complete,
        exitStatus,
        findings);
  }

  public static RunReport run(
      Instant started,
      Duration time,
      boolean complete,
      ExitStatus exitStatus,
      Finding... findings) {
    return new RunReport(
        "1.2.3",
        "nightly --only 'b01*'",
        started,
        time,
        List.of(findings),
        List.of(new NotAsked("usemap-fits", "is about sizes, ask prove --usemap")),
        complete,
        exitStatus);
  }

  /** One of each fate; of those that survive, one that is argued for and one that is not. */
  public static MutantReport mutants(
      String why, List<String> stale, boolean complete, String scenario) {
    Site store = new Site("section_deactivate", "usage");
    Site test = new Site("section_activate", "if 1");
    return new MutantReport(
        "v7.2",
        List.of(
            new Row(new Mutant(store), new Killed(scenario, List.of(holds().property()))),
            new Row(new Mutant(store, Mutant.Way.DELAYED), new Survived(Optional.of(why))),
            new Row(new Mutant(test, Mutant.Way.TRUE), new Survived(Optional.empty())),
            new Row(new Mutant(test, Mutant.Way.FALSE), new Equivalent("8 steps"))),
        stale,
        complete);
  }

  /** Of what never fired, one for which there is a reason and one for which there is none. */
  public static CoverageReport coverage(String what, String reason) {
    return CoverageReport.judged(
        new TreeSet<>(List.of("store f." + what)),
        new TreeSet<>(List.of("store f." + what, "test f.if 1 true", "test f.if 1 " + what)),
        Map.of("test f.if 1 " + what, reason, "call of nobody", reason));
  }

  /** The same of another design. */
  public static Finding in(String design, Finding f) {
    return new Finding(
        f.scenario(),
        Design.parse(design),
        f.subject(),
        f.property(),
        f.verdict(),
        f.statistics(),
        f.expected(),
        f.grade(),
        f.remarks());
  }
}
