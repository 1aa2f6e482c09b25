package org.mhpcheck.checker.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Bits, with words that are known to be 0 left out, do what a set does. */
class BitmapLawTest {
  @Provide
  Arbitrary<Set<Integer>> numbers() {
    return Arbitraries.integers().between(0, 600).set().ofMaxSize(8);
  }

  private static Bitmap of(Set<Integer> numbers) {
    Bitmap bits = new Bitmap();
    numbers.forEach(bits::set);
    return bits;
  }

  private static void requireSame(Set<Integer> expected, Bitmap bits) {
    assertEquals(expected.isEmpty(), bits.isEmpty());
    assertEquals(expected.size(), bits.size());
    List<Integer> found = new ArrayList<>();
    for (int i = bits.next(0); i >= 0; i = bits.next(i + 1)) {
      found.add(i);
    }
    assertEquals(List.copyOf(new TreeSet<>(expected)), found);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void keepsWhatIsSet(@ForAll("numbers") Set<Integer> one, @ForAll("numbers") Set<Integer> other) {
    Bitmap bits = of(one);
    requireSame(one, bits);
    bits.addAll(of(other));
    Set<Integer> all = new HashSet<>(one);
    all.addAll(other);
    requireSame(all, bits);
    bits.clear();
    requireSame(Set.of(), bits);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void comparesAsSetsDo(
      @ForAll("numbers") Set<Integer> one, @ForAll("numbers") Set<Integer> other) {
    Set<Integer> both = new HashSet<>(one);
    both.retainAll(other);
    Set<Integer> more = new HashSet<>(one);
    more.addAll(other);
    assertEquals(one.containsAll(other), of(one).containsAll(of(other)));
    assertTrue(of(more).containsAll(of(other)));
    assertEquals(!both.isEmpty(), of(one).meets(of(other)));
    assertTrue(other.isEmpty() || of(more).meets(of(other)));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void addsWhatIsInBoth(
      @ForAll("numbers") Set<Integer> before,
      @ForAll("numbers") Set<Integer> one,
      @ForAll("numbers") Set<Integer> other) {
    Set<Integer> shared = new HashSet<>(one);
    shared.addAll(before); // else they would have next to nothing in common
    Bitmap bits = of(other);
    bits.addBoth(of(shared), of(before));
    Set<Integer> expected = new HashSet<>(other);
    expected.addAll(before);
    requireSame(expected, bits);
  }
}
