package org.mhpcheck.reports.past;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.model.question.Expectation;

/**
 * What is kept of a run.
 *
 * @param version of the mhpcheck that made it
 * @param command as it was typed, after the program's name
 * @param started empty where the run was told without times, as is {@code time}
 * @param complete whether everything asked was answered to the end
 * @param exitStatus what its process ended with
 * @param kernels that were compiled for it
 */
public record PastRun(
    String version,
    String command,
    Optional<Instant> started,
    Optional<Duration> time,
    boolean complete,
    int exitStatus,
    List<PastFinding> findings,
    List<PastKernel> kernels) {

  /** A run that is no past one yet: as it is going to be read once it is written. */
  public static PastRun of(RunReport report) {
    Optional<RunReport.Timing> timing = report.timing();
    return new PastRun(
        report.version(),
        report.command(),
        timing.map(RunReport.Timing::started),
        timing.map(RunReport.Timing::time).map(PastRun::toTheMillisecond),
        report.complete(),
        report.exitStatus().code(),
        report.findings().stream().map(f -> PastFinding.of(f, timing.isPresent())).toList(),
        report.kernels().stream().map(PastKernel::of).toList());
  }

  /** Whether both were asked the same. */
  boolean asksAs(PastRun other) {
    return AskedCommand.of(command).equals(AskedCommand.of(other.command));
  }

  /** How many findings have this verdict. */
  public long count(Expectation.Word verdict) {
    return findings.stream().filter(f -> f.verdict() == verdict).count();
  }

  /** Of all findings together; those that were answered by one exploration count it each. */
  public long states() {
    return findings.stream().mapToLong(PastFinding::states).reduce(0, PastRun::saturatedSum);
  }

  /** A file may say anything, but never that there were fewer than none. */
  private static long saturatedSum(long a, long b) {
    return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
  }

  /** As exact as it is written. */
  static Duration toTheMillisecond(Duration time) {
    return Duration.ofMillis(time.toMillis());
  }
}
