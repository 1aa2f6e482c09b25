package org.mhpcheck.model.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mhpcheck.model.design.Design;

class FlagBitsTest {
  private static final List<String> RELEASES = List.of("v5.2", "v5.3", "v5.12", "v5.14", "v6.15");

  @ParameterizedTest
  @CsvSource({
    "v5.2,3,3",
    "v5.3,4,3",
    "v5.11,4,3",
    "v5.12,5,3",
    "v5.13,5,3",
    "v5.14,5,6",
    "v5.19,5,6",
    "v6.0,5,5",
    "v6.12,5,5",
    "v6.12-01c8d337d195,5,3",
    "v5.14-01c8d337d195,5,3",
    "v6.15,6,6"
  })
  void flagsCameInAndTheNodeIdMoved(String design, int flags, int shift) {
    FlagBits bits = FlagBits.of(Design.parse(design));
    assertEquals(flags, bits.flags().size());
    assertEquals(shift, bits.nodeIdShift());
  }

  @ParameterizedTest
  @CsvSource({
    "v5.2,   1,IS_EARLY,          false",
    "v5.3,   1,IS_EARLY,          true",
    "v5.3,   2,IS_EARLY,          false",
    "v5.11,  2,TAINT_ZONE_DEVICE, false",
    "v5.12,  1,TAINT_ZONE_DEVICE, false",
    "v5.12,  2,TAINT_ZONE_DEVICE, true",
    "v5.13,  3,TAINT_ZONE_DEVICE, true",
    "v5.13,  4,TAINT_ZONE_DEVICE, false",
    "v5.14,  2,TAINT_ZONE_DEVICE, false",
    "v6.12,  1,TAINT_ZONE_DEVICE, false",
    "v5.13,  7,IS_ONLINE,         false"
  })
  void aNodeIdSetsTheFlagsItReaches(String design, int node, SectionFlag flag, boolean sets) {
    assertEquals(sets, FlagBits.of(Design.parse(design)).isSetByNodeId(flag, node));
  }

  /** The same as the shift of sparse_encode_early_nid(), done plainly. */
  @Property
  void aNodeIdIsShiftedOverTheFlags(
      @ForAll @IntRange(max = 1023) int node, @ForAll @IntRange(max = 4) int release) {
    FlagBits bits = FlagBits.of(Design.parse(RELEASES.get(release)));
    long word = (long) node << bits.nodeIdShift();
    for (SectionFlag flag : bits.flags()) {
      boolean set = (word >> bits.flags().indexOf(flag) & 1) != 0;
      assertEquals(set, bits.isSetByNodeId(flag, node));
    }
  }

  /**
   * sparse_encode_mem_map() and sparse_decode_mem_map(), done plainly: what is decoded was encoded,
   * for as many flags as the claims about it allow, and for one more it may not be.
   */
  @Property(edgeCases = EdgeCasesMode.NONE)
  void whatIsDecodedWasEncoded(
      @ForAll @IntRange(min = 12, max = 16) int pageShift,
      @ForAll @IntRange(min = 21, max = 32) int sectionSizeBits,
      @ForAll @LongRange(min = 1, max = 1L << 30) long page,
      @ForAll @LongRange(max = 1L << 20) long section,
      @ForAll @IntRange(min = 1, max = 12) int longsOfPage) {
    int flags = Math.min(sectionSizeBits - pageShift, pageShift);
    long memmap = page << pageShift;
    long before = (section << (sectionSizeBits - pageShift)) * longsOfPage * 8;
    assertEquals(memmap, decoded(memmap, before, flags));
    assertFalse((memmap - before & (1L << flags) - 1) != 0);
  }

  @Property
  void oneFlagTooManyIsAnotherMemmap(@ForAll @LongRange(min = 0, max = 1L << 30) long odd) {
    long memmap = (odd * 2 + 1) << 12;
    assertEquals(memmap, decoded(memmap, 0, 12));
    assertTrue(memmap != decoded(memmap, 0, 13));
  }

  private static long decoded(long memmap, long before, int flags) {
    long span = (1L << flags) - 1;
    long word = memmap - before | span;
    return (word & ~span) + before;
  }
}
