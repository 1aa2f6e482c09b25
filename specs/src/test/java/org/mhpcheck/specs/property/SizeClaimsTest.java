package org.mhpcheck.specs.property;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
    UsageLayout sound = UsageLayout.of(Design.parse("v6.12"), true);
    UsageLayout crooked = new UsageLayout(sound.pageblockFlagBits(), sound.mapBits(), Size.of(12));
    assertEquals(52, crooked.usageSize().value(X86_64));
    assertFalse(claim("usage-stride-aligned").holds().apply(crooked).holds(X86_64));
  }

  private static Property.Arithmetic claim(String name) {
    return (Property.Arithmetic) Properties.named(name).orElseThrow();
  }
}
