package org.mhpcheck.model.answer;

import org.mhpcheck.model.question.Expectation;

/** The answer to one property in one design, with its evidence and how far it goes. */
public sealed interface Verdict {

  Reach reach();

  /** The first word of a result line. */
  Expectation.Word word();

  /** No violation within reach, and the property's premise was met. */
  record Holds(Reach reach) implements Verdict {
    @Override
    public Expectation.Word word() {
      return Expectation.Word.HOLDS;
    }
  }

  /** A violation, with evidence that has been replayed. */
  record Violated(Reach reach, Evidence evidence) implements Verdict {
    @Override
    public Expectation.Word word() {
      return Expectation.Word.VIOLATED;
    }
  }

  /** No violation, but the premise was never met either: nothing was shown. */
  record Vacuous(Reach reach, String premise) implements Verdict {
    @Override
    public Expectation.Word word() {
      return Expectation.Word.VACUOUS;
    }
  }

  /** Not known: a limit, an interrupt, an engine that could not tell. */
  record Inconclusive(Reach reach, String reason) implements Verdict {
    @Override
    public Expectation.Word word() {
      return Expectation.Word.INCONCLUSIVE;
    }
  }
}
