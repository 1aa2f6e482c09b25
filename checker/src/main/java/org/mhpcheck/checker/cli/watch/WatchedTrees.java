package org.mhpcheck.checker.cli.watch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mhpcheck.checker.bind.source.KernelPackage;
import org.mhpcheck.checker.bind.source.KernelTree;
import org.mhpcheck.checker.bind.tool.CacheDirectory;
import org.mhpcheck.checker.cli.console.Environment;
import org.mhpcheck.checker.cli.console.Failure;
import org.mhpcheck.checker.cli.option.OutputOptions;
import org.mhpcheck.checker.cli.session.RunsBefore;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.design.Design;

/** Kernel trees that are watched: one, or every one that was fetched. */
public final class WatchedTrees {
  /** What is wrong with one tree, and not with whatever is asked. */
  private static final Set<ExitStatus> OF_THE_TREE =
      Set.of(ExitStatus.VIOLATED, ExitStatus.CONFIGURATION, ExitStatus.USAGE);

  private final Environment environment;
  private final OutputOptions output;
  private final TreeWatch.Extent extent;

  public WatchedTrees(Environment environment, OutputOptions output, TreeWatch.Extent extent) {
    this.environment = environment;
    this.output = output;
    this.extent = extent;
  }

  /**
   * Watches one, and tells what differs from the run before.
   *
   * @param named the design that stands beside it; empty for the nearest
   */
  public ExitStatus watch(Path kernel, Optional<Design> named) {
    return watch(environment, output, kernel, named);
  }

  private ExitStatus watch(
      Environment asked, OutputOptions where, Path kernel, Optional<Design> named) {
    TreeWatch watch = new TreeWatch(asked, where, extent);
    ExitStatus status = watch.run(kernel, named);
    if (!output.quiet) {
      watch.history().ifPresent(h -> RunsBefore.tellWhatDiffers(asked.console(), h));
    }
    return status;
  }

  /** Watches every tree that {@code kernel get} has fetched. */
  public ExitStatus watchAllAtHand() {
    return watchAll(KernelPackage.allCached(CacheDirectory.ofProcess()));
  }

  /** Watches each as if it alone were asked for. One that cannot be asked keeps none from it. */
  ExitStatus watchAll(List<KernelTree> trees) {
    if (trees.isEmpty()) {
      environment
          .console()
          .remark("no kernel tree is at hand to watch: ./mhpcheck kernel get 6.12 fetches one");
    }
    ExitStatus status = ExitStatus.OK;
    for (KernelTree tree : trees) {
      status = status.worse(watchOneOfAll(tree.directory()));
    }
    return status;
  }

  private ExitStatus watchOneOfAll(Path directory) {
    String name = directory.getFileName().toString();
    try {
      return watch(asking(directory), output.beside(name), directory, Optional.empty());
    } catch (RuntimeException e) {
      Failure failure = Failure.of(e);
      if (!OF_THE_TREE.contains(failure.status())) {
        throw e;
      }
      environment.console().remark(name + " could not be watched:");
      failure.tell(environment.console());
      return failure.status();
    }
  }

  /** What would ask the same of one tree: the run goes by that. */
  private Environment asking(Path kernel) {
    List<String> arguments = new ArrayList<>(environment.arguments());
    arguments.add(1, "--kernel");
    arguments.add(2, kernel.toString());
    return new Environment(environment.console(), environment.interrupt(), arguments);
  }
}
