package org.mhpcheck.reports.html;

import java.util.List;
import java.util.Map;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.layout.Architecture;

/**
 * What a page tells beside the run.
 *
 * @param architectures whose usages are drawn to scale
 * @param designs of which they are drawn, from old to new
 * @param bugs the titles of known bugs, by id
 * @param whole whether all of the page is printed, or only what is open
 */
public record Background(
    List<Architecture> architectures,
    List<Design> designs,
    Map<String, String> bugs,
    boolean whole) {
  /** Nothing. */
  public static final Background NONE = new Background(List.of(), List.of(), Map.of(), false);

  /** The same, of a page that is printed as a whole. */
  public Background printedWhole() {
    return new Background(architectures, designs, bugs, true);
  }
}
