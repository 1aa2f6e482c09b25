package org.mhpcheck.checker.cli.tree;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.mhpcheck.checker.bind.conform.Conformance;
import org.mhpcheck.checker.bind.conform.Disagreement;
import org.mhpcheck.checker.bind.coverage.Coverage;
import org.mhpcheck.checker.bind.coverage.LinesRun;
import org.mhpcheck.checker.bind.harness.CompiledKernel;
import org.mhpcheck.checker.bind.tool.Flavour;
import org.mhpcheck.checker.cli.console.Console;
import org.mhpcheck.checker.cli.console.Environment;
import org.mhpcheck.checker.cli.console.Interruptible;
import org.mhpcheck.checker.cli.console.TimeBudget;
import org.mhpcheck.model.answer.ConformReport;
import org.mhpcheck.model.answer.ConformReport.Compared;
import org.mhpcheck.model.answer.ConformReport.Difference;
import org.mhpcheck.model.answer.ConformReport.LinesReached;
import org.mhpcheck.model.answer.ConformReport.NotCompared;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.design.Option;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.reports.terminal.ConformText;
import org.mhpcheck.reports.terminal.ProgressLine;

/**
 * A tree beside the model of a design, comparison by comparison, each told as soon as it is made.
 */
public final class ConformRun {
  private static final int MOST_DISAGREEMENTS = 5;

  /** Which lines are reached is asked of kernels that differ, too. */
  private static final int MOST_DISAGREEMENTS_COVERED = 1000;

  /** What lines there are does not hang on the size: the smallest that tells. */
  private static final int SUBSECTIONS_COVERED = 4;

  private final Environment environment;
  private final Tree tree;
  private final Design design;
  private final Flavour flavour;
  private final ConformText text;
  private TimeBudget budget = TimeBudget.NONE;
  private final Instant started = Instant.now();
  private final long startedNanos = System.nanoTime();

  public ConformRun(
      Environment environment, Tree tree, Design design, Flavour flavour, ConformText text) {
    this.environment = environment;
    this.tree = tree;
    this.design = design;
    this.flavour = flavour;
    this.text = text;
  }

  /** Makes these comparisons in no more time than that, and tells in short what came of them. */
  public static ConformReport inShort(
      Environment environment,
      Tree tree,
      Design design,
      List<ConformQuestion> questions,
      TimeBudget budget,
      boolean showsProgress) {
    ConformText text = new ConformText(environment.console().out(), design, ConformText.How.QUIET);
    ConformReport report =
        new ConformRun(environment, tree, design, Flavour.PLAIN, text)
            .within(budget)
            .compare(questions, showsProgress);
    text.total(report);
    return report;
  }

  /** The same, in no more time than that. */
  ConformRun within(TimeBudget time) {
    budget = time;
    return this;
  }

  /**
   * Makes the comparisons until done, interrupted, or out of time.
   *
   * @param showsProgress on standard error, where it takes long
   */
  public ConformReport compare(List<ConformQuestion> questions, boolean showsProgress) {
    List<Compared> compared = new ArrayList<>();
    List<NotCompared> notCompared = new ArrayList<>();
    Optional<LinesReached> lines;
    Console console = environment.console();
    try (ProgressLine progress =
        new ProgressLine(console.err(), console.errIsTerminal(), console.width())) {
      for (ConformQuestion question : questions) {
        boolean hasBegun = !environment.interrupt().isRequested() && !budget.isOver();
        Interruptible working = working(question.asked().text(), progress, showsProgress);
        Optional<Compared> made = working.run(() -> compare(question));
        progress.clear();
        made.ifPresentOrElse(
            c -> {
              Compared told = withLines(c, question, working);
              compared.add(told);
              progress.clear();
              text.compared(told);
            },
            () -> {
              NotCompared not = new NotCompared(question.asked(), reason(hasBegun));
              notCompared.add(not);
              text.notCompared(not);
            });
      }
      lines = working("lines reached", progress, showsProgress).run(this::linesReached);
    }
    lines.ifPresent(text::lines);
    return new ConformReport(
        environment.version(),
        environment.command(),
        started,
        time(),
        tree.compiledFrom(),
        design,
        flavour == Flavour.SANITIZED,
        List.copyOf(compared),
        List.copyOf(notCompared),
        lines);
  }

  private Interruptible working(String what, ProgressLine progress, boolean shows) {
    Runnable show =
        () ->
            progress.onStarted(
                "%s with %s: %s, %d s".formatted(design, tree.name(), what, time().toSeconds()));
    BooleanSupplier isOver = budget.isOverForOne();
    return new Interruptible(
        () -> environment.interrupt().isRequested() || isOver.getAsBoolean(),
        shows ? show : () -> {});
  }

  private String reason(boolean hasBegun) {
    if (environment.interrupt().isRequested()) {
      return hasBegun ? "interrupted" : "interrupted before it began";
    }
    return hasBegun ? budget.reasonOfOne() : budget.reason() + " before it began";
  }

  private Duration time() {
    return Duration.ofNanos(System.nanoTime() - startedNanos);
  }

  private Compared compare(ConformQuestion question) {
    int subsections = question.subsections();
    try (CompiledKernel compiled = new CompiledKernel(tree.build(), subsections, flavour)) {
      Conformance conformance = new Conformance(design, compiled, MOST_DISAGREEMENTS);
      List<Altmap> altmaps = question.withAltmaps() ? conformance.altmaps() : List.of(Altmap.NONE);
      Conformance.Result result = question.way().ask(conformance, altmaps);
      return new Compared(
          question.asked(),
          altmaps,
          result.states(),
          result.pairs(),
          result.exposed(),
          Duration.ofNanos((long) (result.seconds() * 1e9)),
          result.disagreements().stream().map(ConformRun::difference).toList(),
          "%s %d text".formatted(program(question, compiled), question.sections()));
    }
  }

  private Path program(ConformQuestion question, CompiledKernel compiled) {
    if (question.isOfSpans()) {
      return compiled.spans().program();
    }
    return question.isOfPlacements()
        ? compiled.placements().program()
        : tree.build().program(question.subsections(), flavour);
  }

  private static Difference difference(Disagreement d) {
    return new Difference(d.asked(), d.modelled(), d.compiled(), d.places(), List.of(), d.line());
  }

  /** The same, its differences with the lines that ran; without, where an interrupt comes first. */
  private Compared withLines(Compared compared, ConformQuestion question, Interruptible working) {
    if (question.isOfSpans() || question.isOfPlacements()) {
      return compared; // lines are counted of the other program only
    }
    return compared.with(
        compared.differences().stream()
            .map(
                d ->
                    working
                        .run(
                            () ->
                                LinesRun.of(
                                    tree.build(),
                                    question.sections(),
                                    question.subsections(),
                                    d.line()))
                        .map(d::with)
                        .orElse(d))
            .toList());
  }

  private LinesReached linesReached() {
    Coverage coverage =
        Coverage.of(
            tree.build(),
            SUBSECTIONS_COVERED,
            kernel -> {
              Conformance asked = new Conformance(design, kernel, MOST_DISAGREEMENTS_COVERED);
              asked.sections(asked.altmaps(), true);
              if (design.has(Option.VMEMMAP)) {
                asked.boots(2);
              }
            });
    return new LinesReached(coverage.lines(), coverage.reached(), coverage.notReached());
  }
}
