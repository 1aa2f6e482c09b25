package org.mhpcheck.specs.property;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.layout.Parameter;
import org.mhpcheck.model.layout.Size;
import org.mhpcheck.model.layout.UsageLayout;

/** The claims about sizes hold of real layouts, and can fail. */
class SizeClaimsTest {
  private static final Map<Parameter, Integer> X86_64 =
      Map.of(
          Parameter.PAGE_SHIFT, 12,
          Parameter.SECTION_SIZE_BITS, 27,
          Parameter.PAGEBLOCK_ORDER, 9,
          Parameter.LONG_BYTES, 8);

  private static final UsageLayout SOUND = UsageLayout.of(Design.parse("v6.12"), true);

  @ParameterizedTest
  @CsvSource({"v5.3,true", "v5.3,false", "v5.7,false", "v6.12,true", "v6.12,false"})
  void holdOfRealLayouts(String design, boolean vmemmap) {
    UsageLayout layout = UsageLayout.of(Design.parse(design), vmemmap);
    for (Property property : Properties.all()) {
      if (property instanceof Property.Arithmetic p) {
        assertTrue(p.holds().apply(layout).holds(X86_64), p::name);
      }
    }
  }

  /** An rcu_head of a size that is no multiple of a long. */
  @Test
  void aCrookedStrideIsNoticed() {
    UsageLayout crooked =
        new UsageLayout(
            SOUND.pageblockFlagBits(), SOUND.mapBits(), Size.of(12), Size.of(52), Size.of(52));
    assertFalse(claim("usage-stride-aligned").holds().apply(crooked).holds(X86_64));
  }

  /** usemap_size() where mem_section_usage_size() is meant: no room for the map. */
  @Test
  void anAllocationOfTheFlagsAloneIsNoticed() {
    UsageLayout small = withSizes(SOUND.usemapSize(), SOUND.usageSize());
    assertFalse(claim("usage-holds-map-and-flags").holds().apply(small).holds(X86_64));
  }

  /** sizeof(*usage) where the full size is meant: the next map lies in these flags. */
  @Test
  void aStrideOfTheStructAloneIsNoticed() {
    UsageLayout dense = withSizes(SOUND.usageSize(), SOUND.structSize());
    assertFalse(claim("packed-usages-do-not-overlap").holds().apply(dense).holds(X86_64));
  }

  private static UsageLayout withSizes(Size usageSize, Size stride) {
    return new UsageLayout(
        SOUND.pageblockFlagBits(), SOUND.mapBits(), SOUND.rcuHeadSize(), usageSize, stride);
  }

  private static Property.Arithmetic claim(String name) {
    return (Property.Arithmetic) Properties.named(name).orElseThrow();
  }
}
