package org.mhpcheck.checker.system;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.mhpcheck.model.state.Spans;

/** Spans by number, each kept once. Which number they get depends on who asks first. */
final class SpansTable {
  private final Map<Spans, Integer> ids = new HashMap<>();
  private volatile Spans[] all = new Spans[16];

  synchronized int id(Spans spans) {
    Integer known = ids.get(spans);
    if (known != null) {
      return known;
    }
    int id = ids.size();
    Spans[] table = id == all.length ? Arrays.copyOf(all, 2 * id) : all;
    table[id] = spans;
    all = table; // a volatile write: whoever learns the id later sees them
    ids.put(spans, id);
    return id;
  }

  Spans spans(int id) {
    return all[id];
  }
}
