package org.mhpcheck.checker.cli;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.PatternSyntaxException;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.reports.past.History;
import org.mhpcheck.reports.terminal.CorpusTable;
import org.mhpcheck.reports.terminal.DifferenceText;
import org.mhpcheck.specs.scenario.ScenarioCatalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "nightly",
    description = {
      "The main job: every scenario, held against its expectations, and whether planted faults are"
          + " noticed (see mutants).",
      "Ends in a table of the known bugs among them, and why others have no scenario; then what"
          + " differs from the last run that asked the same, in the directory beside this run's."
    })
final class NightlyCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin private OutputOptions output;
  @Mixin private ResumeOption resume;

  @Option(
      names = "--only",
      paramLabel = "GLOB",
      description = "Only scenarios whose name matches, such as 'history/*'.")
  private String only;

  NightlyCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    List<Scenario> chosen = chosen();
    RunSession session =
        new RunSession(environment, output, false)
            .resuming(resume.isGiven)
            .looking(new RunsBefore(output));
    if (only == null) {
      session.planting(Catalogue.mutants(environment.interrupt()::isRequested));
    }
    RunReport run = session.run(chosen, List.of(), RunSession.Tell.SURPRISES);
    Console console = environment.console();
    new CorpusTable(console.out(), console.width(), console.colour())
        .write(
            new KnownBugs(Catalogue.corpus(), Catalogue.scenarios().names())
                .in(run, chosen.stream().map(Scenario::name).toList()));
    if (!output.quiet) {
      session.history().ifPresent(this::tellWhatDiffers);
    }
    return run.exitStatus().code();
  }

  /** From the last run that asked the same, where there is one beside this. */
  private void tellWhatDiffers(History history) {
    Console console = environment.console();
    history.unreadable().forEach(u -> console.err().println("mhpcheck: not compared: " + u));
    new DifferenceText(console.out(), console.width(), console.colour()).writeNewest(history);
  }

  private List<Scenario> chosen() {
    ScenarioCatalogue catalogue = Catalogue.scenarios();
    if (only == null) {
      return catalogue.all();
    }
    PathMatcher matcher = matcher(only);
    List<String> names =
        catalogue.names().stream().filter(n -> matcher.matches(Path.of(n))).toList();
    if (names.isEmpty()) {
      throw new CliException(
          ExitStatus.USAGE,
          "--only '%s' chooses none of: %s".formatted(only, String.join(", ", catalogue.names())));
    }
    return names.stream().map(catalogue::read).toList();
  }

  private static PathMatcher matcher(String glob) {
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + glob);
    } catch (PatternSyntaxException e) {
      throw new CliException(
          ExitStatus.USAGE, "--only '%s' is no glob: %s".formatted(glob, e.getDescription()));
    }
  }
}
