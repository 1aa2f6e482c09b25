package org.mhpcheck.checker.explore;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The states of one depth, to keep: rows in the order of their prefixes, of each its last section's
 * states in as few bytes as they take, as gaps between them or as bits.
 */
final class Level {
  private final long[] prefixes;

  /** By row, how many states it has. */
  private final int[] sizes;

  /** By row, where it begins: the number of its chunk, and behind that the place in it. */
  private final long[] starts;

  private final byte[][] chunks;
  private final long size;

  private Level(long[] prefixes, int[] sizes, long[] starts, byte[][] chunks) {
    this.prefixes = prefixes;
    this.sizes = sizes;
    this.starts = starts;
    this.chunks = chunks;
    this.size = Arrays.stream(sizes).asLongStream().sum();
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

  /** How many states a row has. */
  int size(int row) {
    return sizes[row];
  }

  /** Makes {@code states} the states of a row. */
  void read(int row, Bitmap states) {
    states.clear();
    new Reader(chunks[(int) (starts[row] >>> 32)], (int) starts[row]).read(sizes[row], states);
  }

  /** Whether a state, by its prefix and its last section's state, is one of some. */
  interface Selected {
    boolean is(long prefix, int last);
  }

  /** Its states that {@code selected} is true of. */
  StateSet select(Selected selected) {
    StateSet found = new StateSet();
    Bitmap states = new Bitmap();
    for (int row = 0; row < prefixes.length; row++) {
      read(row, states);
      for (int s = states.next(0); s >= 0; s = states.next(s + 1)) {
        if (selected.is(prefixes[row], s)) {
          found.add(prefixes[row], s);
        }
      }
    }
    return found;
  }

  /** Numbers of seven bits a byte, the lowest first; and words of bits. */
  private static final class Reader {
    private final byte[] bytes;
    private int at;

    Reader(byte[] bytes, int at) {
      this.bytes = bytes;
      this.at = at;
    }

    private int number() {
      int number = 0;
      for (int shift = 0; ; shift += 7) {
        byte part = bytes[at++];
        number |= (part & 0x7f) << shift;
        if (part >= 0) {
          return number;
        }
      }
    }

    void read(int size, Bitmap states) {
      int words = number();
      if (words > 0) {
        int first = number();
        states.reserve(first, first + words);
        for (int i = first; i < first + words; i++) {
          long word = 0;
          for (int shift = 0; shift < 64; shift += 8) {
            word |= (bytes[at++] & 0xffL) << shift;
          }
          states.words[i] = word;
        }
        return;
      }
      int state = -1;
      for (int i = 0; i < size; i++) {
        state += number() + 1;
        states.set(state);
      }
    }
  }

  long bytes() {
    long bytes = 100 + 20L * prefixes.length;
    for (byte[] chunk : chunks) {
      bytes += 16 + chunk.length;
    }
    return bytes;
  }

  /** How many blocks it is written in, each of which is not too large. */
  int blocks() {
    return 1 + chunks.length;
  }

  void write(int block, DataOutput out) throws IOException {
    if (block > 0) {
      out.writeInt(chunks[block - 1].length);
      out.write(chunks[block - 1]);
      return;
    }
    out.writeInt(chunks.length);
    out.writeInt(prefixes.length);
    for (int i = 0; i < prefixes.length; i++) {
      out.writeLong(prefixes[i]);
      out.writeInt(sizes[i]);
      out.writeLong(starts[i]);
    }
  }

  /** Takes in blocks as they were written. */
  static final class Reading {
    private byte[][] chunks = {};
    private int missing;
    private long[] prefixes = {};
    private int[] sizes = {};
    private long[] starts = {};

    /** The first block; what was read in part before is forgotten. */
    void begin(DataInput in) throws IOException {
      missing = in.readInt();
      chunks = new byte[missing][];
      int rows = in.readInt();
      prefixes = new long[rows];
      sizes = new int[rows];
      starts = new long[rows];
      for (int i = 0; i < rows; i++) {
        prefixes[i] = in.readLong();
        sizes[i] = in.readInt();
        starts[i] = in.readLong();
      }
    }

    /** Any other block. */
    void goOn(DataInput in) throws IOException {
      byte[] chunk = new byte[in.readInt()];
      in.readFully(chunk);
      chunks[chunks.length - missing--] = chunk;
    }

    boolean isWhole() {
      return missing == 0;
    }

    Level level() {
      return new Level(prefixes, sizes, starts, chunks);
    }
  }

  /** Takes rows in ascending order of their prefixes. */
  static final class Writer {
    private static final int CHUNK = 1 << 22;

    private final long[] prefixes;
    private final int[] sizes;
    private final long[] starts;
    private final List<byte[]> chunks = new ArrayList<>();
    private byte[] bytes = new byte[1 << 8];
    private int end;
    private int rows;

    /**
     * @param rows how many there will be
     */
    Writer(int rows) {
      prefixes = new long[rows];
      sizes = new int[rows];
      starts = new long[rows];
    }

    void add(long prefix, Bitmap states) {
      int first = states.next(0) >>> 6;
      int last = states.to;
      while (last > 0 && states.words[last - 1] == 0) {
        last--;
      }
      int size = states.size();
      int words = last - first;
      // A gap takes five bytes at most, and bits are taken where they are shorter.
      int most = 10 + (8 * words <= size ? 8 * words : 5 * size);
      if (end > 0 && end + most > CHUNK) {
        finishChunk();
      }
      if (end + most > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(end + most, Math.min(CHUNK, 2 * bytes.length)));
      }
      prefixes[rows] = prefix;
      sizes[rows] = size;
      starts[rows++] = (long) chunks.size() << 32 | end;
      // A gap takes a byte at least: where bits take no more, nothing is shorter.
      if (8 * words <= size) {
        bits(states, first, words);
      } else {
        gaps(states);
      }
    }

    private void number(int number) {
      int rest = number;
      while (rest > 0x7f) {
        bytes[end++] = (byte) (rest | 0x80);
        rest >>>= 7;
      }
      bytes[end++] = (byte) rest;
    }

    private void bits(Bitmap states, int first, int words) {
      number(words);
      number(first);
      for (int i = first; i < first + words; i++) {
        for (int shift = 0; shift < 64; shift += 8) {
          bytes[end++] = (byte) (states.words[i] >>> shift);
        }
      }
    }

    private void gaps(Bitmap states) {
      number(0);
      int last = -1;
      for (int s = states.next(0); s >= 0; s = states.next(s + 1)) {
        number(s - last - 1);
        last = s;
      }
    }

    private void finishChunk() {
      chunks.add(Arrays.copyOf(bytes, end));
      end = 0;
    }

    Level level() {
      if (end > 0) {
        finishChunk();
      }
      return new Level(prefixes, sizes, starts, chunks.toArray(byte[][]::new));
    }
  }
}
