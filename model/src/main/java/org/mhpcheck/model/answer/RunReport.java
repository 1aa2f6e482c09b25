package org.mhpcheck.model.answer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything a run has to say.
 *
 * @param version of mhpcheck
 * @param command as it was typed, after the program's name
 * @param timing empty where the same run is to be told in the same words, whenever it was made;
 *     what findings say of time is not told then either
 * @param kernels what was compiled for it; none if only models were asked
 * @param mutants whether faults of the modelled kernel would be noticed; empty if none were planted
 * @param coverage what has fired of the modelled kernel; empty where nobody asked for that
 * @param complete whether everything asked was answered to the end
 * @param exitStatus what the process is going to end with
 */
public record RunReport(
    String version,
    String command,
    Optional<Timing> timing,
    List<Finding> findings,
    List<NotAsked> notAsked,
    List<CompiledFrom> kernels,
    Optional<MutantReport> mutants,
    Optional<CoverageReport> coverage,
    boolean complete,
    ExitStatus exitStatus) {

  /** When it was, and how long it took. */
  public record Timing(Instant started, Duration time) {}

  /** One that no faults were planted for. */
  public RunReport(
      String version,
      String command,
      Optional<Timing> timing,
      List<Finding> findings,
      List<NotAsked> notAsked,
      List<CompiledFrom> kernels,
      boolean complete,
      ExitStatus exitStatus) {
    this(
        version,
        command,
        timing,
        findings,
        notAsked,
        kernels,
        Optional.empty(),
        Optional.empty(),
        complete,
        exitStatus);
  }

  /** One of models only. */
  public RunReport(
      String version,
      String command,
      Instant started,
      Duration time,
      List<Finding> findings,
      List<NotAsked> notAsked,
      boolean complete,
      ExitStatus exitStatus) {
    this(
        version,
        command,
        Optional.of(new Timing(started, time)),
        findings,
        notAsked,
        List.of(),
        complete,
        exitStatus);
  }

  /** The same, whenever it was made and however long it took. */
  public RunReport withoutTiming() {
    return new RunReport(
        version,
        command,
        Optional.empty(),
        findings,
        notAsked,
        kernels,
        mutants,
        coverage,
        complete,
        exitStatus);
  }

  /** The same, with other findings, which come to another status. */
  public RunReport with(List<Finding> others, ExitStatus status) {
    return new RunReport(
        version, command, timing, others, notAsked, kernels, mutants, coverage, complete, status);
  }

  /** The same of something that was not answered to the end. */
  public RunReport incomplete() {
    return with(mutants, coverage, /* alsoComplete= */ false, ExitStatus.INCONCLUSIVE);
  }

  /** The same, with faults planted beside it: what came of them counts. */
  public RunReport with(MutantReport planted) {
    return with(Optional.of(planted), coverage, planted.complete(), planted.exitStatus());
  }

  /** The same, with what has fired in it: that counts. */
  public RunReport with(CoverageReport fired) {
    return with(mutants, Optional.of(fired), /* alsoComplete= */ true, fired.exitStatus());
  }

  private RunReport with(
      Optional<MutantReport> planted,
      Optional<CoverageReport> fired,
      boolean alsoComplete,
      ExitStatus also) {
    return new RunReport(
        version,
        command,
        timing,
        findings,
        notAsked,
        kernels,
        planted,
        fired,
        complete && alsoComplete,
        exitStatus.worse(also));
  }

  /** What the kernel of this name was made of; empty if it is a model. */
  public Optional<CompiledFrom> compiledFrom(String kernel) {
    return kernels.stream().filter(k -> k.kernel().equals(kernel)).findFirst();
  }
}
