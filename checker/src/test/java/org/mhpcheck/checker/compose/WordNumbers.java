package org.mhpcheck.checker.compose;

import java.util.Arrays;

/** Numbers from 0 for words, in the order in which they come: open addressing, linear probes. */
final class WordNumbers {
  private static final int FIRST_SLOTS = 1 << 10;

  private long[] words = new long[FIRST_SLOTS / 2];
  private int size;

  /** A number plus one, or 0; at most half of the slots are taken. */
  private int[] slots = new int[FIRST_SLOTS];

  /** The number of {@code word}, which gets one if it has none. */
  int of(long word) {
    int slot = slot(word);
    while (slots[slot] != 0) {
      if (words[slots[slot] - 1] == word) {
        return slots[slot] - 1;
      }
      slot = slot + 1 & slots.length - 1;
    }
    if (size == words.length) {
      grow();
      return of(word);
    }
    words[size] = word;
    slots[slot] = ++size;
    return size - 1;
  }

  long word(int number) {
    return words[number];
  }

  private int slot(long word) {
    long spread = word * 0x9E3779B97F4A7C15L;
    return (int) (spread >>> 32) & slots.length - 1;
  }

  private void grow() {
    words = Arrays.copyOf(words, 2 * words.length);
    slots = new int[2 * words.length];
    for (int i = 0; i < size; i++) {
      int slot = slot(words[i]);
      while (slots[slot] != 0) {
        slot = slot + 1 & slots.length - 1;
      }
      slots[slot] = i + 1;
    }
  }
}
