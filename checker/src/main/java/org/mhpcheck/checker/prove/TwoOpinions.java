package org.mhpcheck.checker.prove;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mhpcheck.model.layout.Parameter;
import org.mhpcheck.model.layout.SizeClaim;

/**
 * What the solver and plain evaluation say of a claim, which must be the same. Designs often share
 * a claim and the numbers it is asked of; then it is answered once. Any number of threads may ask.
 */
final class TwoOpinions {
  private final Map<Question, Opinion> known = new ConcurrentHashMap<>();

  private record Question(SizeClaim claim, SizeValues values, String name) {}

  /**
   * What both say.
   *
   * @param reach whose numbers it is said of
   * @param broken the numbers that break the claim, in words; empty if it holds
   * @param tuples how many combinations of architectures' numbers were evaluated
   * @param calls of the solver
   */
  record Opinion(String reach, List<String> broken, long tuples, long calls) {}

  /**
   * @param name what there is to say of the values, besides; may be empty
   * @throws IllegalStateException if the two disagree
   */
  Opinion of(SizeClaim claim, SizeValues values, String name) {
    SizeEvaluation evaluation = new SizeEvaluation(claim);
    Question question = new Question(claim, values.of(evaluation.asked()), name);
    return known.computeIfAbsent(question, q -> answer(q, evaluation));
  }

  private static Opinion answer(Question question, SizeEvaluation evaluation) {
    SizeClaim claim = question.claim();
    SizeValues values = question.values();
    Map<String, Map<Parameter, Integer>> tuples = values.tuples(evaluation.asked());
    Map<String, Map<Parameter, Integer>> broken = evaluation.broken(tuples);
    SizeSolver solver = new SizeSolver(values);
    Optional<Map<Parameter, Integer>> found = solver.counterexample(claim, evaluation.asked());
    if (found.isPresent() == broken.isEmpty() || found.filter(claim::holds).isPresent()) {
      throw new IllegalStateException(
          "solver and evaluation disagree on %s: %s, %s".formatted(claim, found, broken));
    }
    String reach = text(question.name(), values.text(evaluation.asked(), tuples.size()));
    List<String> texts =
        values instanceof SizeValues.Rows
            ? grouped(claim, broken)
            : first(claim, broken, tuples.size()).stream()
                .map(t -> text(question.name(), t))
                .toList();
    return new Opinion(reach, texts, tuples.size(), solver.calls());
  }

  private static String text(String name, String rest) {
    return name.isEmpty() ? rest : name + ", " + rest;
  }

  /** A line for all that are broken alike. */
  private static List<String> grouped(
      SizeClaim claim, Map<String, Map<Parameter, Integer>> broken) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    broken.forEach(
        (name, values) ->
            names.computeIfAbsent(claim.show(values), k -> new ArrayList<>()).add(name));
    return names.entrySet().stream()
        .map(e -> String.join(", ", e.getValue()) + ": " + e.getKey())
        .toList();
  }

  private static Optional<String> first(
      SizeClaim claim, Map<String, Map<Parameter, Integer>> broken, int of) {
    return broken.entrySet().stream()
        .findFirst()
        .map(
            e ->
                (of == 1 ? "" : "%d of %d combinations, first ".formatted(broken.size(), of))
                    + "%s: %s".formatted(e.getKey(), claim.show(e.getValue())));
  }
}
