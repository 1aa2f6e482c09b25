package org.mhpcheck.checker.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** A set of numbers, few or many, does what a set of Java's does. */
class IdSetLawTest {
  private static final int MOST = 400;

  /** Few, or more than are kept as a list; near each other, or words apart. */
  @Provide
  Arbitrary<Set<Integer>> numbers() {
    Arbitrary<Integer> near = Arbitraries.integers().between(0, 70);
    Arbitrary<Integer> far = Arbitraries.integers().between(0, MOST);
    return Arbitraries.oneOf(near, far).set().ofMaxSize(20);
  }

  private static IdSet of(Set<Integer> numbers) {
    IdSet ids = new IdSet();
    numbers.forEach(ids::add);
    return ids;
  }

  private static Bitmap bits(Set<Integer> numbers) {
    Bitmap bits = new Bitmap();
    numbers.forEach(bits::set);
    return bits;
  }

  private static void requireSame(Set<Integer> expected, IdSet ids) {
    assertEquals(expected.size(), ids.size());
    Bitmap told = new Bitmap();
    ids.addTo(told);
    for (int i = 0; i <= MOST + 64; i++) {
      assertEquals(expected.contains(i), ids.contains(i));
      assertEquals(expected.contains(i), told.get(i));
    }
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void addsOneByOne(@ForAll @Size(max = 4) List<@From("numbers") Set<Integer>> rounds) {
    IdSet ids = new IdSet();
    Set<Integer> expected = new HashSet<>();
    for (Set<Integer> round : rounds) {
      round.forEach(i -> assertEquals(expected.add(i), ids.add(i)));
      requireSame(expected, ids);
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void addsAllButSome(
      @ForAll("numbers") Set<Integer> before,
      @ForAll("numbers") Set<Integer> fresh,
      @ForAll("numbers") Set<Integer> but) {
    IdSet ids = of(before);
    Set<Integer> expected = new HashSet<>(fresh);
    expected.removeAll(but);
    expected.addAll(before);
    assertEquals(expected.size() - before.size(), ids.addAll(bits(fresh), of(but)));
    requireSame(expected, ids);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void containsAllOrAny(
      @ForAll("numbers") Set<Integer> numbers, @ForAll("numbers") Set<Integer> asked) {
    IdSet ids = of(numbers);
    assertEquals(numbers.containsAll(asked), ids.containsAll(bits(asked)));
    assertEquals(asked.stream().anyMatch(numbers::contains), ids.containsAny(bits(asked)));
    Set<Integer> both = new HashSet<>(asked);
    both.retainAll(numbers);
    assertTrue(ids.containsAll(bits(both)));
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void isEmptyOnceCleared(
      @ForAll("numbers") Set<Integer> before, @ForAll("numbers") Set<Integer> after) {
    IdSet ids = of(before);
    ids.clear();
    requireSame(Set.of(), ids);
    after.forEach(ids::add);
    requireSame(after, ids);
  }

  /** What limits of memory go by: a list twice as long at need, then a word for 64 numbers. */
  @Example
  void takesRoomForWhatIsInIt() {
    IdSet ids = new IdSet();
    int[] room = {0, 2, 2, 4, 4, 8, 8, 8, 8};
    for (int i = 0; i < room.length; i++) {
      assertEquals(32 + 16 + 4 * room[i], ids.bytes());
      ids.add(64 * i);
    }
    assertEquals(32 + 16 + 8 * 9, ids.bytes());
    ids.add(64 * 9);
    assertEquals(32 + 16 + 8 * 13, ids.bytes(), "half as much again");
    ids.add(64 * 40);
    assertEquals(32 + 16 + 8 * 41, ids.bytes(), "as much as is needed");
    assertFalse(ids.contains(64 * 41));
  }

  /** Zeros at the end of what is added need no room. */
  @Example
  void emptyWordsTakeNone() {
    IdSet ids = of(Set.of(0, 1, 2, 3, 4, 5, 6, 7, 8));
    Bitmap wide = bits(Set.of(9));
    wide.reserve(0, 10);
    assertEquals(1, ids.addAll(wide, new IdSet()));
    assertEquals(32 + 16 + 8, ids.bytes());
  }
}
