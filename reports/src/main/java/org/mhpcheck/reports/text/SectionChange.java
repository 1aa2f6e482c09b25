package org.mhpcheck.reports.text;

import java.util.ArrayList;
import java.util.List;
import org.mhpcheck.model.state.Section;

/** One part of a section that is not what it was, as {@link SectionText} has it. */
public record SectionChange(String field, String before, String after) {

  /** What changed; a base that goes with the flags as it should is not told. */
  public static List<SectionChange> between(Section before, Section after) {
    List<SectionText.Field> old = SectionText.fields(before);
    List<SectionText.Field> now = SectionText.fields(after);
    List<SectionChange> changes = new ArrayList<>();
    for (int i = 0; i < old.size(); i++) {
      SectionText.Field was = old.get(i);
      SectionText.Field is = now.get(i);
      if (!was.text().equals(is.text()) && !(was.ordinary() && is.ordinary())) {
        changes.add(new SectionChange(was.name(), was.text(), is.text()));
      }
    }
    return changes;
  }
}
