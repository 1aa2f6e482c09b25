package org.mhpcheck.checker.cli.session;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.mhpcheck.checker.cli.catalogue.Coverage;
import org.mhpcheck.checker.cli.console.Console;
import org.mhpcheck.checker.cli.console.Environment;
import org.mhpcheck.checker.cli.console.TimeBudget;
import org.mhpcheck.checker.cli.option.OutputOptions;
import org.mhpcheck.checker.cli.tree.AskedTrees;
import org.mhpcheck.checker.mutate.Mutants;
import org.mhpcheck.checker.prove.ObligationListener;
import org.mhpcheck.checker.run.Engine;
import org.mhpcheck.checker.run.Grading;
import org.mhpcheck.checker.run.MemoryShare;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.Finding.Grade;
import org.mhpcheck.model.answer.Listener;
import org.mhpcheck.model.answer.MutantReport;
import org.mhpcheck.model.answer.NotAsked;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.question.Scenario;
import org.mhpcheck.reports.RunDirectory;
import org.mhpcheck.reports.past.History;
import org.mhpcheck.reports.terminal.ProgressLine;
import org.mhpcheck.reports.terminal.TraceWriter;

/**
 * One run of scenarios from the command line: engines on one side, writers on the other. What it is
 * to do besides is said to it first.
 */
public final class RunSession {
  private final Environment environment;
  private final OutputOptions options;
  private final boolean stopAtFirst;
  private final int threads;
  private final Optional<AskedTrees> trees;
  private final Optional<ObligationListener> obligations;
  private final Instant started = Instant.now();
  private boolean resumes;
  private TimeBudget budget = TimeBudget.NONE;
  private Optional<Mutants> mutants = Optional.empty();
  private Optional<Long> memory = Optional.empty();
  private Optional<Coverage> coverage = Optional.empty();
  private Optional<String> asked = Optional.empty();
  private Optional<KeptAnswers> kept = Optional.empty();
  private RunOutput output;
  private final long startedNanos = System.nanoTime();

  public RunSession(Environment environment, OutputOptions options, boolean stopAtFirst) {
    this(environment, options, stopAtFirst, Optional.empty(), Optional.empty());
  }

  /**
   * @param export where the obligations of proofs are written to; {@code null} if nowhere
   */
  public RunSession(
      Environment environment, OutputOptions options, boolean stopAtFirst, Path export) {
    this(
        environment,
        options,
        stopAtFirst,
        Optional.empty(),
        Optional.ofNullable(export).map(ObligationFiles::new));
  }

  /**
   * @param trees asked instead of the models of scenarios' designs
   */
  public RunSession(
      Environment environment,
      OutputOptions options,
      boolean stopAtFirst,
      Optional<AskedTrees> trees) {
    this(environment, options, stopAtFirst, trees, Optional.empty());
  }

  private RunSession(
      Environment environment,
      OutputOptions options,
      boolean stopAtFirst,
      Optional<AskedTrees> trees,
      Optional<ObligationListener> obligations) {
    this.trees = trees;
    this.obligations = obligations;
    this.environment = environment;
    this.options = options;
    this.stopAtFirst = stopAtFirst;
    this.output = new RunOutput(environment.console(), options, Optional.empty());
    this.threads = options.threads();
  }

  /** Lets it go on with explorations that were cut off, if {@code isAsked}. */
  public RunSession resuming(boolean isAsked) {
    resumes = isAsked;
    return this;
  }

  /**
   * Lets it keep what is answered for as long as it is not finished.
   *
   * @param what is asked, in words: answers to something else are not gone on with
   */
  public RunSession keeping(String what) {
    asked = Optional.of(what);
    return this;
  }

  /** Gives it no more time than that. */
  public RunSession within(TimeBudget time) {
    budget = time;
    return this;
  }

  /**
   * Gives it no more memory than that for the states of all questions at once.
   *
   * @param bytes empty for most of Java's heap
   */
  public RunSession withMemory(Optional<Long> bytes) {
    memory = bytes;
    return this;
  }

  /** Lets it plant faults once all scenarios are answered. */
  public RunSession planting(Mutants faults) {
    mutants = Optional.of(faults);
    return this;
  }

  /** Lets it tell what has fired of the modelled kernel, and what is to be said of it. */
  public RunSession telling(Coverage ofAll) {
    coverage = Optional.of(ofAll);
    return this;
  }

  /** Lets it look at the runs before, which its page tells of. */
  public RunSession looking(RunsBefore others) {
    output = new RunOutput(environment.console(), options, Optional.of(others));
    return this;
  }

  /** The runs before, and this one; empty until it was written, or if it does not look. */
  public Optional<History> history() {
    return output.history();
  }

  /** Which findings' counterexamples are told, unless all are asked for, or none. */
  public enum Tell {
    VIOLATIONS,
    SURPRISES,
    NONE
  }

  /**
   * Runs {@code scenarios} until done or interrupted, writes what came of it, and says so.
   *
   * @return what came of it, and what the process ends with
   */
  public RunReport run(List<Scenario> scenarios, List<NotAsked> notAsked, Tell tell) {
    // Made first, so that a place that cannot be written to is known before the work and not after.
    options.requireFiles();
    RunDirectory directory = directory();
    RunReport report = ask(scenarios, notAsked, tell);
    output.write(report, directory, trees.map(t -> t.changes(report.findings())).orElse(List.of()));
    if (report.complete()) {
      kept.ifPresent(KeptAnswers::delete);
    }
    return report;
  }

