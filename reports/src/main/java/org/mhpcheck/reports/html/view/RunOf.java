package org.mhpcheck.reports.html.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mhpcheck.reports.text.Lane;
import org.mhpcheck.reports.text.Words;

/**
 * Subsections beside each other of which the same is said.
 *
 * @param from the first, from 0
 * @param to behind the last
 * @param part empty where nothing is said of them
 * @param changed whether something else was said of them before
 */
public record RunOf(int from, int to, Optional<Lane.Part> part, boolean changed) {

  /** A lane in as few pieces as there are. */
  static List<RunOf> of(Lane lane, Lane before) {
    List<RunOf> runs = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= lane.subsections(); i++) {
      boolean ends =
          i == lane.subsections()
              || letter(lane, i) != letter(lane, from)
              || changed(lane, before, i) != changed(lane, before, from);
      if (ends) {
        runs.add(new RunOf(from, i, lane.at(from), changed(lane, before, from)));
        from = i;
      }
    }
    return runs;
  }

  private static char letter(Lane lane, int i) {
    return lane.at(i).map(Lane.Part::letter).orElse('.');
  }

  private static boolean changed(Lane lane, Lane before, int i) {
    return letter(lane, i) != letter(before, i);
  }

  public int length() {
    return to - from;
  }

  public String letter() {
    return part.map(p -> String.valueOf(p.letter())).orElse("·");
  }

  /** {@code 0-3: memmap from boot}. */
  public String text() {
    return "%s: %s%s"
        .formatted(
            Words.range(from, to - 1),
            part.map(Lane.Part::word).orElse("nothing"),
            changed ? " (changed)" : "");
  }
}
