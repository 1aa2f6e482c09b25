package org.mhpcheck.checker.cli.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.mhpcheck.checker.cli.console.Environment;
import org.mhpcheck.model.answer.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "show",
    description =
        "Shows a trace as replay does, and ends with 0; with 150 if the file's states "
            + "are not what comes of its calls.")
public final class ShowCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(paramLabel = "TRACE", description = "A .itf.json file of a run.")
  private Path file;

  @Option(names = "--mail", description = "As plain text for a mailing list, 72 columns wide.")
  private boolean mail;

  public ShowCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    TraceReplay replay = new TraceReplay(environment.console(), file);
    if (mail) {
      replay.mail(environment.version());
    } else {
      replay.inModel();
    }
    return ExitStatus.OK.code();
  }
}
