package org.mhpcheck.checker.cli;

import picocli.CommandLine.Option;

/** Whether to go on with explorations that were cut off. */
final class ResumeOption {
  @Option(
      names = "--resume",
      description =
          "Go on with explorations that were killed, interrupted or stopped by a limit after more"
              + " than a minute, from the last depth that they had finished.")
  boolean isGiven;
}
