package org.mhpcheck.reports.text;

import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.question.Expectation.Word;

/**
 * What a finding is to whoever knows passes and failures only. What was not answered is never a
 * pass, also where nothing else was expected.
 */
public enum Standing {
  /** As expected; or holds, where nothing was expected. */
  PASS,
  /** Violated, or not what was expected. */
  FAIL,
  /** The premise was never met. */
  VACUOUS,
  /** Not known. */
  UNKNOWN;

  public static Standing of(Finding finding) {
    Word word = finding.verdict().word();
    if (word == Word.INCONCLUSIVE) {
      return UNKNOWN;
    } else if (word == Word.VACUOUS) {
      return VACUOUS;
    }
    return switch (finding.grade()) {
      case EXPECTED -> PASS;
      case UNEXPECTED -> FAIL;
      case NONE -> word == Word.HOLDS ? PASS : FAIL;
    };
  }
}
