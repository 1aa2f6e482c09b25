package org.mhpcheck.checker.cli.command;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.mhpcheck.checker.cli.catalogue.Catalogue;
import org.mhpcheck.checker.cli.catalogue.KnownBugs;
import org.mhpcheck.checker.cli.console.Console;
import org.mhpcheck.checker.cli.console.Environment;
import org.mhpcheck.checker.cli.option.OutputOptions;
import org.mhpcheck.checker.cli.session.MergedRun;
import org.mhpcheck.checker.cli.session.MergedRun.Source;
import org.mhpcheck.checker.cli.session.PackagedNames;
import org.mhpcheck.checker.cli.session.RunOutput;
import org.mhpcheck.checker.cli.session.RunsBefore;
import org.mhpcheck.checker.run.SideBySide;
import org.mhpcheck.model.answer.NotAsked;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.reports.RunDirectory;
import org.mhpcheck.reports.past.RunReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "merge",
    description = {
      "Makes one run of several, such as the shards of a nightly run; each counterexample is done"
          + " again. Ends with what the worst of them ended with.",
      "Refused (150) is what would not be whole: a run that cannot be read, or is of another version,"
          + " a shard that is missing, an answer that two runs have. Runs of kernel trees cannot be"
          + " merged."
    })
public final class MergeCommand implements Callable<Integer> {
  private final Environment environment;
  private final Instant started = Instant.now();

  @Mixin private OutputOptions output;

  @Parameters(
      paramLabel = "RUN",
      arity = "1..*",
      description = "The directory of a run of packaged scenarios.")
  private List<Path> runs;

  public MergeCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    output.requireFiles();
    List<String> scenarios = Catalogue.scenarios().names();
    RunReport merged = new MergedRun(environment, read()).report(scenarios);
    Console console = environment.console();
    RunDirectory directory = RunOutput.directory(output.out, started);
    new RunOutput(console, output, Optional.of(new RunsBefore(output)))
        .write(merged, directory, List.of());
    KnownBugs.tell(console, merged, asked(merged));
    return merged.exitStatus().code();
  }

  /** Before anything is written: the place may be that of one of the runs. */
  private List<Source> read() {
    List<Source> sources = new ArrayList<>();
    RunReader reader = new RunReader(new PackagedNames());
    SideBySide.all(
        output.threads(),
        runs.stream().map(r -> (Callable<Source>) () -> new Source(r, reader.read(r))).toList(),
        sources::add);
    return sources;
  }

  /** The names of the scenarios that were to be asked. */
  private static List<String> asked(RunReport run) {
    return Stream.concat(
            run.findings().stream().map(f -> f.scenario().name()),
            run.notAsked().stream().map(NotAsked::property).map(p -> p.replaceFirst("@.*", "")))
        .distinct()
        .toList();
  }
}
