package org.mhpcheck.model.layout;

import java.util.Map;
import org.mhpcheck.model.logic.Bits;

/**
 * Which bits subsection_mask_set() sets for a range of whole subsections in a section (mm/sparse.c,
 * v5.3 on): from that of the first page to that of the last.
 *
 * @param last the subsection of the page before the range's end; that of the page before the
 *     section, where there is no such page in it, is the section's last
 */
public record SubsectionMask(Size last) {
  private static final Size FIRST = Size.of(Parameter.FIRST_SUBSECTION);
  private static final Size COUNT = Size.of(Parameter.SUBSECTION_COUNT);

  /** In a section of so many subsections. */
  public static SubsectionMask of(Size subsections) {
    // subsection_map_index() of pfn + nr_pages - 1 goes by the pfn's place in its section.
    Size before = subsections.minus(Size.of(1));
    return new SubsectionMask(FIRST.plus(COUNT).plus(before).restBy(subsections));
  }

  /** The bits of {@code count} subsections from {@code first} on, in a section of so many. */
  public static Bits bits(int subsections, int first, int count) {
    int last =
        of(Size.of(subsections))
            .last()
            .value(Map.of(Parameter.FIRST_SUBSECTION, first, Parameter.SUBSECTION_COUNT, count));
    return Bits.range(subsections, first, last + 1);
  }
}
