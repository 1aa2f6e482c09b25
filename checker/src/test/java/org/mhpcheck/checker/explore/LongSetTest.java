package org.mhpcheck.checker.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class LongSetTest {
  @Property(tries = 300)
  void agreesWithAHashSet(
      @ForAll @Size(max = 400) List<@LongRange(min = 0) Long> added,
      @ForAll @Size(max = 50) List<@LongRange(min = 0) Long> asked) {
    requireAgreement(added, asked);
  }

  @Property(tries = 300)
  void agreesWithAHashSetOnFewValues(
      @ForAll @Size(max = 400) List<@LongRange(min = 0, max = 60) Long> added,
      @ForAll @Size(max = 50) List<@LongRange(min = 0, max = 60) Long> asked) {
    requireAgreement(added, asked);
  }

  private static void requireAgreement(List<Long> added, List<Long> asked) {
    LongSet set = new LongSet();
    Set<Long> oracle = new HashSet<>();
    for (long value : added) {
      assertEquals(oracle.add(value), set.add(value));
    }
    asked.forEach(value -> assertEquals(oracle.contains(value), set.contains(value)));
    added.forEach(value -> assertTrue(set.contains(value)));
  }

  /**
   * Packed tuples of ids differ in few bits, far apart; and there are more than one table holds.
   */
  @Property(tries = 20)
  void keepsEverythingWhileItGrows(
      @ForAll @IntRange(min = 100, max = 300) int ids,
      @ForAll @IntRange(min = 1, max = 50) int shift) {
    LongSet set = new LongSet();
    long before = set.bytes();
    Set<Long> oracle = new HashSet<>();
    for (long high = 0; high < ids; high++) {
      for (long low = 0; low < ids; low++) {
        assertEquals(oracle.add(high << shift | low), set.add(high << shift | low));
      }
    }
    oracle.forEach(value -> assertTrue(set.contains(value)));
    assertTrue(oracle.size() < 2800 || set.bytes() > before);
  }

  @Example
  void isEmptyAtFirst() {
    assertFalse(new LongSet().contains(0));
    assertFalse(new LongSet().contains(Long.MAX_VALUE));
  }
}
