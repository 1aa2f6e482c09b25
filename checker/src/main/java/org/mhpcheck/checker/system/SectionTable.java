package org.mhpcheck.checker.system;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.mhpcheck.checker.system.AskedProperties.Effect;
import org.mhpcheck.model.state.Section;

/**
 * Section states by number. Each is kept once, with what it does to the properties of states.
 *
 * <p>Which number a state gets depends on who asks first; nothing that leaves the checker may.
 */
final class SectionTable {
  /** What a state does to properties is asked of those at rest only: most are within calls. */
  private static final class Entry {
    final Section section;

    /** Whoever finds none works it out; that comes to the same whoever does. */
    Effect effect;

    Entry(Section section) {
      this.section = section;
    }
  }

  private final AskedProperties properties;
  private final Map<Section, Integer> ids = new HashMap<>();
  private volatile Entry[] entries = new Entry[64];

  SectionTable(AskedProperties properties) {
    this.properties = properties;
  }

  synchronized int id(Section section) {
    Integer known = ids.get(section);
    if (known != null) {
      return known;
    }
    int id = ids.size();
    Entry[] table = entries;
    if (id == table.length) {
      table = Arrays.copyOf(table, 2 * id);
    }
    table[id] = new Entry(section);
    entries = table; // a volatile write: whoever learns the id later sees the entry
    ids.put(section, id);
    return id;
  }

  /** The number of {@code section}, if it has one. */
  synchronized OptionalInt known(Section section) {
    Integer id = ids.get(section);
    return id == null ? OptionalInt.empty() : OptionalInt.of(id);
  }

  Section section(int id) {
    return entries[id].section;
  }

  Effect effect(int id) {
    Entry entry = entries[id];
    Effect known = entry.effect;
    if (known == null) {
      known = properties.of(entry.section);
      entry.effect = known;
    }
    return known;
  }

  long notRecovered(int id) {
    return properties.notRecovered(section(id));
  }
}
