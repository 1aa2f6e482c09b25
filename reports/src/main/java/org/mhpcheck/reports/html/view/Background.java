package org.mhpcheck.reports.html.view;

import java.util.List;
import java.util.Map;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.layout.Architecture;
import org.mhpcheck.reports.past.History;

/**
 * What a page tells beside the run.
 *
 * @param architectures whose usages are drawn to scale
 * @param designs of which they are drawn, from old to new
 * @param bugs the titles of known bugs, by id
 * @param history the runs before this one, and it; no runs where nobody looked
 */
public record Background(
    List<Architecture> architectures,
    List<Design> designs,
    Map<String, String> bugs,
    History history) {
  private static final History NO_HISTORY = new History(List.of(), List.of());

  /** Nothing. */
  public static final Background NONE = new Background(List.of(), List.of(), Map.of(), NO_HISTORY);

  /** Of a run that nobody looked before. */
  public Background(
      List<Architecture> architectures, List<Design> designs, Map<String, String> bugs) {
    this(architectures, designs, bugs, NO_HISTORY);
  }

  /** The same, of a run with others before it. */
  public Background with(History runs) {
    return new Background(architectures, designs, bugs, runs);
  }
}
