package org.mhpcheck.reports;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.mhpcheck.model.answer.CoverageReport;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.MutantReport;
import org.mhpcheck.model.answer.NotAsked;
import org.mhpcheck.model.answer.RunReport;

/** Runs of every kind, with names that are meant to break what is written. */
public final class Runs {
  /** What a file's name may be, or what somebody types. */
  public static final List<String> NAMES =
      List.of(
          "check",
          "history/b01",
          "<script>alert(1)</script>",
          "\"quoted\" & 'so'",
          "a | b # SKIP c",
          "two\nlines\r\nor three",
          "not ok 1 name",
          "1..7",
          "not asked",
          "bell \u0007 escape \u001b[31m nul \0 next \u0085",
          "```\n]]>",
          "\uD83D\uDE00 \uFFFE");

  private Runs() {}

  public static Arbitrary<RunReport> any() {
    Arbitrary<List<Finding>> findings = finding().list().ofMaxSize(6);
    Arbitrary<List<NotAsked>> notAsked =
        Combinators.combine(Arbitraries.of(NAMES), Arbitraries.of(NAMES))
            .as(NotAsked::new)
            .list()
            .ofMaxSize(3);
    return Combinators.combine(
            findings,
            notAsked,
            Arbitraries.of(true, false),
            Arbitraries.of(NAMES),
            mutants().optional(),
            coverage().optional())
        .as(
            (f, n, complete, command, mutants, coverage) -> {
              RunReport run = run(f, n, complete, command);
              RunReport planted = mutants.map(run::with).orElse(run);
              return coverage.map(planted::with).orElse(planted);
            });
  }

  private static Arbitrary<CoverageReport> coverage() {
    Arbitrary<CoverageReport> judged =
        Combinators.combine(Arbitraries.of(NAMES), Arbitraries.of(NAMES)).as(RunMaker::coverage);
    Arbitrary<CoverageReport> ofPart = judged.map(c -> CoverageReport.of(new TreeSet<>(c.fired())));
    return Arbitraries.oneOf(judged, ofPart);
  }

  private static Arbitrary<MutantReport> mutants() {
    Arbitrary<List<String>> stale = Arbitraries.of(NAMES).list().ofMaxSize(2);
    return Combinators.combine(
            Arbitraries.of(NAMES), stale, Arbitraries.of(true, false), Arbitraries.of(NAMES))
        .as(RunMaker::mutants);
  }

  private static RunReport run(
      List<Finding> findings, List<NotAsked> notAsked, boolean complete, String command) {
    return new RunReport(
        "1.2.3",
        command,
        Instant.parse("2025-01-02T03:04:05.678Z"),
        Duration.ofMillis(2750),
        findings,
        notAsked,
        complete,
        complete ? ExitStatus.OK : ExitStatus.INCONCLUSIVE);
  }

  private static Arbitrary<Finding> finding() {
    Arbitrary<Finding> kinds =
        Arbitraries.of(
            RunMaker.violated(),
            RunMaker.violatedInTree(),
            RunMaker.holds(),
            RunMaker.vacuous(),
            RunMaker.inconclusive(),
            RunMaker.numbers(),
            RunMaker.mended());
    return Combinators.combine(Arbitraries.of(NAMES), kinds, Arbitraries.of(Finding.Grade.class))
        .as((name, f, grade) -> RunMaker.finding(name, f.verdict(), f.expected(), grade));
  }

  public static RunReport nothingAnswered() {
    return RunMaker.run(true, ExitStatus.INCONCLUSIVE);
  }
}
