package org.mhpcheck.checker.explore;

import java.util.Arrays;

/** Numbers of section states, to keep: a list while they are few, bits from then on. */
final class IdSet {
  private static final int FEW = 8;
  private static final int[] NONE = {};
  private static final long[] NO_WORDS = {};
  private static final IdSet EMPTY = new IdSet();

  private int[] few = NONE;
  private long[] words;
  private int size;

  int size() {
    return size;
  }

  boolean contains(int id) {
    if (words != null) {
      return id >>> 6 < words.length && (words[id >>> 6] & 1L << id) != 0;
    }
    for (int i = 0; i < size; i++) {
      if (few[i] == id) {
        return true;
      }
    }
    return false;
  }

  /** Whether {@code id} was not in before. */
  boolean add(int id) {
    if (contains(id)) {
      return false;
    }
    if (words == null && size == FEW) {
      spread(id >>> 6);
    }
    if (words != null) {
      reserve((id >>> 6) + 1);
      words[id >>> 6] |= 1L << id;
    } else {
      if (size == few.length) {
        few = Arrays.copyOf(few, size == 0 ? 2 : 2 * size);
      }
      few[size] = id;
    }
    size++;
    return true;
  }

  /** To bits, with room for word {@code word} at least. */
  private void spread(int word) {
    int last = word;
    for (int i = 0; i < size; i++) {
      last = Math.max(last, few[i] >>> 6);
    }
    words = new long[last + 1];
    for (int i = 0; i < size; i++) {
      words[few[i] >>> 6] |= 1L << few[i];
    }
    few = NONE;
  }

  private void reserve(int length) {
    if (length > words.length) {
      words = Arrays.copyOf(words, Math.max(length, words.length + words.length / 2));
    }
  }

  /** Adds what is in {@code ids} and not in {@code but}, and tells how many were not in before. */
  int addAll(Bitmap ids, IdSet but) {
    boolean isOfWords = words != null && (but.words != null || but.size == 0);
    return isOfWords ? addWords(ids, but.words == null ? NO_WORDS : but.words) : addEach(ids, but);
  }

  private int addWords(Bitmap ids, long[] but) {
    if (ids.to > words.length) {
      reserve(lastWord(ids) + 1);
    }
    int added = 0;
    int end = Math.min(ids.to, words.length);
    for (int i = ids.from; i < end; i++) {
      long fresh = ids.words[i] & ~words[i] & (i < but.length ? ~but[i] : -1L);
      if (fresh != 0) {
        words[i] |= fresh;
        added += Long.bitCount(fresh);
      }
    }
    size += added;
    return added;
  }

  private static int lastWord(Bitmap ids) {
    int last = ids.to - 1;
    while (last > 0 && ids.words[last] == 0) {
      last--;
    }
    return last;
  }

  private int addEach(Bitmap ids, IdSet but) {
    int added = 0;
    for (int i = ids.from; i < ids.to; i++) {
      for (long rest = ids.words[i]; rest != 0; rest &= rest - 1) {
        int id = (i << 6) + Long.numberOfTrailingZeros(rest);
        if (!but.contains(id) && add(id)) {
          added++;
        }
      }
    }
    return added;
  }

  /** Adds all of {@code ids}. */
  void addAll(Bitmap ids) {
    addAll(ids, EMPTY);
  }

  boolean containsAll(Bitmap ids) {
    for (int i = ids.from; i < ids.to; i++) {
      if (words != null) {
        if ((ids.words[i] & ~(i < words.length ? words[i] : 0)) != 0) {
          return false;
        }
        continue;
      }
      for (long rest = ids.words[i]; rest != 0; rest &= rest - 1) {
        if (!contains((i << 6) + Long.numberOfTrailingZeros(rest))) {
          return false;
        }
      }
    }
    return true;
  }

  boolean containsAny(Bitmap ids) {
    if (words == null) {
      for (int i = 0; i < size; i++) {
        if (ids.get(few[i])) {
          return true;
        }
      }
      return false;
    }
    int end = Math.min(ids.to, words.length);
    for (int i = ids.from; i < end; i++) {
      if ((ids.words[i] & words[i]) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Adds all of it to {@code ids}. */
  void addTo(Bitmap ids) {
    if (words == null) {
      for (int i = 0; i < size; i++) {
        ids.set(few[i]);
      }
    } else {
      ids.reserve(0, words.length);
      for (int i = 0; i < words.length; i++) {
        ids.words[i] |= words[i];
      }
    }
  }

  /** Takes all of it out; room for as much stays. */
  void clear() {
    if (words != null) {
      Arrays.fill(words, 0);
    }
    size = 0;
  }

  long bytes() {
    return 32 + (words == null ? 16 + 4L * few.length : 16 + 8L * words.length);
  }
}
