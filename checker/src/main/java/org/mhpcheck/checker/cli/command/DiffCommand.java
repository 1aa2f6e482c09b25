package org.mhpcheck.checker.cli.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.mhpcheck.checker.cli.console.Console;
import org.mhpcheck.checker.cli.console.Environment;
import org.mhpcheck.checker.cli.option.OutputOptions;
import org.mhpcheck.reports.OutputFile;
import org.mhpcheck.reports.json.DifferenceWriter;
import org.mhpcheck.reports.past.PastRunReader;
import org.mhpcheck.reports.past.RunDifference;
import org.mhpcheck.reports.terminal.DifferenceText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "diff",
    description =
        "Tells what differs between two runs: findings that are NEW, CHANGED, LOST, FIXED or "
            + "ADDED, and COUNTS of states. Ends with 12 if any is new or changed, or not as "
            + "expected as none was before; with 5 if any is lost, or a run is incomplete; with "
            + "150 if a run cannot be read; else with 0.")
public final class DiffCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(
      index = "0",
      paramLabel = "OLD",
      description = "The directory of a run, or its summary.json.")
  private Path before;

  @Parameters(index = "1", paramLabel = "NEW", description = "Another run.")
  private Path after;

  @Option(names = "--json", paramLabel = "FILE", description = "Write it as JSON, too.")
  private Path json;

  public DiffCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    if (json != null) {
      OutputOptions.requireFile("--json", json);
    }
    RunDifference difference =
        RunDifference.of(PastRunReader.read(before), PastRunReader.read(after));
    Console console = environment.console();
    new DifferenceText(console.out(), console.width(), console.colour())
        .write(before.toString(), after.toString(), difference);
    if (json != null) {
      OutputFile.write(
          json,
          out ->
              new DifferenceWriter(environment.version(), environment.command(), difference)
                  .write(out));
    }
    return difference.exitStatus().code();
  }
}
