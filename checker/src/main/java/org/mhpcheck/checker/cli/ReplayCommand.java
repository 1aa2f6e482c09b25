package org.mhpcheck.checker.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.mhpcheck.checker.replay.NotBrokenException;
import org.mhpcheck.checker.replay.ReplayException;
import org.mhpcheck.checker.replay.Tracer;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.answer.Script;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.reports.itf.ItfReader;
import org.mhpcheck.reports.terminal.TraceWriter;
import org.mhpcheck.specs.property.Properties;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    description = {
      "Does a trace again, step by step, and shows it.",
      "'replay' ends with 12 if the trace breaks its property, with 0 if it does not (any more);",
      "'show' ends with 0."
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

  private Property property(Script script) {
    return Properties.named(script.property())
        .filter(p -> !(p instanceof Property.Arithmetic))
        .orElseThrow(
            () ->
                new CliException(
                    ExitStatus.UNREADABLE,
                    "%s: no property of traces is named '%s'".formatted(file, script.property())));
  }

  @Override
  public Integer call() {
    Catalogue.requireRegularFile(file);
    Script script = ItfReader.read(file);
    Console console = environment.console();
    try {
      Trace trace = new Tracer(new ModelledKernel(script.design())).trace(script, property(script));
      new TraceWriter(console.out(), console.width(), console.colour()).write(trace);
      return (isShow ? ExitStatus.OK : ExitStatus.VIOLATED).code();
    } catch (NotBrokenException e) {
      console.out().println(file + ": " + e.getMessage());
      return ExitStatus.OK.code();
    } catch (ReplayException e) {
      throw new CliException(ExitStatus.UNREADABLE, file + ": " + e.getMessage());
    }
  }
}
