package org.mhpcheck.model.logic;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Known bitmaps of a size, for laws. */
public final class AnyBits {
  private AnyBits() {}

  /** Any, the empty and the full one often. */
  public static Arbitrary<Bits> of(int size) {
    Arbitrary<Bits> scattered =
        Arbitraries.of(true, false)
            .list()
            .ofSize(size)
            .map(bits -> Bits.of(size, i -> Bit.of(bits.get(i))));
    return Arbitraries.oneOf(
            scattered, range(size), Arbitraries.of(Bits.none(size), Bits.full(size)))
        .withoutEdgeCases();
  }

  /** Any contiguous range that is not empty. */
  public static Arbitrary<Bits> range(int size) {
    Arbitrary<Integer> ends = Arbitraries.integers().between(0, size - 1);
    return Combinators.combine(ends, ends)
        .as((a, b) -> Bits.range(size, Math.min(a, b), Math.max(a, b) + 1));
  }
}
