package org.mhpcheck.checker.mutate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.mhpcheck.checker.run.AskedKernel;
import org.mhpcheck.checker.run.Engine.Answer;
import org.mhpcheck.checker.run.ExploreEngine;
import org.mhpcheck.checker.run.SideBySide;
import org.mhpcheck.model.answer.MutantReport;
import org.mhpcheck.model.answer.MutantReport.Equivalent;
import org.mhpcheck.model.answer.MutantReport.Fate;
import org.mhpcheck.model.answer.MutantReport.Killed;
import org.mhpcheck.model.answer.MutantReport.Row;
import org.mhpcheck.model.answer.MutantReport.Survived;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.kernel.ModelledKernel;
import org.mhpcheck.model.kernel.Mutant;
import org.mhpcheck.model.question.Question;
import org.mhpcheck.model.question.Scenario;

/** Plants every fault there is in one design, and has scenarios asked until one notices. */
public final class Mutants {
  private final Design design;
  private final List<Scenario> scenarios;
  private final Map<String, String> argued;
  private final BooleanSupplier cancelled;

  /**
   * @param scenarios explorations that ask of {@code design}
   * @param argued why nobody notices a mutant, by what it is called
   * @param cancelled asked now and then: whether to give up
   */
  public Mutants(
      Design design,
      List<Scenario> scenarios,
      Map<String, String> argued,
      BooleanSupplier cancelled) {
    this.design = design;
    this.scenarios = scenarios.stream().map(s -> s.of(design)).toList();
    this.argued = argued;
    this.cancelled = cancelled;
  }

  /**
   * @param threads at least 1
   * @param told of each mutant what became of it, in their order
   */
  public MutantReport run(int threads, Consumer<Row> told) {
    List<Optional<Scenario>> holding = new ArrayList<>();
    List<Callable<Optional<Scenario>>> without = new ArrayList<>();
    scenarios.forEach(s -> without.add(() -> holding(s)));
    SideBySide.all(threads, without, holding::add);
    if (holding.stream().anyMatch(Optional::isEmpty)) {
      return new MutantReport(design.name(), List.of(), List.of(), false);
    }
    List<Scenario> asked = holding.stream().map(Optional::get).toList();
    Equivalence equivalence = new Equivalence(design);
    List<Row> rows = new ArrayList<>();
    List<Callable<Optional<Row>>> work = new ArrayList<>();
    List<Mutant> mutants = new ModelledKernel(design).code().mutants();
    for (Mutant mutant : mutants) {
      work.add(() -> fate(mutant, asked, equivalence).map(f -> new Row(mutant, f)));
    }
    SideBySide.all(
        threads,
        work,
        row ->
            row.ifPresent(
                r -> {
                  rows.add(r);
                  told.accept(r);
                }));
    boolean complete = rows.size() == mutants.size();
    return new MutantReport(
        design.name(), List.copyOf(rows), complete ? stale(rows) : List.of(), complete);
  }

  /**
   * The same question about what holds without any fault: the rest tells nothing of one. Empty if
   * that is not known.
   */
  private Optional<Scenario> holding(Scenario scenario) {
    AskedKernel kernel = AskedKernel.modelOf(design, scenario.question());
    List<Answer> answers =
        new ExploreEngine(1, false, cancelled).answers(scenario, kernel, p -> {});
    List<Property> properties =
        answers.stream()
            .filter(a -> a.verdict() instanceof Verdict.Holds)
            .map(Answer::property)
            .toList();
    return isUnknown(answers) ? Optional.empty() : Optional.of(scenario.asking(properties));
  }

  private static boolean isUnknown(List<Answer> answers) {
    return answers.stream().anyMatch(a -> a.verdict() instanceof Verdict.Inconclusive);
  }

  /** Empty if that is not known: it was cancelled, or a limit of the machine came first. */
  private Optional<Fate> fate(Mutant mutant, List<Scenario> asked, Equivalence equivalence) {
    if (equivalence.holdsFor(mutant)) {
      return Optional.of(new Equivalent(equivalence.text()));
    }
    for (Scenario scenario : asked) {
      AskedKernel kernel =
          AskedKernel.mutantOf(design, (Question.Explore) scenario.question(), mutant);
      List<Answer> answers =
          new ExploreEngine(1, true, cancelled).answers(scenario, kernel, p -> {});
      List<Property> noticing =
          answers.stream().filter(Mutants::notices).map(Answer::property).toList();
      if (!noticing.isEmpty()) {
        return Optional.of(new Killed(scenario.name(), noticing));
      }
      if (isUnknown(answers)) {
        return Optional.empty();
      }
    }
    return Optional.of(new Survived(Optional.ofNullable(argued.get(mutant.toString()))));
  }

  private static boolean notices(Answer answer) {
    return answer.verdict() instanceof Verdict.Violated
        || answer.verdict() instanceof Verdict.Vacuous;
  }

  private List<String> stale(List<Row> rows) {
    Set<String> stale = new LinkedHashSet<>(argued.keySet());
    rows.stream()
        .filter(r -> r.fate() instanceof Survived)
        .forEach(r -> stale.remove(r.mutant().toString()));
    return List.copyOf(stale);
  }
}
