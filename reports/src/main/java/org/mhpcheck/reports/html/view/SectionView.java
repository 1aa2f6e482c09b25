package org.mhpcheck.reports.html.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mhpcheck.model.state.Section;
import org.mhpcheck.reports.text.SectionText;

/**
 * A section as it is drawn: what is said of it as a whole, and lanes over its subsections.
 *
 * @param number from 1
 */
public record SectionView(int number, int subsections, List<Whole> wholes, List<LaneView> lanes) {

  /** A part that has no subsections. */
  public record Whole(String name, String text, boolean changed) {}

  /** A part that is drawn subsection by subsection. */
  public record LaneView(String name, List<RunOf> runs) {
    public boolean changed() {
      return runs.stream().anyMatch(RunOf::changed);
    }
  }

  /**
   * @param before what it was, so that what changed can be told
   * @param shown the parts to draw, by name
   */
  static SectionView of(int number, Section section, Section before, Set<String> shown) {
    List<SectionText.Field> fields = SectionText.fields(section);
    List<SectionText.Field> old = SectionText.fields(before);
    List<Whole> wholes = new ArrayList<>();
    List<LaneView> lanes = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      SectionText.Field is = fields.get(i);
      SectionText.Field was = old.get(i);
      if (!shown.contains(is.name())) {
        continue;
      }
      if (is.lane().isPresent()) {
        lanes.add(new LaneView(is.name(), RunOf.of(is.lane().get(), was.lane().orElseThrow())));
      } else {
        wholes.add(new Whole(is.name(), is.text(), !is.text().equals(was.text())));
      }
    }
    return new SectionView(number, section.subsections(), wholes, lanes);
  }
}
