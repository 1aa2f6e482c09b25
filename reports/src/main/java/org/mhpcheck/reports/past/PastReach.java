package org.mhpcheck.reports.past;

import org.mhpcheck.model.answer.Reach;

/**
 * How far a verdict went.
 *
 * @param word the one of result lines
 * @param text the claim in full: two of the same word may be of worlds of different sizes
 */
public record PastReach(String word, String text) {

  static PastReach of(Reach reach) {
    return new PastReach(reach.word(), reach.text());
  }

  /** Whether both are about the same, but for how many calls it was followed. */
  boolean isOfTheSameAs(PastReach other) {
    return unbounded().equals(other.unbounded());
  }

  private String unbounded() {
    return text.replaceFirst(" of at most [0-9]+ calls", " of calls");
  }
}
