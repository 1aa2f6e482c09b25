package org.mhpcheck.checker.cli.session;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mhpcheck.checker.cli.catalogue.CanFire;
import org.mhpcheck.checker.cli.console.Interrupt;
import org.mhpcheck.checker.cli.console.TimeBudget;
import org.mhpcheck.checker.cli.session.RunPart.Answered;
import org.mhpcheck.checker.cli.tree.AskedTrees;
import org.mhpcheck.checker.run.AskedKernel;
import org.mhpcheck.checker.run.Engine;
import org.mhpcheck.checker.run.ScenarioRunner;
import org.mhpcheck.checker.run.SideBySide;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.Listener;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.kernel.Fired;
import org.mhpcheck.model.question.Scenario;

/** Asks the parts of a run side by side, until done, interrupted, or out of time. */
final class PartsAsked {
  private final Optional<AskedTrees> trees;
  private final Interrupt interrupt;
  private final TimeBudget budget;
  private final Function<BooleanSupplier, Map<String, Engine>> engines;
  private final Optional<KeptAnswers> kept;
  private final AtomicInteger answeredBefore = new AtomicInteger();

  /**
   * @param trees asked instead of the models of scenarios' designs
   * @param engines that give up once they are told to
   * @param kept what is answered already, and where what is answered is kept
   */
  PartsAsked(
      Optional<AskedTrees> trees,
      Interrupt interrupt,
      TimeBudget budget,
      Function<BooleanSupplier, Map<String, Engine>> engines,
      Optional<KeptAnswers> kept) {
    this.trees = trees;
    this.interrupt = interrupt;
    this.budget = budget;
    this.engines = engines;
    this.kept = kept;
  }

  /** Of {@code scenarios}, what is asked at once: each design by itself, or all trees. */
  static List<RunPart> of(List<Scenario> scenarios, Optional<AskedTrees> trees) {
    return scenarios.stream()
        .flatMap(
            s ->
                trees.isPresent()
                    ? Stream.of(new RunPart(s, Optional.empty()))
                    : s.designs().stream().map(d -> new RunPart(s, Optional.of(d))))
        .toList();
  }

  /**
   * Asks {@code parts}.
   *
   * @param beside how many at once, at least 1
   * @param told of each what came of it, in the order of parts
   */
  void ask(List<RunPart> parts, int beside, Listener listener, Consumer<Answered> told) {
    SideBySide.all(
        beside,
        parts.stream().map(p -> (Callable<Answered>) () -> answered(p, listener)).toList(),
        i -> parts.get(i).takesLong(),
        told);
  }

  /** How many of the parts asked were answered before. */
  int answeredBefore() {
    return answeredBefore.get();
  }

  private Answered answered(RunPart part, Listener listener) {
    Optional<Answered> before = kept.flatMap(k -> k.answers(part));
    if (before.isPresent()) {
      answeredBefore.incrementAndGet();
      return before.get();
    }
    if (interrupt.isRequested()) {
      return part.not("interrupted before it ran");
    }
    if (budget.isOver()) {
      return part.not(budget.reason() + " before it ran");
    }
    BooleanSupplier isOver = budget.isOverForOne();
    Map<String, Engine> asked =
        engines.apply(() -> interrupt.isRequested() || isOver.getAsBoolean());
    Answered answered = answered(part, new ScenarioRunner(asked, listener));
    if (!interrupt.isRequested()) {
      kept.ifPresent(k -> k.keep(part, answered));
    }
    boolean cutOff = isOver.getAsBoolean() && !interrupt.isRequested();
    return cutOff ? answered.map(this::outOfTime) : answered;
  }

  private Finding outOfTime(Finding finding) {
    return finding.verdict() instanceof Verdict.Inconclusive
        ? finding.with(budget.reasonOfOne())
        : finding;
  }

  private Answered answered(RunPart part, ScenarioRunner runner) {
    Scenario scenario = part.scenario();
    if (trees.isPresent()) {
      return Answered.of(trees.get().run(runner, scenario), Collections.emptySortedSet());
    }
    AskedKernel model = AskedKernel.modelOf(part.design().orElseThrow(), scenario.question());
    Optional<Fired> fired = CanFire.told(scenario.question());
    List<Finding> findings = runner.run(scenario, fired.map(model::telling).orElse(model));
    return Answered.of(findings, CanFire.with(findings, fired));
  }
}
