package org.mhpcheck.checker.cli.command;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mhpcheck.checker.bind.tool.Flavour;
import org.mhpcheck.checker.cli.catalogue.Catalogue;
import org.mhpcheck.checker.cli.catalogue.Foretold;
import org.mhpcheck.checker.cli.console.Console;
import org.mhpcheck.checker.cli.console.Environment;
import org.mhpcheck.checker.cli.console.TimeBudget;
import org.mhpcheck.checker.cli.option.OutputOptions;
import org.mhpcheck.checker.cli.session.DesignRun;
import org.mhpcheck.checker.cli.session.RunOutput;
import org.mhpcheck.checker.cli.tree.AskedTrees;
import org.mhpcheck.checker.cli.tree.ConformQuestion;
import org.mhpcheck.checker.cli.tree.ConformRun;
import org.mhpcheck.checker.cli.tree.DesignQuestions;
import org.mhpcheck.checker.cli.tree.Tree;
import org.mhpcheck.model.answer.ConformReport;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.reports.terminal.ResultLines;
import org.mhpcheck.reports.terminal.Summary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "evidence",
    description = {
      "Makes a pack for the review of a design: every scenario that asks of it, every kind of"
          + " caller and proofs at every architecture; with --kernel the tree, too, and whether the"
          + " model does what it does.",
      "The report as HTML, and as PDF where there is Chromium; results for machines; and a manifest."
          + " Made twice, it is the same bytes, but for timing.json."
    })
public final class EvidenceCommand implements Callable<Integer> {
  private final Environment environment;
  private final Instant started = Instant.now();
  private final long startedNanos = System.nanoTime();

  @Option(names = "--design", required = true, paramLabel = "D", description = "Such as v6.12.")
  private String design;

  @Option(
      names = "--kernel",
      paramLabel = "DIR",
      description = "A kernel tree to stand beside the design, compiled in user space.")
  private Path kernel;

  @Mixin private OutputOptions output;

  public EvidenceCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Design asked = Catalogue.design(design);
    DesignQuestions questions = new DesignQuestions(asked, "evidence");
    List<Scenario> ofModel = questions.ofModel();
    List<Scenario> calls = questions.calls();
    Optional<Tree> tree =
        Optional.ofNullable(kernel).map(k -> Tree.at(k, Tree.configuration(asked)));
    List<Scenario> ofTree = tree.map(questions::ofTree).orElse(List.of());
    Optional<AskedTrees> trees = tree.map(t -> new AskedTrees(List.of(t), asked, Flavour.PLAIN));
    trees.ifPresent(t -> t.compile(DesignRun.joined(ofTree, calls)));
    output.requireFiles();
    EvidencePack pack = EvidencePack.in(output.out, started);

    DesignRun run =
        new DesignRun(environment, output, TimeBudget.NONE, Optional.empty(), new Foretold(asked));
    List<RunReport> parts = new ArrayList<>();
    parts.add(run.ofModel(ofModel, questions.notAsked()));
    Optional<RunReport> ofCalls =
        calls.isEmpty() ? Optional.empty() : Optional.of(run.calls(calls));
    ofCalls.ifPresent(parts::add);
    trees
        .map(
            t ->
                ofCalls
                    .map(answers -> run.ofTree(t, ofTree, calls, answers))
                    .orElseGet(() -> run.ofTree(t, ofTree, calls)))
        .ifPresent(parts::add);
    RunReport report = DesignRun.all(parts);
    Optional<ConformReport> conformance =
        tree.map(
            t ->
                ConformRun.inShort(
                    environment,
                    t,
                    asked,
                    ConformQuestion.of(asked, /* full= */ false),
                    TimeBudget.NONE,
                    /* showsProgress= */ !output.quiet));
    RunReport whole = whole(report, conformance);
    Console console = environment.console();
    new ResultLines(console.out(), console.width(), console.colour(), output.verbose).write(whole);
    pack.write(whole, conformance);
    RunOutput.writeWhereAsked(output, whole, pack.run());
    new Summary(console.out(), console.width(), console.colour())
        .write(whole, Optional.of(pack.run().path()));
    return whole.exitStatus().code();
  }

  /** With what comparing came to; and without where the pack lies, which is not evidence. */
  private RunReport whole(RunReport report, Optional<ConformReport> conformance) {
    ExitStatus status =
        conformance
            .map(c -> report.exitStatus().worse(c.conclusion().exitStatus()))
            .orElse(report.exitStatus());
    List<String> arguments = new ArrayList<>(List.of("evidence", "--design", design));
    if (kernel != null) {
      arguments.addAll(List.of("--kernel", kernel.toString()));
    }
    return new RunReport(
        report.version(),
        new Environment(environment.console(), environment.interrupt(), arguments).command(),
        Optional.of(
            new RunReport.Timing(started, Duration.ofNanos(System.nanoTime() - startedNanos))),
        report.findings(),
        report.notAsked(),
        report.kernels(),
        report.complete() && conformance.map(ConformReport::complete).orElse(true),
        status);
  }
}
