package org.mhpcheck.checker.run;

import java.util.List;
import java.util.function.Consumer;
import org.mhpcheck.model.answer.Progress;
import org.mhpcheck.model.answer.Statistics;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.question.Scenario;

/** Answers one kind of question. */
public interface Engine {

  /** One answer for each property (and subject) of {@code scenario} in {@code asked}. */
  List<Answer> answers(Scenario scenario, AskedKernel asked, Consumer<Progress> progress);

  /** The same of a model. */
  default List<Answer> answers(Scenario scenario, Design design, Consumer<Progress> progress) {
    return answers(scenario, AskedKernel.modelOf(design, scenario.question()), progress);
  }

  /**
   * An answer, before it is held against what was expected.
   *
   * @param subject which part of the scenario, where it has several; else empty
   */
  record Answer(
      String subject,
      Property property,
      Verdict verdict,
      Statistics statistics,
      List<String> remarks) {}
}
