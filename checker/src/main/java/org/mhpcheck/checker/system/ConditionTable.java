package org.mhpcheck.checker.system;

import java.util.Arrays;
import java.util.List;
import org.mhpcheck.model.caller.Condition;

/** Which section states meet which callers' conditions, looked up once and kept. */
final class ConditionTable {
  private static final byte UNKNOWN = 0;
  private static final byte NO = 1;
  private static final byte YES = 2;

  private final SectionTable sections;
  private final List<Condition> conditions;
  private final byte[][] known;

  /**
   * @param conditions all that will be asked, each at its number
   */
  ConditionTable(SectionTable sections, List<Condition> conditions) {
    this.sections = sections;
    this.conditions = conditions;
    this.known = new byte[conditions.size()][0];
  }

  /** Whether the section state {@code id} meets condition {@code number}. */
  boolean holds(int number, int id) {
    byte[] row = known[number];
    if (id >= row.length) {
      row = Arrays.copyOf(row, Math.max(2 * row.length, id + 1));
      known[number] = row;
    }
    if (row[id] == UNKNOWN) {
      row[id] = conditions.get(number).holds(sections.section(id)) ? YES : NO;
    }
    return row[id] == YES;
  }
}
