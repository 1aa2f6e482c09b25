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
import org.mhpcheck.checker.cli.console.Failure;
import org.mhpcheck.checker.cli.console.Interruptible;
import org.mhpcheck.checker.cli.console.TimeBudget;
import org.mhpcheck.checker.cli.option.OutputOptions;
import org.mhpcheck.checker.cli.session.DesignRun;
import org.mhpcheck.checker.cli.session.RunOutput;
import org.mhpcheck.checker.cli.session.RunsBefore;
import org.mhpcheck.checker.cli.tree.AskedTrees;
import org.mhpcheck.checker.cli.tree.ConformQuestion;
import org.mhpcheck.checker.cli.tree.ConformRun;
import org.mhpcheck.checker.cli.tree.DesignQuestions;
import org.mhpcheck.checker.cli.tree.Tree;
import org.mhpcheck.checker.tool.ToolException;
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
import org.mhpcheck.reports.text.Words;

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

  /** What has kept a part of it from its end; the rest is asked nevertheless. */
  private final List<Failure> failures = new ArrayList<>();

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
    Optional<CompiledFrom> compiled = preparing.run(() -> compiled(tree, trees, questions));
    if (compiled.isEmpty()) {
      return nothing();
    }
    RunDirectory directory = RunOutput.directory(output.out, started);
    Optional<Failure> unexplored = failures.stream().findFirst();
    Optional<ConformReport> conformance = compared(tree, design, questions.compared());
    List<RunReport> parts = new ArrayList<>();
    List<NotAsked> notAsked = new ArrayList<>(questions.notAsked());
    DesignRun run =
        new DesignRun(environment, output, extent.budget(), extent.memory(), new Foretold(design));
    if (unexplored.isEmpty() && !questions.explored().isEmpty()) {
      unexplored =
          unlessTheTreeFails(
              () -> parts.add(run.ofTree(trees, questions.ofTree(), questions.calls())));
    }
    unexplored.ifPresent(why -> notAsked.addAll(unexplored(questions, why)));
    if (!questions.proofs().isEmpty()) {
      parts.add(run.ofModel(questions.proofs(), List.of()));
    }
    RunReport report = whole(parts, notAsked, compiled.get(), conformance);
    write(report, directory, conformance);
    return report.exitStatus();
  }

  /** Why {@code work} was not done: the tree let it down, which is said, and counts. */
  private Optional<Failure> unlessTheTreeFails(Runnable work) {
    try {
      work.run();
      return Optional.empty();
    } catch (ToolException e) {
      return Optional.of(failed(e));
    }
  }

  private Failure failed(RuntimeException e) {
    Failure failure = Failure.of(e);
    failure.tell(environment.console());
    failures.add(failure);
    return failure;
  }

  /** That nothing is found step by step, and why. */
  private static List<NotAsked> unexplored(Questions questions, Failure why) {
    String reason = Words.oneLine(why.thrown().getMessage());
    return questions.explored().stream().map(s -> new NotAsked(s.name(), reason)).toList();
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

  /** Of a tree that plans its loops otherwise, what is found step by step would not be true. */
  private CompiledFrom compiled(Tree tree, AskedTrees trees, Questions questions) {
    try {
      trees.compile(questions.explored());
    } catch (CliException e) {
      if (e.status() != ExitStatus.VIOLATED) {
        throw e;
      }
      failed(e);
    }
    CompiledFrom made = tree.compiledFrom();
    for (ConformQuestion question : questions.compared()) {
      if (question.isOfSpans()) {
        made = made.with(Tree.texts(tree.build().ofSpans()));
      } else if (question.isOfPlacements()) {
        made = made.with(Tree.texts(tree.build().ofPlacements()));
      }
    }
    return made;
  }

  private Optional<ConformReport> compared(
      Tree tree, Design design, List<ConformQuestion> questions) {
    List<ConformReport> report = new ArrayList<>();
    if (!questions.isEmpty()) {
      unlessTheTreeFails(
          () ->
              report.add(
                  ConformRun.inShort(
                      environment,
                      tree,
                      design,
                      questions,
                      extent.budget(),
                      /* showsProgress= */ !output.quiet)));
    }
    return report.stream().findFirst();
  }

  private RunReport whole(
      List<RunReport> parts,
      List<NotAsked> notAsked,
      CompiledFrom compiled,
      Optional<ConformReport> conformance) {
    Optional<RunReport> asked =
        parts.isEmpty() ? Optional.empty() : Optional.of(DesignRun.all(parts));
    ExitStatus status =
        conformance
            .map(c -> c.conclusion().exitStatus())
            .orElse(ExitStatus.OK)
            .worse(asked.map(RunReport::exitStatus).orElse(ExitStatus.OK))
            .worse(failures.stream().map(Failure::status).reduce(ExitStatus.OK, ExitStatus::worse));
    return new RunReport(
        environment.version(),
        environment.command(),
        Optional.of(
            new RunReport.Timing(started, Duration.ofNanos(System.nanoTime() - startedNanos))),
        asked.map(RunReport::findings).orElse(List.of()),
        DesignRun.joined(notAsked, asked.map(RunReport::notAsked).orElse(List.of())),
        List.of(compiled),
        failures.isEmpty()
            && asked.map(RunReport::complete).orElse(true)
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
