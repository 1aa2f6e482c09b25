package org.mhpcheck.checker.cli.option;

import picocli.CommandLine.Option;

/** Whether to go on with what was cut off. */
public final class ResumeOption {
  @Option(
      names = "--resume",
      description =
          "Go on with what was killed, interrupted or stopped by a limit: of a nightly run, with"
              + " what is not answered yet; with an exploration of more than a minute, from the"
              + " last depth that it had finished.")
  public boolean isGiven;
}
