package org.mhpcheck.checker.system;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.mhpcheck.checker.system.AskedProperties.Effect;
import org.mhpcheck.model.state.Section;

/**
 * Section states by number. Each is kept once, with what it does to the properties of states.
 *
 * <p>Which number a state gets depends on who asks first; nothing that leaves the checker may.
 */
final class SectionTable {
  private record Entry(Section section, Effect effect, long notRecovered) {}

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
    table[id] = new Entry(section, properties.of(section), properties.notRecovered(section));
    entries = table; // a volatile write: whoever learns the id later sees the entry
    ids.put(section, id);
    return id;
  }

  Section section(int id) {
    return entries[id].section();
  }

  Effect effect(int id) {
    return entries[id].effect();
  }

  long notRecovered(int id) {
    return entries[id].notRecovered();
  }
}
