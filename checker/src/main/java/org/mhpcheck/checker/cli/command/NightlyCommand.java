package org.mhpcheck.checker.cli.command;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;
import org.mhpcheck.checker.cli.catalogue.Catalogue;
import org.mhpcheck.checker.cli.catalogue.Coverage;
import org.mhpcheck.checker.cli.catalogue.KnownBugs;
import org.mhpcheck.checker.cli.console.CliException;
import org.mhpcheck.checker.cli.console.Console;
import org.mhpcheck.checker.cli.console.Environment;
import org.mhpcheck.checker.cli.console.TimeBudget;
import org.mhpcheck.checker.cli.option.LimitOptions;
import org.mhpcheck.checker.cli.option.OutputOptions;
import org.mhpcheck.checker.cli.option.ResumeOption;
import org.mhpcheck.checker.cli.session.RunLock;
import org.mhpcheck.checker.cli.session.RunRetention;
import org.mhpcheck.checker.cli.session.RunSession;
import org.mhpcheck.checker.cli.session.RunsBefore;
import org.mhpcheck.checker.cli.session.Shard;
import org.mhpcheck.checker.cli.watch.TreeWatch;
import org.mhpcheck.checker.cli.watch.WatchedTrees;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.specs.scenario.Quantity;
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
public final class NightlyCommand implements Callable<Integer> {
  private final Environment environment;
  private final Instant started = Instant.now();

  @Mixin private OutputOptions output;
  @Mixin private ResumeOption resume;

