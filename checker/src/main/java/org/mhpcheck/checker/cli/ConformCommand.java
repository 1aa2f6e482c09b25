package org.mhpcheck.checker.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.mhpcheck.checker.bind.CacheDirectory;
import org.mhpcheck.checker.bind.CompiledKernel;
import org.mhpcheck.checker.bind.Conformance;
import org.mhpcheck.checker.bind.KernelBuild;
import org.mhpcheck.checker.bind.KernelTree;
import org.mhpcheck.checker.bind.Provenance;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.design.Design;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "conform",
    description = {
      "Compares the model of a design with the functions of a kernel tree, compiled in user",
      "space: every step on every section state that the model can come to, with every fault."
    })
final class ConformCommand implements Callable<Integer> {
  private static final int MOST_DISAGREEMENTS = 5;

  /** The sizes at which the states that the model comes to are few enough. */
  private static final List<Integer> REACHED = List.of(4, 8);

  /** The size at which all states there are, are few enough. */
  private static final int ALL = 2;

  private final Environment environment;

  @Option(names = "--kernel", required = true, paramLabel = "DIR", description = "Its source.")
  private Path kernel;

  @Option(names = "--design", required = true, paramLabel = "D", description = "Such as v6.12.")
  private String design;

  @Option(
      names = "--full",
      description = "Also on every section of 2 subsections, whether any kernel makes it or not.")
  private boolean full;

  @Option(names = "--verbose", description = "Also which files and functions it was made of.")
  private boolean verbose;

  ConformCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Design modelled = Catalogue.design(design);
    KernelBuild build = KernelBuild.of(new KernelTree(kernel), CacheDirectory.ofProcess());
    say(build.provenance());
    ExitStatus status = ExitStatus.OK;
    for (int size : REACHED) {
      status = status.worse(conform(build, size, modelled, Conformance::run, "reached"));
    }
    if (full) {
      status = status.worse(conform(build, ALL, modelled, Conformance::runOnAllStates, "all"));
    }
    return status.code();
  }

  private ExitStatus conform(
      KernelBuild build,
      int size,
      Design modelled,
      Function<Conformance, Conformance.Result> way,
      String states) {
    try (CompiledKernel compiled = new CompiledKernel(build, size)) {
      Conformance.Result result =
          way.apply(new Conformance(modelled, compiled, MOST_DISAGREEMENTS));
      say(result, states, build.program(size));
      return result.agrees() ? ExitStatus.OK : ExitStatus.VIOLATED;
    }
  }

  private void say(Provenance made) {
    PrintStream out = environment.console().out();
    out.printf("kernel %s (linux %s), %s%n", made.tree(), made.release(), made.compiler());
    out.printf(
        "%d functions of its own, %d names shimmed%n",
        made.functions().size(), made.shimmed().size());
    if (verbose) {
      made.files().forEach((file, sha256) -> out.printf("  %s  %s%n", sha256, file));
      out.println("  its own: " + String.join(", ", made.functions()));
      out.println("  shimmed: " + String.join(", ", made.shimmed()));
    }
  }

  private void say(Conformance.Result result, String states, Path program) {
    PrintStream out = environment.console().out();
    result.disagreements().stream().flatMap(d -> d.lines().stream()).forEach(out::println);
    if (!result.agrees()) {
      out.println("To do one again: " + program + " text, and its line");
    }
    out.printf(
        "%s %s subsections=%d states=%s:%d pairs=%d pairs/s=%.0f%s%n",
        result.agrees() ? "AGREES" : "DISAGREES",
        design,
        result.subsections(),
        states,
        result.states(),
        result.pairs(),
        result.pairs() / Math.max(result.seconds(), 1e-3),
        result.agrees() ? "" : ", stopped at " + result.disagreements().size());
  }
}
