package org.mhpcheck.checker.explore;

import java.util.Arrays;

/**
 * The visited set: longs, exactly, by open addressing with linear probing, at most two thirds full.
 *
 * <p>Any number of threads may ask while none adds.
 */
final class LongSet {
  private static final long EMPTY = Long.MIN_VALUE; // no packed state has the sign bit

  private long[] slots = newSlots(1 << 12);
  private int size;

  private static long[] newSlots(int capacity) {
    long[] slots = new long[capacity];
    Arrays.fill(slots, EMPTY);
    return slots;
  }

  boolean contains(long value) {
    return slots[slot(slots, value)] == value;
  }

  /** Whether {@code value} was not in before. */
  boolean add(long value) {
    int slot = slot(slots, value);
    if (slots[slot] == value) {
      return false;
    }
    slots[slot] = value;
    if (++size > slots.length / 3 * 2) {
      grow();
    }
    return true;
  }

  /** Of the table, in bytes. */
  long bytes() {
    return 8L * slots.length;
  }

  private void grow() {
    long[] larger = newSlots(Math.multiplyExact(slots.length, 2));
    for (long value : slots) {
      if (value != EMPTY) {
        larger[slot(larger, value)] = value;
      }
    }
    slots = larger;
  }

  /** Where {@code value} is, or would go. */
  private static int slot(long[] slots, long value) {
    int mask = slots.length - 1;
    int slot = (int) mix(value) & mask;
    while (slots[slot] != EMPTY && slots[slot] != value) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  /** The finaliser of splitmix64: packed ids differ in few bits, slots must not. */
  private static long mix(long value) {
    long z = value * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
