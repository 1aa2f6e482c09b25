package org.mhpcheck.model.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The series that brought sub-section hotplug. */
class SeriesTest {

  @Test
  void itsDesignsAreTheReleaseAndThenAPatchMoreEach() {
    List<Design> designs = Series.SUBSECTION.designs();
    assertEquals(14, designs.size());
    assertEquals("v5.2", designs.get(0).name());
    for (int patch = 1; patch <= 13; patch++) {
      assertEquals("v5.2+1.." + patch, designs.get(patch).name());
      assertTrue(designs.get(patch).has(Series.SUBSECTION.patches().get(patch - 1)));
      assertEquals(patch, designs.get(patch).changes().size());
    }
  }

  @Test
  void itIsInTheReleaseAfterThatItWasWrittenFor() {
    for (Change patch : Series.SUBSECTION.patches()) {
      assertEquals(Release.V5_3, patch.release());
    }
    assertEquals(Release.V5_2, Series.SUBSECTION.base());
  }

  @Test
  void itsPatchesAreNumbered() {
    assertEquals(OptionalInt.of(1), Series.SUBSECTION.number(Change.MEM_SECTION_USAGE));
    assertEquals(OptionalInt.of(9), Series.SUBSECTION.number(Change.SUBSECTION_HOTPLUG));
    assertEquals(OptionalInt.empty(), Series.SUBSECTION.number(Change.EARLY_READ_AT_ENTRY));
  }

  @Test
  void itHasAName() {
    assertEquals(Optional.of(Series.SUBSECTION), Series.named("subsection"));
    assertEquals("subsection", Series.SUBSECTION.text());
    assertEquals(Optional.empty(), Series.named("sub-section"));
  }

  @Test
  void thereAreNoOtherPatches() {
    assertThrows(NoSuchDesignException.class, () -> Series.SUBSECTION.upTo(0));
    assertThrows(NoSuchDesignException.class, () -> Series.SUBSECTION.upTo(14));
  }
}
