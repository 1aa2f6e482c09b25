package org.mhpcheck.reports.text;

import java.util.stream.Collectors;
import org.mhpcheck.model.answer.MutantReport.Equivalent;
import org.mhpcheck.model.answer.MutantReport.Killed;
import org.mhpcheck.model.answer.MutantReport.Row;
import org.mhpcheck.model.answer.MutantReport.Survived;
import org.mhpcheck.model.claim.Property;

/** What became of a mutant, in words. */
public final class MutantText {
  private static final int SHOWN = 3;

  private MutantText() {}

  /** Why it is killed, equivalent, or let live. */
  public static String of(Row row) {
    if (row.fate() instanceof Killed killed) {
      return "by " + properties(killed) + " in " + killed.scenario();
    }
    if (row.fate() instanceof Equivalent equivalent) {
      return "the same in " + equivalent.shownFor();
    }
    return ((Survived) row.fate()).why().orElse("NOT ARGUED: nothing notices it");
  }

  private static String properties(Killed killed) {
    String names =
        killed.by().stream().limit(SHOWN).map(Property::name).collect(Collectors.joining(", "));
    int more = killed.by().size() - SHOWN;
    return more > 0 ? "%s and %d more".formatted(names, more) : names;
  }
}
