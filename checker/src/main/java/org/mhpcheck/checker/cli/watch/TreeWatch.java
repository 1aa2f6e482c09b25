package org.mhpcheck.checker.cli.watch;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.mhpcheck.checker.bind.tool.Configuration;
import org.mhpcheck.checker.bind.tool.Flavour;
import org.mhpcheck.checker.cli.catalogue.Catalogue;
import org.mhpcheck.checker.cli.catalogue.Foretold;
import org.mhpcheck.checker.cli.console.CliException;
import org.mhpcheck.checker.cli.console.Console;
import org.mhpcheck.checker.cli.console.Environment;
import org.mhpcheck.checker.cli.console.Interruptible;
import org.mhpcheck.checker.cli.console.TimeBudget;
import org.mhpcheck.checker.cli.option.OutputOptions;
import org.mhpcheck.checker.cli.session.RunOutput;
import org.mhpcheck.checker.cli.session.RunsBefore;
import org.mhpcheck.checker.cli.tree.AskedTrees;
import org.mhpcheck.checker.cli.tree.ConformQuestion;
import org.mhpcheck.checker.cli.tree.ConformRun;
import org.mhpcheck.checker.cli.tree.DesignQuestions;
import org.mhpcheck.checker.cli.tree.Tree;
import org.mhpcheck.model.answer.CompiledFrom;
import org.mhpcheck.model.answer.ConformReport;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.answer.NotAsked;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.reports.OutputFile;
import org.mhpcheck.reports.RunDirectory;
import org.mhpcheck.reports.html.view.Background;
import org.mhpcheck.reports.json.ConformWriter;
import org.mhpcheck.reports.past.History;

/**
 * A kernel tree's night: compared with the model of the design that stands beside it, asked what
 * that design is asked, and the design's proofs.
 */
public final class TreeWatch {
  private final Environment environment;
  private final OutputOptions output;
  private final Extent extent;
  private final Instant started = Instant.now();
  private final long startedNanos = System.nanoTime();
  private Optional<History> history = Optional.empty();

  /**
   * How much is asked.
   *
   * @param isChosen which scenarios and comparisons, by name
   * @param full whether all is compared that can be
   * @param budget how long all of it may take
   * @param memory for states; empty for most of Java's heap
   */
  public record Extent(
      Predicate<String> isChosen, boolean full, TimeBudget budget, Optional<Long> memory) {}

  TreeWatch(Environment environment, OutputOptions output, Extent extent) {
    this.environment = environment;
    this.output = output;
    this.extent = extent;
  }

  /** What it is asked, by kind. */
  private record Questions(
      List<ConformQuestion> compared,
      List<Scenario> ofTree,
      List<Scenario> calls,
      List<Scenario> proofs,
      List<NotAsked> notAsked) {

    List<Scenario> explored() {
      return DesignRun.joined(ofTree, calls);
    }

    boolean isEmpty() {
      return compared.isEmpty() && explored().isEmpty() && proofs.isEmpty();
    }
  }

  /**
   * What was compiled.
   *
   * @param cannotBeExplored why what is found step by step would not be said of its calls
   */
  private record Compiled(CompiledFrom from, Optional<CliException> cannotBeExplored) {

    Questions left(Questions questions) {
      return cannotBeExplored.isEmpty()
          ? questions
          : new Questions(
              questions.compared(),
              List.of(),
              List.of(),
              questions.proofs(),
              DesignRun.joined(
                  questions.notAsked(),
                  questions.explored().stream()
                      .map(s -> new NotAsked(s.name(), cannotBeExplored.get().getMessage()))
                      .toList()));
    }

    ExitStatus status() {
      return cannotBeExplored.map(CliException::status).orElse(ExitStatus.OK);
    }
  }

  /** The runs before, and this one; empty until it was written. */
  Optional<History> history() {
    return history;
  }

  /**
   * Does all of it until done, interrupted, or out of time, writes what came of it, and says so.
   *
   * @param named the design that stands beside it; empty for the nearest
   */
  ExitStatus run(Path kernel, Optional<Design> named) {
    output.requireFiles();
    Configuration configuration = named.map(Tree::configuration).orElse(Configuration.VMEMMAP);
    Interruptible preparing = preparing();
    Optional<Tree> sliced = preparing.run(() -> Tree.at(kernel, configuration));
    if (sliced.isEmpty()) {
      return nothing();
    }
    Tree tree = sliced.get();
    Design design = named.orElseGet(tree::nearestDesign);
    Questions questions = questions(tree, design);
    say(tree, design, named.isEmpty());
    AskedTrees trees = new AskedTrees(List.of(tree), design, Flavour.PLAIN);
    Optional<Compiled> compiled = preparing.run(() -> compiled(tree, trees, questions));
    if (compiled.isEmpty()) {
      return nothing();
    }
    RunDirectory directory = RunOutput.directory(output.out, started);
    Optional<ConformReport> conformance = compared(tree, design, questions.compared());
    Questions left = compiled.get().left(questions);
    RunReport report =
        whole(asked(trees, design, left), left.notAsked(), compiled.get(), conformance);
    write(report, directory, conformance);
    return report.exitStatus();
  }