  @Option(
      names = "--only",
      paramLabel = "GLOB",
      description = "Only scenarios whose name matches, such as 'history/*'.")
  private String only;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description =
          "Only the I-th of N parts of the scenarios, so that N machines ask all of them; the first"
              + " plants the faults.")
  private String shard;

  @Option(
      names = "--time",
      paramLabel = "T",
      description =
          "No longer than that, such as 30m or 6h; a question may take half of what is left. What is"
              + " not answered by then is inconclusive.")
  private String time;

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      description =
          "For the states of all questions that are asked at once, such as 512M or 2G (default: most"
              + " of Java's heap); each has its share.")
  private String memory;

  @Option(
      names = "--keep",
      paramLabel = "N",
      description = "Delete the oldest runs in mhpcheck-out but for N; not with --out.")
  private Integer keep;

  @Option(
      names = "--kernel",
      paramLabel = "DIR",
      description = {
        "Watch this kernel tree instead: compare it with the model of a design, ask it what that"
            + " design is asked, and prove the design.",
        "It is as expected if it breaks what the design is known to break, and nothing else."
      })
  private Path kernel;

  @Option(
      names = "--design",
      paramLabel = "D",
      description = "With --kernel: beside the tree (default: the nearest to its release).")
  private String design;

  @Option(
      names = "--full",
      description =
          "With --kernel: compare as much as conform --full. Else: watch every tree that kernel get"
              + " has fetched, too, each in a run of its own.")
  private boolean full;

  public NightlyCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    requireKeep();
    requireOfTree();
    Shard part = shard == null ? Shard.WHOLE : Shard.parse(shard);
    List<Scenario> chosen = kernel == null ? chosen(part) : List.of();
    TimeBudget budget =
        new TimeBudget(
            LimitOptions.quantity("--time", time, Quantity::time, "30m or 6h"), System::nanoTime);
    RunLock lock = RunLock.of(output.out == null ? OutputOptions.DEFAULT_PARENT : output.out);
    try {
      ExitStatus status =
          kernel == null
              ? run(chosen, part, budget).worse(watchAllAtHand(part, budget))
              : watch(budget);
      deleteOld();
      return status.code();
    } finally {
      lock.release();
    }
  }

  /** That all options are about what is asked. */
  private void requireOfTree() {
    if (kernel == null && design != null) {
      throw new CliException(ExitStatus.USAGE, "--design is for the tree of a --kernel");
    }
    if (kernel == null && full && only != null) {
      throw new CliException(
          ExitStatus.USAGE,
          "--full beside --only, expected one of them: it is everything; with --kernel, --only"
              + " chooses what of it is asked of the tree");
    }
    if (kernel != null && shard != null) {
      throw new CliException(
          ExitStatus.USAGE,
          "--shard beside --kernel, expected one of them: a tree is watched on one machine;"
              + " --only asks less of it");
    }
    if (kernel != null && resume.isGiven) {
      throw new CliException(
          ExitStatus.USAGE,
          "--resume beside --kernel, expected one of them: explorations of a tree are not kept");
    }
  }

  private ExitStatus watch(TimeBudget budget) {
    return watched(budget).watch(kernel, Optional.ofNullable(design).map(Catalogue::design));
  }

  private ExitStatus watchAllAtHand(Shard part, TimeBudget budget) {
    return full && part.isFirst() ? watched(budget).watchAllAtHand() : ExitStatus.OK;
  }

  private WatchedTrees watched(TimeBudget budget) {
    return new WatchedTrees(
        environment,
        output,
        new TreeWatch.Extent(isChosen(), full, budget, LimitOptions.bytes("--memory", memory)));
  }

  private void requireKeep() {
    if (keep != null && keep < 1) {
      throw new CliException(ExitStatus.USAGE, "--keep is %d, expected at least 1".formatted(keep));
    }
    if (keep != null && output.out != null) {
      throw new CliException(
          ExitStatus.USAGE,
          "--keep beside --out, expected one of them: it counts runs by their time");
    }
  }

  private ExitStatus run(List<Scenario> chosen, Shard part, TimeBudget budget) {
    RunSession session =
        new RunSession(environment, output, false)
            .resuming(resume.isGiven)
            .keeping("nightly%s%s".formatted(given("--only", only), given("--shard", shard)))
            .within(budget)
            .withMemory(LimitOptions.bytes("--memory", memory))
            .looking(new RunsBefore(output))
            .telling(Coverage.of(chosen.stream().map(Scenario::name).toList()));
    if (only == null && part.isFirst()) {
      session.planting(
          Catalogue.mutants(() -> environment.interrupt().isRequested() || budget.isOver()));
    }
    RunReport run = session.run(chosen, List.of(), RunSession.Tell.SURPRISES);
    Console console = environment.console();
    KnownBugs.tell(console, run, chosen.stream().map(Scenario::name).toList());
    if (!output.quiet) {
      session.history().ifPresent(h -> RunsBefore.tellWhatDiffers(console, h));
    }
    return run.exitStatus();
  }

  private void deleteOld() {
    if (keep != null) {
      RunRetention.keep(OutputOptions.DEFAULT_PARENT, keep, started)
          .forEach(old -> environment.console().remark("deleted " + old));
    }
  }

  private static String given(String option, String value) {
    return value == null ? "" : " " + option + " " + value;
  }

  private List<Scenario> chosen(Shard part) {
    ScenarioCatalogue catalogue = Catalogue.scenarios();
    List<String> names = part.of(chosen(catalogue));
    if (names.isEmpty()) {
      throw new CliException(
          ExitStatus.USAGE, "--shard '%s' is left none of the scenarios".formatted(shard));
    }
    return names.stream().map(catalogue::read).toList();
  }

  private Predicate<String> isChosen() {
    if (only == null) {
      return name -> true;
    }
    PathMatcher matcher = matcher(only);
    return name -> matcher.matches(Path.of(name));
  }

  private List<String> chosen(ScenarioCatalogue catalogue) {
    List<String> names = catalogue.names().stream().filter(isChosen()).toList();
    if (names.isEmpty()) {
      throw new CliException(
          ExitStatus.USAGE,
          "--only '%s' chooses none of %d scenarios, see mhpcheck list scenarios"
              .formatted(only, catalogue.names().size()));
    }
    return names;
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
