package org.mhpcheck.checker.system;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mhpcheck.model.caller.Condition;
import org.mhpcheck.model.logic.Bits;

/** Which section states meet which callers' conditions, looked up once and kept. */
final class ConditionTable {
  private record Key(Condition.Kind kind, Bits range, int id) {}

  private final SectionTable sections;
  private final Map<Key, Boolean> known = new ConcurrentHashMap<>();

  ConditionTable(SectionTable sections) {
    this.sections = sections;
  }

  /** Whether the section state {@code id} meets {@code condition}. */
  boolean holds(Condition condition, int id) {
    return known.computeIfAbsent(
        new Key(condition.kind(), condition.range(), id),
        key -> condition.holds(sections.section(id)));
  }
}
