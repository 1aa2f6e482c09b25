package org.mhpcheck.checker.cli.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mhpcheck.checker.bind.tool.Configuration;
import org.mhpcheck.checker.bind.tool.Flavour;
import org.mhpcheck.checker.cli.catalogue.Catalogue;
import org.mhpcheck.checker.cli.console.Environment;
import org.mhpcheck.checker.cli.console.Interruptible;
import org.mhpcheck.checker.cli.option.OutputOptions;
import org.mhpcheck.checker.cli.tree.ConformQuestion;
import org.mhpcheck.checker.cli.tree.ConformRun;
import org.mhpcheck.checker.cli.tree.Tree;
import org.mhpcheck.model.answer.ConformReport;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.reports.OutputFile;
import org.mhpcheck.reports.json.ConformWriter;
import org.mhpcheck.reports.terminal.ConformText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "conform",
    description = {
      "Compares the model of a design with the functions of a kernel tree, compiled in user",
      "space: its loops over sections, every step on every section state that the model can come",
      "to, and every call over two sections; with every fault."
    })
public final class ConformCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(names = "--kernel", required = true, paramLabel = "DIR", description = "Its source.")
  private Path kernel;

  @Option(
      names = "--design",
      paramLabel = "D",
      description =
          "Such as v6.12 (default: the nearest to the tree's release). The tree is configured as it"
              + " is, with VMEMMAP or without.")
  private String design;

  @Option(
      names = "--full",
      description =
          "Also every call over two sections of 8 subsections, and every step on every section of"
              + " 2 subsections, whether any kernel makes it or not.")
  private boolean full;

  @Option(
      names = "--asan",
      description = "Under AddressSanitizer and UndefinedBehaviorSanitizer, which is slower.")
  private boolean sanitized;

  @Option(names = "--json", paramLabel = "FILE", description = "Write what came of it as JSON.")
  private Path json;

  @Option(names = "--quiet", description = "Result lines and summary only.")
  private boolean quiet;

  @Option(names = "--verbose", description = "Also which files and functions it was made of.")
  private boolean verbose;

  public ConformCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    if (json != null) {
      OutputOptions.requireFile("--json", json);
    }
    Optional<Design> named = Optional.ofNullable(design).map(Catalogue::design);
    Configuration configuration = named.map(Tree::configuration).orElse(Configuration.VMEMMAP);
    Optional<Tree> tree =
        new Interruptible(environment.interrupt(), () -> {})
            .run(() -> Tree.at(kernel, configuration));
    return tree.isEmpty() ? nothing() : compare(tree.get(), named);
  }

  private int nothing() {
    environment.console().out().println("INCONCLUSIVE: interrupted before anything was compared");
    return ExitStatus.INCONCLUSIVE.code();
  }

  private int compare(Tree tree, Optional<Design> named) {
    Design modelled = named.orElseGet(() -> nearest(tree));
    ConformText text = new ConformText(environment.console().out(), modelled, how());
    text.kernel(tree.compiledFrom());
    Tree.newerThanCatalogue(tree.compiledFrom().release())
        .ifPresent(environment.console().out()::println);
    ConformRun run = new ConformRun(environment, tree, modelled, flavour(), text);
    ConformReport report = run.compare(ConformQuestion.of(modelled, full), !quiet);
    // Told before it is written: a disk that fails now must not take the answers with it.
    text.total(report);
    if (json != null) {
      OutputFile.write(json, new ConformWriter(report)::write);
    }
    return report.conclusion().exitStatus().code();
  }

  private Design nearest(Tree tree) {
    Design nearest = tree.nearestDesign();
    if (!quiet) {
      environment
          .console()
          .remark(
              "%s is compared with the model of %s, the nearest in the catalogue"
                  .formatted(tree.name(), nearest));
    }
    return nearest;
  }

  private Flavour flavour() {
    return sanitized ? Flavour.SANITIZED : Flavour.PLAIN;
  }

  private ConformText.How how() {
    if (quiet) {
      return ConformText.How.QUIET;
    }
    return verbose ? ConformText.How.VERBOSE : ConformText.How.PLAIN;
  }
}
