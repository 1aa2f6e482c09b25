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
 * @param kernels what was compiled for it; none if only models were asked
 * @param complete whether everything asked was answered to the end
 * @param exitStatus what the process is going to end with
 */
public record RunReport(
    String version,
    String command,
    Instant started,
    Duration time,
    List<Finding> findings,
    List<NotAsked> notAsked,
    List<CompiledFrom> kernels,
    boolean complete,
    ExitStatus exitStatus) {

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
    this(version, command, started, time, findings, notAsked, List.of(), complete, exitStatus);
  }

  /** What the kernel of this name was made of; empty if it is a model. */
  public Optional<CompiledFrom> compiledFrom(String kernel) {
    return kernels.stream().filter(k -> k.kernel().equals(kernel)).findFirst();
  }
}