  /** A new one, or that of a run to go on with. */
  private RunDirectory directory() {
    if (asked.isEmpty()) {
      return RunOutput.directory(options.out, started);
    }
    Optional<Path> unfinished =
        resumes && options.out == null
            ? KeptAnswers.newest(OutputOptions.DEFAULT_PARENT, asked.get(), environment)
            : Optional.empty();
    RunDirectory directory =
        unfinished
            .map(RunDirectory::again)
            .orElseGet(() -> RunOutput.directory(options.out, started));
    Optional<KeptAnswers> before =
        resumes ? KeptAnswers.of(directory.path(), asked.get(), environment) : Optional.empty();
    kept =
        before.or(() -> Optional.of(KeptAnswers.begin(directory.path(), asked.get(), environment)));
    return directory;
  }

  /** Runs {@code scenarios} until done or interrupted, and tells no more than counterexamples. */
  public RunReport ask(List<Scenario> scenarios, List<NotAsked> notAsked, Tell tell) {
    List<Finding> findings = new ArrayList<>();
    List<NotAsked> left = new ArrayList<>(notAsked);
    SortedSet<String> fired = new TreeSet<>();
    try (ProgressLine progress = progress()) {
      List<RunPart> parts = PartsAsked.of(scenarios, trees);
      // One question gets all threads; several are asked side by side.
      int beside = obligations.isPresent() ? 1 : Math.max(1, Math.min(threads, parts.size()));
      KeptExplorations.deleteForgotten(KeptExplorations.directory(), started);
      KeptExplorations explorations =
          new KeptExplorations(environment.build(), resumes, /* isOneOfMany= */ kept.isPresent());
      PartsAsked questions =
          new PartsAsked(
              trees,
              environment.interrupt(),
              budget,
              cancelled -> engines(beside, cancelled, explorations),
              kept);
      questions.ask(
          parts,
          beside,
          options.quiet ? Listener.SILENT : progress,
          answered -> {
            findings.addAll(answered.findings());
            fired.addAll(answered.fired());
            progress.clear();
            answered.findings().stream().filter(isTold(tell)).forEach(this::tell);
            answered.left().ifPresent(left::add);
          });
      progress.clear();
      tellOfKept(questions.answeredBefore(), parts.size());
      explorations.remarks().forEach(environment.console()::remark);
    }
    boolean cutShort = left.size() > notAsked.size();
    Optional<MutantReport> planted = mutants.map(m -> m.run(threads, r -> {}));
    RunReport answers = report(findings, left, cutShort);
    RunReport report =
        coverage.map(c -> answers.with(c.of(fired, answers.complete()))).orElse(answers);
    return planted.map(report::with).orElse(report);
  }

  private ProgressLine progress() {
    Console console = environment.console();
    return new ProgressLine(console.err(), console.errIsTerminal(), console.width());
  }

  private Map<String, Engine> engines(
      int beside, BooleanSupplier cancelled, KeptExplorations explorations) {
    return Engines.all(
        beside > 1 ? 1 : threads,
        MemoryShare.of(memory, beside),
        stopAtFirst,
        cancelled,
        obligations,
        explorations);
  }

  private void tellOfKept(int before, int parts) {
    Console console = environment.console();
    if (before > 0) {
      console.remark("%d of %d parts were answered before".formatted(before, parts));
    }
    kept.flatMap(KeptAnswers::failure)
        .ifPresent(
            why ->
                console.remark(
                    "not all that was answered could be kept, --resume would ask it again: "
                        + why));
  }

  private Predicate<Finding> isTold(Tell tell) {
    if (options.quiet) {
      return f -> false;
    }
    return f ->
        options.verbose
            || switch (tell) {
              case VIOLATIONS -> true;
              case SURPRISES -> f.grade() != Grade.EXPECTED;
              case NONE -> false;
            };
  }

  /** Tells its counterexample, if it has one. */
  public void tell(Finding finding) {
    if (finding.verdict() instanceof Verdict.Violated v && v.evidence() instanceof Trace trace) {
      Console console = environment.console();
      new TraceWriter(console.out(), console.width(), console.colour()).write(trace);
      console.out().println();
    }
  }

  private RunReport report(List<Finding> findings, List<NotAsked> notAsked, boolean cutShort) {
    List<Finding> counted = trees.map(t -> t.counted(findings)).orElse(findings);
    ExitStatus status = counted.isEmpty() ? ExitStatus.INCONCLUSIVE : Grading.status(counted);
    // Who stops at the first violation asks for no more than that.
    boolean cutOff =
        cutShort || (!stopAtFirst && findings.stream().anyMatch(Grading::isLessThanAsked));
    boolean complete = !cutOff && findings.stream().noneMatch(Grading::isUnfinished);
    return new RunReport(
        environment.version(),
        environment.command(),
        Optional.of(
            new RunReport.Timing(started, Duration.ofNanos(System.nanoTime() - startedNanos))),
        List.copyOf(findings),
        List.copyOf(notAsked),
        trees.map(AskedTrees::compiledFrom).orElse(List.of()),
        complete,
        cutOff ? status.worse(ExitStatus.INCONCLUSIVE) : status);
  }
}
