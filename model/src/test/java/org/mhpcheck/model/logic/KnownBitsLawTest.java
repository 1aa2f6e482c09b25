package org.mhpcheck.model.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Known bitmaps of any size (a word, several, a part of one) behave as java.util.BitSet does. */
class KnownBitsLawTest {
  private record Two(Bits a, Bits b) {}

  @Property
  void pointwise(@ForAll("two") Two two) {
    assertEquals(combined(two, BitSet::and), two.a().and(two.b()));
    assertEquals(combined(two, BitSet::or), two.a().or(two.b()));
    assertEquals(combined(two, BitSet::xor), two.a().xor(two.b()));
    assertEquals(combined(two, BitSet::andNot), two.a().minus(two.b()));
  }

  @Property
  void questions(@ForAll("two") Two two) {
    BitSet a = set(two.a());
    BitSet b = set(two.b());
    assertSame(Bit.of(a.isEmpty()), two.a().isEmpty());
    assertSame(Bit.of(a.cardinality() == two.a().size()), two.a().isFull());
    assertSame(Bit.of(a.intersects(b)), two.a().intersects(two.b()));
    BitSet outside = set(two.a());
    outside.andNot(b);
    assertSame(Bit.of(outside.isEmpty()), two.a().subsetOf(two.b()));
    assertSame(Bit.of(a.equals(b)), two.a().sameAs(two.b()));
    assertSame(Bit.of(a.get(0)), two.a().holdsFirst());
  }

  @Property
  void equalityIsOfSizeAndBits(@ForAll("two") Two two) {
    assertEquals(set(two.a()).equals(set(two.b())), two.a().equals(two.b()));
    Bits again = bits(two.a().size(), set(two.a()));
    assertEquals(two.a(), again);
    assertEquals(two.a().hashCode(), again.hashCode());
  }

  @Property
  void whenKeepsAllOrNothing(@ForAll("two") Two two) {
    assertSame(two.a(), two.a().when(Bit.TRUE));
    assertEquals(Bits.none(two.a().size()), two.a().when(Bit.FALSE));
  }

  @Property
  void rangesAreTheirBits(@ForAll("two") Two two) {
    int size = two.a().size();
    int from = set(two.a()).cardinality() / 2;
    for (int to = from; to <= size; to++) {
      BitSet range = new BitSet();
      range.set(from, to);
      assertEquals(bits(size, range), Bits.range(size, from, to));
    }
    assertEquals(bits(size, new BitSet()), Bits.none(size));
    assertTrue(Bits.full(size).isFull().isTrue());
  }

  private static Bits combined(Two two, BitSetOperation operation) {
    BitSet result = set(two.a());
    operation.apply(result, set(two.b()));
    return bits(two.a().size(), result);
  }

  private interface BitSetOperation {
    void apply(BitSet to, BitSet other);
  }

  private static BitSet set(Bits bits) {
    BitSet set = new BitSet();
    for (int i = 0; i < bits.size(); i++) {
      set.set(i, bits.get(i));
    }
    return set;
  }

  private static Bits bits(int size, BitSet set) {
    return Bits.of(size, i -> Bit.of(set.get(i)));
  }

  @Provide
  Arbitrary<Two> two() {
    return Arbitraries.integers()
        .between(1, 130)
        .flatMap(size -> Combinators.combine(AnyBits.of(size), AnyBits.of(size)).as(Two::new))
        .withoutEdgeCases();
  }
}
