package org.mhpcheck.checker.explore;

import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Some states, by what all sections but the last are in. */
final class StateSet {
  /** In the tree. */
  private static final int OF_ROW = 64;

  private final TreeMap<Long, IdSet> rows = new TreeMap<>();
  private long size;
  private long bytes;

  void add(long prefix, int last) {
    IdSet row = rows.get(prefix);
    if (row == null) {
      row = new IdSet();
      rows.put(prefix, row);
      bytes += OF_ROW + row.bytes();
    }
    long before = row.bytes();
    if (row.add(last)) {
      size++;
      bytes += row.bytes() - before;
    }
  }

  void addAll(long prefix, Bitmap last) {
    for (int s = last.next(0); s >= 0; s = last.next(s + 1)) {
      add(prefix, s);
    }
  }

  long size() {
    return size;
  }

  boolean contains(long prefix, int last) {
    IdSet row = rows.get(prefix);
    return row != null && row.contains(last);
  }

  boolean containsAll(long prefix, Bitmap last) {
    IdSet row = rows.get(prefix);
    return last.isEmpty() || row != null && row.containsAll(last);
  }

  boolean containsAny(long prefix, Bitmap last) {
    IdSet row = rows.get(prefix);
    return row != null && row.containsAny(last);
  }

  /** Every row, in the order of the prefixes; a bitmap is good until the next one is told. */
  void forEach(BiConsumer<Long, Bitmap> told) {
    Bitmap states = new Bitmap();
    rows.forEach(
        (prefix, ids) -> {
          states.clear();
          ids.addTo(states);
          told.accept(prefix, states);
        });
  }

  long bytes() {
    return bytes;
  }
}
