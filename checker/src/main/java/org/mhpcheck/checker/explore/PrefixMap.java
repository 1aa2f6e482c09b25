package org.mhpcheck.checker.explore;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Values by the packed states of all sections but the last. Any number of threads may ask and add
 * at once.
 */
final class PrefixMap<V> {
  private static final VarHandle VALUES = MethodHandles.arrayElementVarHandle(Object[].class);
  private static final long MIX = 0x9E3779B97F4A7C15L;

  /** Open addressing, linear probing: at most two thirds full. */
  private record Table(long[] keys, Object[] values) {
    int slot(long key) {
      return (int) (key * MIX >>> 32) & keys.length - 1;
    }

    /** A value is there before it is seen, and its key before it. */
    Object get(long key) {
      int mask = keys.length - 1;
      for (int slot = slot(key); ; slot = slot + 1 & mask) {
        Object value = VALUES.getAcquire(values, slot);
        if (value == null || keys[slot] == key) {
          return value;
        }
      }
    }

    void put(long key, Object value) {
      int mask = keys.length - 1;
      int slot = slot(key);
      while (values[slot] != null) {
        slot = slot + 1 & mask;
      }
      keys[slot] = key;
      VALUES.setRelease(values, slot, value);
    }
  }

  private volatile Table table = new Table(new long[64], new Object[64]);
  private int size;

  /** {@code null} if there is none. */
  @SuppressWarnings("unchecked") // only add() puts values in
  V get(long prefix) {
    return (V) table.get(prefix);
  }

  /** The value there is by now; {@code made}, if there is none. */
  synchronized V add(long prefix, V made) {
    V known = get(prefix);
    if (known != null) {
      return known;
    }
    if (++size > table.keys().length / 3 * 2) {
      grow();
    }
    table.put(prefix, made);
    return made;
  }

  private void grow() {
    Table old = table;
    int capacity = Math.multiplyExact(old.keys().length, 2);
    Table larger = new Table(new long[capacity], new Object[capacity]);
    for (int i = 0; i < old.keys().length; i++) {
      if (old.values()[i] != null) {
        larger.put(old.keys()[i], old.values()[i]);
      }
    }
    table = larger;
  }

  int size() {
    return size;
  }

  /** Without the values. */
  long bytes() {
    return 12L * table.keys().length;
  }
}
