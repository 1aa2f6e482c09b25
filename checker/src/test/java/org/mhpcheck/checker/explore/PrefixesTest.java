package org.mhpcheck.checker.explore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prefixes keep states apart as long as there is room, and say when there is none. */
class PrefixesTest {
  /** 63 bits are shared; of no more than 31 can a state have. */
  @ParameterizedTest
  @CsvSource({
    "2, false, 31",
    "3, false, 31",
    "4, false, 21",
    "8, false, 9",
    "2, true, 31",
    "7, true, 9"
  })
  void keepWhatIsPut(int sections, boolean hasWord, int bits) {
    Prefixes prefixes = new Prefixes(sections, hasWord);
    int most = (int) ((1L << bits) - 1);
    int[] state = new int[sections + (hasWord ? 1 : 0)];
    for (int i = 0; i < state.length; i++) {
      state[i] = most - i;
    }
    long prefix = prefixes.of(state);
    assertArrayEquals(state, prefixes.state(prefix, state[prefixes.last()]));
    assertEquals(sections - 1, prefixes.last());
    long changed = prefixes.with(prefix, 0, 1);
    assertEquals(1, prefixes.of(changed, 0));
    assertEquals(prefix, prefixes.with(changed, 0, most));
  }

  @Test
  void sayWhenThereIsNoRoom() {
    Prefixes prefixes = new Prefixes(8, false);
    assertEquals(511, prefixes.of(prefixes.with(0, 6, 511), 6));
    StateSpaceTooLargeException full =
        assertThrows(StateSpaceTooLargeException.class, () -> prefixes.with(0, 6, 512));
    assertEquals(
        "more than 512 states of one section, all that can be told apart in each of 8",
        full.getMessage());
  }

  /** Through every growth of the table, and with keys whose low bits are alike. */
  @Test
  void findTheirValues() {
    PrefixMap<String> map = new PrefixMap<>();
    for (int i = 0; i < 1000; i++) {
      long key = (long) i << (i % 3 * 20);
      String made = "value " + i;
      String known = map.get(key);
      assertSame(known == null ? made : known, map.add(key, made));
    }
    assertEquals("value 999", map.get(999));
    assertEquals("value 1", map.get(1 << 20));
    assertNull(map.get(-1));
    assertEquals(1000, map.size());
  }

  /** Two thirds full, it is doubled: what limits of memory go by. */
  @Test
  void takeRoomAsTheyAreMore() {
    PrefixMap<Integer> map = new PrefixMap<>();
    for (int i = 0; i < 42; i++) {
      map.add(i, i);
      map.add(i, -1);
    }
    assertEquals(42, map.size());
    assertEquals(12 * 64, map.bytes());
    map.add(42, 42);
    assertEquals(12 * 128, map.bytes());
    assertEquals(17, map.get(17));
  }
}
