package org.mhpcheck.checker.cli.command;

import java.util.concurrent.Callable;
import org.mhpcheck.checker.cli.catalogue.Catalogue;
import org.mhpcheck.checker.cli.console.CliException;
import org.mhpcheck.checker.cli.console.Console;
import org.mhpcheck.checker.cli.console.Environment;
import org.mhpcheck.checker.cli.session.Engines;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.answer.MutantReport;
import org.mhpcheck.reports.terminal.MutantTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "mutants",
    description = {
      "Whether the checker would notice: plants every fault there is in the modelled kernel, one at a"
          + " time (each store left out, or done after the next one; each test forced and negated),"
          + " and has scenarios of the nightly run tell.",
      "Ends with 0 if each is killed, or equivalent, or its survival is argued in the catalogue."
    })
public final class MutantsCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Worker threads (default: one a processor). Results do not depend on it.")
  private int threads = Engines.ALL_PROCESSORS;

  public MutantsCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    if (threads < 1) {
      throw new CliException(
          ExitStatus.USAGE, "--threads is %d, expected at least 1".formatted(threads));
    }
    Console console = environment.console();
    MutantTable table = new MutantTable(console.out(), console.width(), console.colour());
    MutantReport report =
        Catalogue.mutants(environment.interrupt()::isRequested).run(threads, table::write);
    table.writeScore(report);
    return report.exitStatus().code();
  }
}
