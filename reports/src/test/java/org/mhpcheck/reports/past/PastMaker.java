package org.mhpcheck.reports.past;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mhpcheck.model.answer.Finding.Grade;
import org.mhpcheck.model.question.Expectation.Word;

/** Makes past runs. */
public final class PastMaker {
  public static final PastReach EXHAUSTIVE = exhaustive("1 x 4 subsections");

  private PastMaker() {}

  public static PastReach exhaustive(String size) {
    return new PastReach("exhaustive", "every sequence of calls, " + size);
  }

  public static PastFinding finding(String id, Word verdict) {
    return new PastFinding(
        id,
        "0".repeat(32),
        verdict,
        Grade.NONE,
        EXHAUSTIVE,
        3,
        10,
        20,
        Optional.of(Duration.ofMillis(1)));
  }

  public static PastFinding violated(String id, String fingerprintDigit, int depth) {
    PastFinding f = finding(id, Word.VIOLATED);
    return new PastFinding(
        f.id(),
        fingerprintDigit.repeat(32),
        f.verdict(),
        f.grade(),
        f.reach(),
        depth,
        f.states(),
        f.transitions(),
        f.time());
  }

  public static PastFinding graded(PastFinding f, Grade grade) {
    return new PastFinding(
        f.id(),
        f.fingerprint(),
        f.verdict(),
        grade,
        f.reach(),
        f.depth(),
        f.states(),
        f.transitions(),
        f.time());
  }

  public static PastFinding reaching(PastFinding f, PastReach reach) {
    return new PastFinding(
        f.id(),
        f.fingerprint(),
        f.verdict(),
        f.grade(),
        reach,
        f.depth(),
        f.states(),
        f.transitions(),
        f.time());
  }

  public static PastFinding counted(PastFinding f, long states, Duration time) {
    return new PastFinding(
        f.id(),
        f.fingerprint(),
        f.verdict(),
        f.grade(),
        f.reach(),
        f.depth(),
        states,
        f.transitions(),
        Optional.of(time));
  }

  public static PastRun run(PastFinding... findings) {
    return run(true, "nightly", findings);
  }

  public static PastRun run(boolean complete, String command, PastFinding... findings) {
    return new PastRun(
        "1.2.3",
        command,
        Optional.of(Instant.parse("2025-01-02T03:04:05Z")),
        Optional.of(Duration.ofSeconds(7)),
        complete,
        complete ? 0 : 5,
        List.of(findings),
        List.of());
  }

  public static PastRun of(PastRun run, PastKernel... kernels) {
    return new PastRun(
        run.version(),
        run.command(),
        run.started(),
        run.time(),
        run.complete(),
        run.exitStatus(),
        run.findings(),
        List.of(kernels));
  }
}
