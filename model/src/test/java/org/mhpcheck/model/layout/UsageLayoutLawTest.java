package org.mhpcheck.model.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.mhpcheck.model.design.AnyDesign;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Design;

/** The formulas come to what plain arithmetic comes to, whatever the parameters. */
class UsageLayoutLawTest {

  @Property(edgeCases = EdgeCasesMode.NONE)
  void formulasAreArithmetic(
      @ForAll("designs") Design design,
      @ForAll boolean vmemmap,
      @ForAll boolean is64Bit,
      @ForAll @IntRange(min = 12, max = 18) int pageShift,
      @ForAll @IntRange(min = 0, max = 16) int pageblockOrder,
      @ForAll @IntRange(min = 0, max = 9) int spare) {
    int bytes = is64Bit ? 8 : 4;
    int bitsOfPageblock = UsageLayout.pageblockBits(design);
    int sectionBits = Math.max(21, pageShift + pageblockOrder + spare);
    Map<Parameter, Integer> values =
        Map.of(
            Parameter.PAGE_SHIFT, pageShift,
            Parameter.SECTION_SIZE_BITS, sectionBits,
            Parameter.PAGEBLOCK_ORDER, pageblockOrder,
            Parameter.NR_PAGEBLOCK_BITS, bitsOfPageblock,
            Parameter.LONG_BYTES, bytes);
    UsageLayout layout = UsageLayout.of(design, vmemmap);

    long rcu = design.has(Change.USAGE_FREED_BY_RCU) ? 2L * bytes : 0;
    boolean hasMap =
        design.has(Change.MEM_SECTION_USAGE)
            && (vmemmap || !design.has(Change.MAP_ONLY_IF_VMEMMAP));
    long map = hasMap ? wholeLongs(1L << (sectionBits - 21), bytes) : 0;
    long pageblocks = (1L << sectionBits) / ((1L << pageShift) << pageblockOrder);
    assertEquals(design.has(Change.ISOLATION_IN_PAGEBLOCK_BIT) ? 8 : 4, bitsOfPageblock);
    long flags = wholeLongs(bitsOfPageblock * pageblocks, bytes);
    assertEquals(rcu + map, layout.structSize().value(values));
    assertEquals(flags, layout.usemapSize().value(values));
    assertEquals(rcu + map + flags, layout.usageSize().value(values));
  }

  /** The bytes of as many unsigned longs as hold {@code bits}. */
  private static long wholeLongs(long bits, int bytes) {
    long longs = 0;
    while (longs * bytes * 8 < bits) {
      longs++;
    }
    return longs * bytes;
  }

  @Provide
  Arbitrary<Design> designs() {
    return AnyDesign.any();
  }
}
