package org.mhpcheck.checker.explore;

import java.util.Arrays;

/**
 * The states of one depth, to keep: rows in the order of their prefixes, of each its last section's
 * states as the gaps between them, most of which take one byte.
 */
final class Level {
  private final long[] prefixes;

  /** Where each row's gaps begin; one more, where the last one's end. */
  private final int[] starts;

  private final byte[] gaps;
  private final long size;

  private Level(long[] prefixes, int[] starts, byte[] gaps, long size) {
    this.prefixes = prefixes;
    this.starts = starts;
    this.gaps = gaps;
    this.size = size;
  }

  int rows() {
    return prefixes.length;
  }

  /** How many states there are. */
  long size() {
    return size;
  }

  long prefix(int row) {
    return prefixes[row];
  }

  /** How many states a row has, at most: each takes a byte or more. */
  int statesAtMost(int row) {
    return starts[row + 1] - starts[row];
  }

  /** Makes {@code states} the states of a row. */
  void read(int row, Bitmap states) {
    states.clear();
    int state = -1;
    int end = starts[row + 1];
    for (int i = starts[row]; i < end; ) {
      int gap = 0;
      int shift = 0;
      byte part;
      do {
        part = gaps[i++];
        gap |= (part & 0x7f) << shift;
        shift += 7;
      } while (part < 0);
      state += gap + 1;
      states.set(state);
    }
  }

  long bytes() {
    return 64 + 12L * prefixes.length + gaps.length;
  }

  /** Takes rows in ascending order of their prefixes. */
  static final class Writer {
    private final long[] prefixes;
    private final int[] starts;
    private byte[] gaps;
    private int rows;
    private int end;
    private long size;

    /**
     * @param rows how many there will be
     */
    Writer(int rows, long states) {
      prefixes = new long[rows];
      starts = new int[rows + 1];
      gaps = new byte[(int) Math.min(1 << 28, states + states / 4 + 16)];
    }

    void add(long prefix, Bitmap states) {
      prefixes[rows++] = prefix;
      int last = -1;
      for (int s = states.next(0); s >= 0; s = states.next(s + 1)) {
        int gap = s - last - 1;
        if (end + 5 > gaps.length) {
          gaps = Arrays.copyOf(gaps, Math.addExact(gaps.length, gaps.length / 2 + 16));
        }
        while (gap > 0x7f) {
          gaps[end++] = (byte) (gap | 0x80);
          gap >>>= 7;
        }
        gaps[end++] = (byte) gap;
        last = s;
        size++;
      }
      starts[rows] = end;
    }

    Level level() {
      return new Level(prefixes, starts, Arrays.copyOf(gaps, end), size);
    }
  }
}
