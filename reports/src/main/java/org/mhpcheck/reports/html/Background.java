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
 */
public record Background(
    List<Architecture> architectures, List<Design> designs, Map<String, String> bugs) {
  /** Nothing. */
  public static final Background NONE = new Background(List.of(), List.of(), Map.of());
}
