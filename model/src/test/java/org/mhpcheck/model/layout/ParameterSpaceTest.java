package org.mhpcheck.model.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mhpcheck.model.design.Design;

class ParameterSpaceTest {
  private static final Set<Parameter> SECTIONS =
      EnumSet.of(Parameter.PAGE_SHIFT, Parameter.SECTION_SIZE_BITS);

  private static ParameterSpace space(String name) {
    Design design = Design.parse(name);
    return ParameterSpace.of(design, SectionLayout.of(design, true));
  }

  /** 5 page sizes and 12 section sizes; six flags need 6 bits, which 64 KB in 2 MB do not leave. */
  @ParameterizedTest
  @CsvSource({"v5.3,60", "v6.12,60", "v6.15,59"})
  void isWhatPassesTheGuards(String design, int tuples) {
    assertEquals(tuples, space(design).tuples(SECTIONS).size());
  }

  @Test
  void noAllocationExceedsASection() {
    Set<Parameter> asked = EnumSet.copyOf(SECTIONS);
    asked.add(Parameter.MAX_PAGE_ORDER);
    List<Map<Parameter, Integer>> tuples = space("v6.12").tuples(asked);
    assertEquals(370, tuples.size());
    for (Map<Parameter, Integer> tuple : tuples) {
      int largest = tuple.get(Parameter.PAGE_SHIFT) + tuple.get(Parameter.MAX_PAGE_ORDER);
      assertTrue(largest <= tuple.get(Parameter.SECTION_SIZE_BITS), () -> "" + tuple);
    }
  }

  @Test
  void pageblockFlagsMayBeTwiceAsManySinceIsolation() {
    Set<Parameter> asked = EnumSet.of(Parameter.NR_PAGEBLOCK_BITS);
    assertEquals("NR_PAGEBLOCK_BITS 4", space("v6.16").text(asked));
    assertEquals("NR_PAGEBLOCK_BITS 4 or 8", space("v6.17").text(asked));
    assertEquals("PAGE_SHIFT 12 to 16", space("v6.17").text(EnumSet.of(Parameter.PAGE_SHIFT)));
  }

  @Test
  void ofNoParametersThereIsOneTuple() {
    assertEquals(List.of(Map.of()), space("v6.12").tuples(Set.of()));
  }

  @Test
  void aPartHasThePartOfTheGuards() {
    ParameterSpace whole = space("v6.12");
    ParameterSpace part = whole.of(SECTIONS);
    assertEquals(whole.tuples(SECTIONS), part.tuples(SECTIONS));
    assertFalse(part.domains().containsKey(Parameter.MAX_PAGE_ORDER));
    assertEquals(2, part.guards().size());
  }
}
