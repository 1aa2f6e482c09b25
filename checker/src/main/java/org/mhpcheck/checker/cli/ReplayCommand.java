package org.mhpcheck.checker.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.mhpcheck.checker.replay.ReplayException;
import org.mhpcheck.checker.replay.Tracer;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.answer.Script;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.reports.itf.ItfReader;
import org.mhpcheck.reports.terminal.TraceWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    description = {
      "Does a trace again, step by step, and shows it. 'replay' ends with 12 if its property is",
      "violated as the trace claims; 'show' ends with 0."
    })
final class ReplayCommand implements Callable<Integer> {
  private final Environment environment;
  private final boolean isShow;

  @Parameters(paramLabel = "TRACE", description = "A .itf.json file of a run.")
  private Path file;

  ReplayCommand(Environment environment, boolean isShow) {
    this.environment = environment;
    this.isShow = isShow;
  }

  @Override
  public Integer call() {
    Script script = ItfReader.read(file);
    Console console = environment.console();
    try {
      Trace trace =
          new Tracer(new ModelledKernel(script.design()))
              .trace(script, Catalogue.property(script.property()));
      new TraceWriter(console.out(), console.width(), console.colour()).write(trace);
      return (isShow ? ExitStatus.OK : ExitStatus.VIOLATED).code();
    } catch (ReplayException e) {
      throw new CliException(ExitStatus.UNREADABLE, file + ": " + e.getMessage());
    }
  }
}
