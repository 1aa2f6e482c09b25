package org.mhpcheck.checker.agree;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mhpcheck.checker.run.AskedKernel;
import org.mhpcheck.checker.run.Engine;
import org.mhpcheck.checker.run.Engine.Answer;
import org.mhpcheck.model.answer.Reach;
import org.mhpcheck.model.answer.Statistics;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.question.Expectation;
import org.mhpcheck.model.question.Expectation.Word;
import org.mhpcheck.model.question.Scenario;

/** What one engine answers to one scenario, by the name of the property. */
record Told(Scenario scenario, Map<String, Answer> answers) {

  /** What {@code engine} answers; that it throws is a contradiction, too: with itself. */
  static Told by(Engine engine, Scenario scenario, AskedKernel asked) {
    Map<String, Answer> answers = new LinkedHashMap<>();
    try {
      engine.answers(scenario, asked, p -> {}).forEach(a -> answers.put(a.property().name(), a));
    } catch (RuntimeException e) {
      Contradiction contradiction =
          new Contradiction(scenario.question().engine() + " throws " + e, List.of(scenario));
      contradiction.initCause(e);
      throw contradiction;
    }
    return new Told(scenario, answers);
  }

  List<Property> properties() {
    return scenario.properties();
  }

  boolean hasBeenAsked(Property property) {
    return answers.containsKey(property.name());
  }

  Verdict verdict(Property property) {
    return answers.get(property.name()).verdict();
  }

  Word word(Property property) {
    return verdict(property).word();
  }

  /** Whether the engine has an answer, whichever. */
  boolean knows(Property property) {
    return word(property) != Word.INCONCLUSIVE;
  }

  /** Whether it was given up before anything could be looked for. */
  boolean isUnfinished(Property property) {
    return verdict(property) instanceof Verdict.Inconclusive v
        && v.reach() instanceof Reach.ToDepth reach
        && reach.depth() == 0;
  }

  Optional<Trace> trace(Property property) {
    return verdict(property) instanceof Verdict.Violated v && v.evidence() instanceof Trace trace
        ? Optional.of(trace)
        : Optional.empty();
  }

  Optional<Integer> depth(Property property) {
    return trace(property).map(Trace::depth);
  }

  /** All of an answer that has to be the same whenever it is asked for. */
  List<Object> withoutTime(Property property) {
    Answer answer = answers.get(property.name());
    Statistics found = answer.statistics();
    return List.of(
        answer.verdict(),
        answer.remarks(),
        found.states(),
        found.transitions(),
        found.sectionStates(),
        found.depth());
  }

  Statistics statistics() {
    return answers.values().iterator().next().statistics();
  }

  /** The same question about {@code property} alone, with {@code word} for an answer. */
  Scenario expecting(Property property, Word word) {
    Scenario asked = scenario.asking(List.of(property));
    return new Scenario(
        asked.name(),
        asked.title(),
        asked.why(),
        asked.question(),
        asked.designs(),
        asked.properties(),
        Optional.of(
            Map.of(
                asked.designs().get(0).name(),
                Map.of(
                    property.name(), new Expectation(word, Optional.empty(), Optional.empty())))));
  }
}
