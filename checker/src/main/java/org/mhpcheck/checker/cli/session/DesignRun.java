package org.mhpcheck.checker.cli.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mhpcheck.checker.cli.catalogue.Foretold;
import org.mhpcheck.checker.cli.console.Environment;
import org.mhpcheck.checker.cli.console.TimeBudget;
import org.mhpcheck.checker.cli.option.OutputOptions;
import org.mhpcheck.checker.cli.tree.AskedTrees;
import org.mhpcheck.checker.run.Grading;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.NotAsked;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.model.question.Scenario;

/** Asks a design, and a tree that stands beside it, each held against what is known of it. */
public final class DesignRun {
  private final Environment environment;
  private final OutputOptions output;
  private final TimeBudget budget;
  private final Optional<Long> memory;
  private final Foretold foretold;

  /**
   * @param memory for states; empty for most of Java's heap
   */
  public DesignRun(
      Environment environment,
      OutputOptions output,
      TimeBudget budget,
      Optional<Long> memory,
      Foretold foretold) {
    this.environment = environment;
    this.output = output;
    this.budget = budget;
    this.memory = memory;
    this.foretold = foretold;
  }

  /** Asks the model what says itself what is expected of it. */
  public RunReport ofModel(List<Scenario> scenarios, List<NotAsked> notAsked) {
    return session(Optional.empty()).ask(scenarios, notAsked, RunSession.Tell.SURPRISES);
  }

  /** Asks the model what no scenario expects anything of, and tells what is news. */
  public RunReport calls(List<Scenario> calls) {
    RunSession session = session(Optional.empty());
    RunReport plain = session.ask(calls, List.of(), RunSession.Tell.NONE);
    List<Finding> graded = plain.findings().stream().map(foretold::graded).toList();
    if (!output.quiet) {
      graded.stream().filter(f -> f.grade() != Finding.Grade.EXPECTED).forEach(session::tell);
    }
    ExitStatus answered = graded.isEmpty() ? ExitStatus.INCONCLUSIVE : Grading.status(graded);
    RunReport told = plain.with(graded, answered);
    return plain.complete() ? told : told.incomplete();
  }

  /**
   * Asks the tree, and before it the model, which is not told of.
   *
   * @param scenarios that say what is expected
   * @param calls that do not
   */
  public RunReport ofTree(AskedTrees trees, List<Scenario> scenarios, List<Scenario> calls) {
    return ofTree(
        trees,
        scenarios,
        calls,
        session(Optional.empty()).ask(calls, List.of(), RunSession.Tell.NONE));
  }

  /**
   * Asks the tree.
   *
   * @param answers of the model to {@code calls}
   */
  public RunReport ofTree(
      AskedTrees trees, List<Scenario> scenarios, List<Scenario> calls, RunReport answers) {
    List<NotAsked> notAsked = new ArrayList<>();
    List<Scenario> asked = new ArrayList<>(scenarios);
    asked.addAll(foretold.ofTree(calls, answers.findings(), notAsked));
    RunReport report = session(Optional.of(trees)).ask(asked, notAsked, RunSession.Tell.SURPRISES);
    return answers.complete() ? report : report.incomplete();
  }

  private RunSession session(Optional<AskedTrees> trees) {
    return new RunSession(environment, output, false, trees).within(budget).withMemory(memory);
  }

  /** Of one run that came of several: each as complete, and as good, as the worst. */
  public static RunReport all(List<RunReport> parts) {
    return parts.stream().reduce(DesignRun::both).orElseThrow();
  }

  private static RunReport both(RunReport one, RunReport other) {
    return new RunReport(
        one.version(),
        one.command(),
        one.timing(),
        joined(one.findings(), other.findings()),
        joined(one.notAsked(), other.notAsked()),
        joined(one.kernels(), other.kernels()),
        one.complete() && other.complete(),
        one.exitStatus().worse(other.exitStatus()));
  }

  public static <T> List<T> joined(List<T> some, List<T> others) {
    List<T> all = new ArrayList<>(some);
    all.addAll(others);
    return List.copyOf(all);
  }
}
