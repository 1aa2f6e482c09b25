package org.mhpcheck.checker.explore;

import java.util.Arrays;

/** A growing array of longs. */
final class LongList {
  private long[] values = new long[1 << 10];
  private int size;

  void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.multiplyExact(size, 2));
    }
    values[size++] = value;
  }

  long get(int index) {
    return values[index];
  }

  int size() {
    return size;
  }

  /** Of the array, in bytes. */
  long bytes() {
    return 8L * values.length;
  }
}
