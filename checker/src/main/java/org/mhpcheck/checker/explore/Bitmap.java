package org.mhpcheck.checker.explore;

import java.util.Arrays;

/** Numbers of section states as bits, for working with; which words can be other than 0 is kept. */
final class Bitmap {
  long[] words = new long[4];

  /** Words before this one are 0. */
  int from = 0;

  /** Words from this one on are 0. */
  int to = 0;

  boolean isEmpty() {
    for (int i = from; i < to; i++) {
      if (words[i] != 0) {
        return false;
      }
    }
    return true;
  }

  void clear() {
    if (from < to) {
      Arrays.fill(words, from, to, 0);
    }
    from = 0;
    to = 0;
  }

  void set(int id) {
    reserve(id >>> 6, (id >>> 6) + 1);
    words[id >>> 6] |= 1L << id;
  }

  boolean get(int id) {
    return id >>> 6 < words.length && (words[id >>> 6] & 1L << id) != 0;
  }

  long word(int i) {
    return i < words.length ? words[i] : 0;
  }

  /** Makes room for words {@code first} up to {@code end}, and counts them in. */
  void reserve(int first, int end) {
    makeRoom(end);
    if (from >= to) {
      from = first;
      to = end;
    } else {
      from = Math.min(from, first);
      to = Math.max(to, end);
    }
  }

  /** Makes room for words up to {@code end}, and counts none in. */
  void makeRoom(int end) {
    if (end > words.length) {
      words = Arrays.copyOf(words, Math.max(end, 2 * words.length));
    }
  }

  int size() {
    int size = 0;
    for (int i = from; i < to; i++) {
      size += Long.bitCount(words[i]);
    }
    return size;
  }

  /** Adds those of {@code a} that are in {@code b} too. */
  void addBoth(Bitmap a, Bitmap b) {
    int first = Math.max(a.from, b.from);
    int end = Math.min(a.to, b.to);
    if (first < end) {
      reserve(first, end);
      for (int i = first; i < end; i++) {
        words[i] |= a.words[i] & b.words[i];
      }
    }
  }

  void addAll(Bitmap other) {
    addBoth(other, other);
  }

  boolean containsAll(Bitmap other) {
    for (int i = other.from; i < other.to; i++) {
      if ((other.words[i] & ~word(i)) != 0) {
        return false;
      }
    }
    return true;
  }

  boolean meets(Bitmap other) {
    int end = Math.min(to, other.to);
    for (int i = Math.max(from, other.from); i < end; i++) {
      if ((words[i] & other.words[i]) != 0) {
        return true;
      }
    }
    return false;
  }

  /** The least number from {@code id} on; {@code -1} if there is none. */
  int next(int id) {
    int i = Math.max(id >>> 6, from);
    if (i >= to) {
      return -1;
    }
    long word = i == id >>> 6 ? words[i] & -1L << id : words[i];
    while (word == 0) {
      if (++i >= to) {
        return -1;
      }
      word = words[i];
    }
    return (i << 6) + Long.numberOfTrailingZeros(word);
  }

  long bytes() {
    return 40 + 8L * words.length;
  }
}
