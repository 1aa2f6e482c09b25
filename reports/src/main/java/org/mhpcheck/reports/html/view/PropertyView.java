package org.mhpcheck.reports.html.view;

import java.util.List;
import org.mhpcheck.model.claim.About;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.kernel.Mutant;
import org.mhpcheck.model.question.Expectation.Word;

/**
 * A property, and what this run says of whether it says anything.
 *
 * @param kills planted faults that it was among the first to notice
 */
public record PropertyView(Property property, List<FindingView> findings, List<Mutant> kills) {

  public About about() {
    return property.about();
  }

  /** Answers in which the premise was met: what holds, and what is violated. */
  public long witnessed() {
    return count(Word.HOLDS) + count(Word.VIOLATED);
  }

  public long vacuous() {
    return count(Word.VACUOUS);
  }

  public long violated() {
    return count(Word.VIOLATED);
  }

  private long count(Word word) {
    return findings.stream().filter(f -> f.finding().verdict().word() == word).count();
  }

  /** Scenarios of known bugs that it catches: it is violated there, as expected. */
  public List<ScenarioView> caught(List<ScenarioView> scenarios) {
    return scenarios.stream().filter(s -> s.findings().stream().anyMatch(this::catches)).toList();
  }

  private boolean catches(FindingView view) {
    return view.finding().property().equals(property)
        && view.finding().verdict().word() == Word.VIOLATED
        && !view.isNews();
  }
}
