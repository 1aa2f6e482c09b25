package org.mhpcheck.reports.html.view;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mhpcheck.model.answer.ConformReport;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.layout.Architecture;
import org.mhpcheck.reports.past.History;

/**
 * What a page tells beside the run.
 *
 * @param architectures whose usages are drawn to scale
 * @param designs of which they are drawn, from old to new
 * @param bugs the titles of known bugs, by id
 * @param conformance how a tree beside the design compares with its model; empty if none was
 * @param history the runs before this one, and it; no runs where nobody looked
 */
public record Background(
    List<Architecture> architectures,
    List<Design> designs,
    Map<String, String> bugs,
    Optional<ConformReport> conformance,
    History history) {
  private static final History NO_HISTORY = new History(List.of(), List.of());

  /** Nothing. */
  public static final Background NONE =
      new Background(List.of(), List.of(), Map.of(), Optional.empty(), NO_HISTORY);

  /** Of a run that nobody looked before. */
  public Background(
      List<Architecture> architectures, List<Design> designs, Map<String, String> bugs) {
    this(architectures, designs, bugs, Optional.empty(), NO_HISTORY);
  }

  /** The same, of a run with others before it. */
  public Background with(History runs) {
    return new Background(architectures, designs, bugs, conformance, runs);
  }

  /** The same, of a design that stands beside a tree. */
  public Background with(ConformReport comparison) {
    return new Background(architectures, designs, bugs, Optional.of(comparison), history);
  }
}
