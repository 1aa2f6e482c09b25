package org.mhpcheck.checker.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command that all others stand under. */
@Command(
    name = "mhpcheck",
    mixinStandardHelpOptions = true,
    description = "Checks the invariants of Linux sparsemem memory hotplug.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Exit status: 0 all as expected; 12 violated or different from the expectation;",
      "13 vacuous; 5 inconclusive; 64 usage; 150 unreadable scenario, trace or run;",
      "151 configuration; 153 memory, disk or child process; 255 internal."
    })
final class Mhpcheck implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
