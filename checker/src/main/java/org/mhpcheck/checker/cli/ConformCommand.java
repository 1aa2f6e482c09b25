package org.mhpcheck.checker.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mhpcheck.checker.bind.build.KernelBuild;
import org.mhpcheck.checker.bind.conform.Conformance;
import org.mhpcheck.checker.bind.conform.Disagreement;
import org.mhpcheck.checker.bind.coverage.Coverage;
import org.mhpcheck.checker.bind.coverage.LinesRun;
import org.mhpcheck.checker.bind.harness.CompiledKernel;
import org.mhpcheck.checker.bind.source.KernelTree;
import org.mhpcheck.checker.bind.source.Provenance;
import org.mhpcheck.checker.bind.tool.CacheDirectory;
import org.mhpcheck.checker.bind.tool.Flavour;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.Altmap;
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

  /** Which lines are reached is asked of kernels that differ, too. */
  private static final int MOST_DISAGREEMENTS_COVERED = 1000;

  /** Of places that are not reached; --verbose tells all. */
  private static final int MOST_PLACES = 6;

  private final Environment environment;

  @Option(names = "--kernel", required = true, paramLabel = "DIR", description = "Its source.")
  private Path kernel;

  @Option(names = "--design", required = true, paramLabel = "D", description = "Such as v6.12.")
  private String design;

  @Option(
      names = "--full",
      description = "Also on every section of 2 subsections, whether any kernel makes it or not.")
  private boolean full;

  @Option(
      names = "--asan",
      description = "Under AddressSanitizer and UndefinedBehaviorSanitizer, which is slower.")
  private boolean sanitized;

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
    ExitStatus status =
        Stream.concat(asked(), full ? askedInFull() : Stream.empty())
            .map(a -> conform(build, modelled, a))
            .reduce(ExitStatus.OK, ExitStatus::worse);
    say(coverage(build, modelled));
    return status.code();
  }

  /** At the smallest size only: what lines there are does not hang on it. */
  private static Coverage coverage(KernelBuild build, Design modelled) {
    return Coverage.of(
        build,
        4,
        kernel -> {
          Conformance asked = new Conformance(modelled, kernel, MOST_DISAGREEMENTS_COVERED);
          asked.sections(asked.altmaps());
        });
  }

  private Flavour flavour() {
    return sanitized ? Flavour.SANITIZED : Flavour.PLAIN;
  }

  /** One comparison, at one size. */
  private record Asked(int subsections, Function<Conformance, Conformance.Result> way) {}

  private static Stream<Asked> asked() {
    return Stream.of(
        new Asked(4, c -> c.loops(2, c.altmaps())),
        new Asked(4, c -> c.loops(3, c.altmaps())),
        new Asked(4, c -> c.sections(c.altmaps())),
        new Asked(8, c -> c.sections(c.altmaps())),
        new Asked(4, c -> c.systems(2, c.altmaps())));
  }

  private static Stream<Asked> askedInFull() {
    return Stream.of(
        new Asked(2, c -> c.allSections(c.altmaps())),
        new Asked(8, c -> c.systems(2, List.of(Altmap.NONE))));
  }

  private ExitStatus conform(KernelBuild build, Design modelled, Asked asked) {
    try (CompiledKernel compiled = new CompiledKernel(build, asked.subsections(), flavour())) {
      Conformance.Result result =
          asked.way().apply(new Conformance(modelled, compiled, MOST_DISAGREEMENTS));
      say(result, build);
      return result.agrees() ? ExitStatus.OK : ExitStatus.VIOLATED;
    }
  }

  private void say(Provenance made) {
    PrintStream out = environment.console().out();
    out.printf("kernel %s (linux %s), %s%n", made.tree(), made.release(), made.compiler());
    Tree.newerThanCatalogue(made.release()).ifPresent(out::println);
    out.printf(
        "%d functions of its own, %d names shimmed%n",
        made.functions().size(), made.shimmed().size());
    if (verbose) {
      made.files().forEach((file, sha256) -> out.printf("  %s  %s%n", sha256, file));
      out.println("  its own: " + String.join(", ", made.functions()));
      out.println("  shimmed: " + String.join(", ", made.shimmed()));
    }
  }

  private void say(Conformance.Result result, KernelBuild build) {
    PrintStream out = environment.console().out();
    int sections = result.geometry().sections();
    int subsections = result.geometry().subsections();
    for (Disagreement disagreement : result.disagreements()) {
      disagreement.lines().forEach(out::println);
      LinesRun.of(build, sections, subsections, disagreement.line())
          .forEach(place -> out.println("  ran       " + place));
    }
    if (!result.agrees()) {
      out.printf(
          "To do one again: %s %d text, and its line%n",
          build.program(subsections, flavour()), sections);
    }
    out.printf(
        "%s %s %s=%dx%d states=%d pairs=%d pairs/s=%.0f%s%s%n",
        result.agrees() ? "AGREES" : "DISAGREES",
        design,
        result.asked(),
        result.geometry().sections(),
        result.geometry().subsections(),
        result.states(),
        result.pairs(),
        result.pairs() / Math.max(result.seconds(), 1e-3),
        result.exposed() == 0 ? "" : " exposed=" + result.exposed(),
        result.agrees() ? "" : ", stopped at " + result.disagreements().size());
  }

  private void say(Coverage coverage) {
    List<String> places = coverage.notReached();
    int told = verbose ? places.size() : Math.min(places.size(), MOST_PLACES);
    String rest = told < places.size() ? ", and %d more".formatted(places.size() - told) : "";
    environment
        .console()
        .out()
        .printf(
            "kernel lines reached: %d of %d%s%n",
            coverage.reached(),
            coverage.lines(),
            places.isEmpty()
                ? ""
                : " (not reached: %s%s)"
                    .formatted(String.join(", ", places.subList(0, told)), rest));
  }
}
