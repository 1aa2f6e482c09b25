package org.mhpcheck.model.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mhpcheck.model.logic.Bits;

class SubsectionMaskTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 8, 64})
  void theMaskOfARangeIsTheRange(int subsections) {
    for (int first = 0; first < subsections; first++) {
      for (int count = 1; first + count <= subsections; count++) {
        assertEquals(
            Bits.range(subsections, first, first + count),
            SubsectionMask.bits(subsections, first, count));
      }
    }
  }

  /** L15: the page before a section's first is taken for its last. */
  @Test
  void ofNoPagesItIsTheWholeSectionAtItsStartAlone() {
    assertEquals(Bits.full(8), SubsectionMask.bits(8, 0, 0));
    for (int first = 1; first < 8; first++) {
      assertEquals(Bits.none(8), SubsectionMask.bits(8, first, 0));
    }
  }
}
