package org.mhpcheck.checker.cli.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.mhpcheck.checker.cli.console.Environment;
import org.mhpcheck.checker.cli.tree.Tree;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "replay",
    description =
        "Does a trace again, step by step, in the model of its design, shows it, and "
            + "holds it against the states that the file has. With --kernel in a kernel tree "
            + "too, and tells where it and the model part. Ends with 12 if the trace breaks "
            + "its property, or the two part; with 0 if it does not (any more); with 150 if "
            + "the file's states are not what comes of its calls.")
public final class ReplayCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(paramLabel = "TRACE", description = "A .itf.json file of a run.")
  private Path file;

  @Option(
      names = "--kernel",
      paramLabel = "DIR",
      description = "A kernel tree, to be compiled in user space.")
  private Path kernel;

  public ReplayCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    TraceReplay replay = new TraceReplay(environment.console(), file);
    return (kernel == null
            ? replay.inModel()
            : replay.inTree(Tree.at(kernel, replay.configuration())))
        .code();
  }
}
