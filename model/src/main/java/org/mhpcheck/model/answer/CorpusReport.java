package org.mhpcheck.model.answer;

import java.util.List;
import java.util.Optional;

/**
 * What a run says of the bugs that are known.
 *
 * @param rows bug by bug: a violation for each design and property it was found in, and every
 *     answer that is not as expected
 * @param others bugs, or scenarios of them, that no row speaks of
 */
public record CorpusReport(List<Row> rows, List<Other> others) {

  /**
   * @param bug its id, {@code B01}
   * @param fix empty where nothing mends it
   */
  public record Row(String bug, Finding finding, Optional<Fix> fix) {}

  /**
   * What mends a bug.
   *
   * @param change its hash, or whatever else it is named by
   * @param holdsIn the design with it in which this run found the property to hold; empty if there
   *     is none
   */
  public record Fix(String change, Optional<String> holdsIn) {}

  /**
   * @param reason why no row speaks of it
   */
  public record Other(String bug, String reason) {}

  /** Whether there is nothing to say. */
  public boolean isEmpty() {
    return rows.isEmpty() && others.isEmpty();
  }
}