  private Interruptible preparing() {
    BooleanSupplier isOver = extent.budget().isOverForOne();
    return new Interruptible(
        () -> environment.interrupt().isRequested() || isOver.getAsBoolean(), () -> {});
  }

  private ExitStatus nothing() {
    environment
        .console()
        .out()
        .println(
            "INCONCLUSIVE: %s before anything was asked"
                .formatted(
                    environment.interrupt().isRequested()
                        ? "interrupted"
                        : extent.budget().reasonOfOne()));
    return ExitStatus.INCONCLUSIVE;
  }

  private Questions questions(Tree tree, Design design) {
    DesignQuestions all = new DesignQuestions(design, "tree");
    List<ConformQuestion> compared =
        ConformQuestion.of(design, extent.full()).stream()
            .filter(q -> extent.isChosen().test(q.name()))
            .toList();
    Questions questions =
        new Questions(
            compared,
            chosen(all.ofTree(tree)),
            chosen(all.calls()),
            chosen(all.proofs()),
            all.notAsked());
    if (questions.isEmpty()) {
      throw new CliException(
          ExitStatus.USAGE, "--only chooses nothing that is asked of %s".formatted(tree.given()));
    }
    return questions;
  }

  private List<Scenario> chosen(List<Scenario> scenarios) {
    return scenarios.stream().filter(s -> extent.isChosen().test(s.name())).toList();
  }

  private void say(Tree tree, Design design, boolean isNearest) {
    Console console = environment.console();
    tree.sayIfNewerThanCatalogue(console);
    if (!output.quiet) {
      console.remark(
          "%s is watched; beside it the model of %s%s"
              .formatted(tree.name(), design, isNearest ? ", the nearest in the catalogue" : ""));
    }
  }

  private Compiled compiled(Tree tree, AskedTrees trees, Questions questions) {
    Optional<CliException> cannotBeExplored = Optional.empty();
    try {
      trees.compile(questions.explored());
    } catch (CliException e) {
      if (e.status() != ExitStatus.VIOLATED) {
        throw e;
      }
      environment.console().remark(e.getMessage());
      cannotBeExplored = Optional.of(e);
    }
    CompiledFrom made = tree.compiledFrom();
    for (ConformQuestion question : questions.compared()) {
      if (question.isOfSpans()) {
        made = made.with(Tree.texts(tree.build().ofSpans()));
      } else if (question.isOfPlacements()) {
        made = made.with(Tree.texts(tree.build().ofPlacements()));
      }
    }
    return new Compiled(made, cannotBeExplored);
  }

  private Optional<ConformReport> compared(
      Tree tree, Design design, List<ConformQuestion> questions) {
    return questions.isEmpty()
        ? Optional.empty()
        : Optional.of(
            ConformRun.inShort(
                environment,
                tree,
                design,
                questions,
                extent.budget(),
                /* showsProgress= */ !output.quiet));
  }

  private List<RunReport> asked(AskedTrees trees, Design design, Questions questions) {
    DesignRun run =
        new DesignRun(environment, output, extent.budget(), extent.memory(), new Foretold(design));
    List<RunReport> parts = new ArrayList<>();
    if (!questions.explored().isEmpty()) {
      parts.add(run.ofTree(trees, questions.ofTree(), questions.calls()));
    }
    if (!questions.proofs().isEmpty()) {
      parts.add(run.ofModel(questions.proofs(), List.of()));
    }
    return parts;
  }

  private RunReport whole(
      List<RunReport> parts,
      List<NotAsked> notAsked,
      Compiled compiled,
      Optional<ConformReport> conformance) {
    Optional<RunReport> asked =
        parts.isEmpty() ? Optional.empty() : Optional.of(DesignRun.all(parts));
    ExitStatus status =
        conformance
            .map(c -> c.conclusion().exitStatus())
            .orElse(ExitStatus.OK)
            .worse(asked.map(RunReport::exitStatus).orElse(ExitStatus.OK))
            .worse(compiled.status());
    return new RunReport(
        environment.version(),
        environment.command(),
        Optional.of(
            new RunReport.Timing(started, Duration.ofNanos(System.nanoTime() - startedNanos))),
        asked.map(RunReport::findings).orElse(List.of()),
        DesignRun.joined(notAsked, asked.map(RunReport::notAsked).orElse(List.of())),
        List.of(compiled.from()),
        asked.map(RunReport::complete).orElse(true)
            && conformance.map(ConformReport::complete).orElse(true),
        status);
  }

  private void write(
      RunReport report, RunDirectory directory, Optional<ConformReport> conformance) {
    RunOutput told =
        new RunOutput(environment.console(), output, Optional.of(new RunsBefore(output)));
    told.tell(report, List.of());
    conformance.ifPresent(
        c ->
            OutputFile.write(
                directory.path().resolve(RunDirectory.CONFORMANCE), new ConformWriter(c)::write));
    Background background = Catalogue.background();
    told.write(report, directory, conformance.map(background::with).orElse(background));
    history = told.history();
  }
}
