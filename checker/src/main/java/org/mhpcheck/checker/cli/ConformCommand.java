package org.mhpcheck.checker.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
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

  private final Environment environment;

  @Option(names = "--kernel", required = true, paramLabel = "DIR", description = "Its source.")
  private Path kernel;

  @Option(names = "--design", required = true, paramLabel = "D", description = "Such as v6.12.")
  private String design;

  @Option(
      names = "--subsections",
      split = ",",
      paramLabel = "K",
      description = "Of one section, 4 or 8 (default: both).")
  private List<Integer> subsections = List.of(4, 8);

  @Option(names = "--verbose", description = "Also which files and functions it was made of.")
  private boolean verbose;

  ConformCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Design modelled = Catalogue.design(design);
    requireSizes();
    KernelBuild build = KernelBuild.of(new KernelTree(kernel), CacheDirectory.ofProcess());
    say(build.provenance());
    ExitStatus status = ExitStatus.OK;
    for (int size : subsections) {
      try (CompiledKernel compiled = new CompiledKernel(build, size)) {
        Conformance.Result result = new Conformance(modelled, compiled, MOST_DISAGREEMENTS).run();
        say(result, build.program(size));
        status = status.worse(result.agrees() ? ExitStatus.OK : ExitStatus.VIOLATED);
      }
    }
    return status.code();
  }

  private void requireSizes() {
    for (int size : subsections) {
      if (size != 4 && size != 8) {
        throw new CliException(
            ExitStatus.USAGE, "--subsections is %d, expected 4 or 8".formatted(size));
      }
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

  private void say(Conformance.Result result, Path program) {
    PrintStream out = environment.console().out();
    result.disagreements().stream().flatMap(d -> d.lines().stream()).forEach(out::println);
    if (!result.agrees()) {
      out.println("To do one again: " + program + " text, and its line");
    }
    out.printf(
        "%s %s subsections=%d states=%d pairs=%d pairs/s=%.0f%s%n",
        result.agrees() ? "AGREES" : "DISAGREES",
        design,
        result.subsections(),
        result.states(),
        result.pairs(),
        result.pairs() / Math.max(result.seconds(), 1e-3),
        result.agrees() ? "" : ", stopped at " + result.disagreements().size());
  }
}
