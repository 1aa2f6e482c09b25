package org.mhpcheck.model.logic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.IntFunction;

/**
 * A bitmap over the subsections of one section, each bit known or unknown.
 *
 * <p>It can be combined point by point, and asked only: is it empty, is it full, does it meet or
 * lie within another, does it hold subsection 0. That no other question exists (no count, no
 * position) is what lets a counterexample at many subsections shrink to few. The accessors that
 * look at single bits are for writers and tests.
 */
public final class Bits {
  /** The most subsections that {@link #text()} writes one by one. */
  public static final int MOST_DIGITS = 16;

  private final int size;
  private final long[] words;
  private final Bit[] unknown;

  private Bits(int size, long[] words, Bit[] unknown) {
    this.size = size;
    this.words = words;
    this.unknown = unknown;
  }

  public static Bits none(int size) {
    return range(size, 0, 0);
  }

  public static Bits full(int size) {
    return range(size, 0, size);
  }

  /** The subsections {@code from} (included) to {@code to} (excluded) of {@code size}. */
  public static Bits range(int size, int from, int to) {
    if (from < 0 || to < from || size < to) {
      throw new IllegalArgumentException("no range " + from + ".." + to + " within " + size);
    }
    long[] words = new long[(size + 63) / 64];
    for (int i = from; i < to; i++) {
      words[i / 64] |= 1L << (i % 64);
    }
    return new Bits(size, words, null);
  }

  /** Reads what {@link #toString()} writes: one digit a subsection, subsection 0 first. */
  public static Bits parse(String digits) {
    long[] words = new long[(digits.length() + 63) / 64];
    for (int i = 0; i < digits.length(); i++) {
      switch (digits.charAt(i)) {
        case '0' -> {}
        case '1' -> words[i / 64] |= 1L << (i % 64);
        default -> throw new IllegalArgumentException("not a bitmap: " + digits);
      }
    }
    return new Bits(digits.length(), words, null);
  }

  /**
   * The lowest {@code size} bits of a word, bit 0 for subsection 0.
   *
   * @param size at most 64
   */
  public static Bits ofWord(int size, long word) {
    if (size > 64) {
      throw new IllegalArgumentException(size + " subsections do not fit a word");
    }
    return new Bits(size, new long[] {word & -1L >>> (64 - size)}, null);
  }

  /** A bitmap whose bit {@code i} is {@code bit.apply(i)}. */
  public static Bits of(int size, IntFunction<Bit> bit) {
    Bit[] bits = new Bit[size];
    boolean known = true;
    for (int i = 0; i < size; i++) {
      bits[i] = bit.apply(i);
      known &= bits[i].isKnown();
    }
    if (!known) {
      return new Bits(size, null, bits);
    }
    long[] words = new long[(size + 63) / 64];
    for (int i = 0; i < size; i++) {
      if (bits[i].isTrue()) {
        words[i / 64] |= 1L << (i % 64);
      }
    }
    return new Bits(size, words, null);
  }

  public static Bits unknown(Circuit circuit, String name, int size) {
    return of(size, circuit.variables(name, size)::get);
  }

  /** The number of subsections, set or not. */
  public int size() {
    return size;
  }

  public boolean isKnown() {
    return words != null;
  }

  public Bits and(Bits other) {
    return isKnown() && other.isKnown() ? zip(other, (x, y) -> x & y) : pointwise(other, Bit::and);
  }

  public Bits or(Bits other) {
    return isKnown() && other.isKnown() ? zip(other, (x, y) -> x | y) : pointwise(other, Bit::or);
  }

  public Bits xor(Bits other) {
    return isKnown() && other.isKnown() ? zip(other, (x, y) -> x ^ y) : pointwise(other, Bit::xor);
  }

  public Bits minus(Bits other) {
    return isKnown() && other.isKnown()
        ? zip(other, (x, y) -> x & ~y)
        : pointwise(other, (x, y) -> x.and(y.not()));
  }

  /** This bitmap if {@code condition} holds, else none. */
  public Bits when(Bit condition) {
    if (condition.isKnown()) {
      return condition.isTrue() ? this : none(size);
    }
    return of(size, i -> bit(i).and(condition));
  }

  public Bit isEmpty() {
    if (isKnown()) {
      for (long word : words) {
        if (word != 0) {
          return Bit.FALSE;
        }
      }
      return Bit.TRUE;
    }
    List<Bit> absent = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      absent.add(bit(i).not());
    }
    return Bit.allOf(absent);
  }

  public Bit isFull() {
    return full(size).minus(this).isEmpty();
  }

  public Bit intersects(Bits other) {
    return and(other).isEmpty().not();
  }

  public Bit subsetOf(Bits other) {
    return minus(other).isEmpty();
  }

  public Bit sameAs(Bits other) {
    return xor(other).isEmpty();
  }

  /** Whether subsection 0, the start of the section, is in. */
  public Bit holdsFirst() {
    return bit(0);
  }

  /** Bit {@code i}; for writers, encoders and tests. */
  public Bit bit(int i) {
    Objects.checkIndex(i, size);
    return isKnown() ? Bit.of((words[i / 64] >>> (i % 64) & 1) != 0) : unknown[i];
  }

  /** Whether bit {@code i} is set; for writers and tests, of known bitmaps only. */
  public boolean get(int i) {
    if (!isKnown()) {
      throw new IllegalStateException("not known: " + this);
    }
    return bit(i).isTrue();
  }

  private interface WordOperator {
    long apply(long x, long y);
  }

  private Bits zip(Bits other, WordOperator operator) {
    requireSameSize(other);
    long[] result = new long[words.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = operator.apply(words[i], other.words[i]);
    }
    return new Bits(size, result, null);
  }

  private Bits pointwise(Bits other, BinaryOperator<Bit> operator) {
    requireSameSize(other);
    return of(size, i -> operator.apply(bit(i), other.bit(i)));
  }

  private void requireSameSize(Bits other) {
    if (size != other.size) {
      throw new IllegalArgumentException(size + " subsections against " + other.size);
    }
  }

  /** For people: the digits of {@link #toString()} while they can be read, else {@link #ranges}. */
  public String text() {
    return size <= MOST_DIGITS ? toString() : ranges();
  }

  /** The opposite of {@link #ofWord}: a known bitmap of at most 64 subsections. */
  public long word() {
    if (words == null || size > 64) {
      throw new IllegalStateException("not known, or more than a word");
    }
    return words[0];
  }

  /** The set subsections as ranges such as {@code 0-31,40}; {@code none} if there are none. */
  public String ranges() {
    List<String> ranges = new ArrayList<>();
    for (int from = 0; from < size; from++) {
      if (get(from)) {
        int last = from;
        while (last + 1 < size && get(last + 1)) {
          last++;
        }
        ranges.add(from == last ? String.valueOf(from) : from + "-" + last);
        from = last;
      }
    }
    return ranges.isEmpty() ? "none" : String.join(",", ranges);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bits b
        && size == b.size
        && Arrays.equals(words, b.words)
        && Arrays.equals(unknown, b.unknown);
  }

  @Override
  public int hashCode() {
    if (!isKnown()) {
      return Arrays.hashCode(unknown);
    }
    int hash = size;
    for (long word : words) {
      // Multiplied, since small bitmaps side by side in a state must not fall on one another.
      hash = 31 * hash + Long.hashCode(word * 0x9E3779B97F4A7C15L);
    }
    return hash;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(size);
    for (int i = 0; i < size; i++) {
      text.append(bit(i).isKnown() ? bit(i) : "?");
    }
    return text.toString();
  }
}
