package org.mhpcheck.checker.prove;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What Choco was asked and what it said, for others to ask again. Of obligations of one name the
 * last counts: while invariants are looked for, each is asked with what is assumed at the time.
 */
final class Ledger {
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /**
   * @param canBeMet what Choco said
   */
  record Entry(Obligation obligation, boolean canBeMet) {}

  void note(Obligation obligation, boolean canBeMet) {
    entries.remove(obligation.name()); // so that the order is that in which they were last asked
    entries.put(obligation.name(), new Entry(obligation, canBeMet));
  }

  Collection<Entry> entries() {
    return entries.values();
  }
}
