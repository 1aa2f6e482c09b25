package org.mhpcheck.specs.property;

import static org.mhpcheck.model.layout.Comparison.atLeast;
import static org.mhpcheck.model.layout.Comparison.multipleOf;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mhpcheck.model.claim.About;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.claim.Property.Arithmetic.Scope;
import org.mhpcheck.model.layout.Comparison;
import org.mhpcheck.model.layout.Parameter;
import org.mhpcheck.model.layout.SectionLayout;
import org.mhpcheck.model.layout.Size;
import org.mhpcheck.model.layout.SizeClaim;
import org.mhpcheck.model.layout.UsageLayout;

/** What must hold of the usage's size and of the boot array of usages. */
final class LayoutProperties {
  private static final Size EIGHT = Size.of(8);
  private static final String FITS = "a pageblock is no larger than a section";

  private LayoutProperties() {}

  static final Property USAGE_HOLDS_MAP_AND_FLAGS =
      new Property.Arithmetic(
          new About(
              "usage-holds-map-and-flags",
              "A usage is large enough for its map's bits and its pageblocks' flags, and the flags"
                  + " begin behind the map.",
              FITS,
              "A usage that is too small is written past its end.",
              "mm/sparse.c mem_section_usage_size(), v5.3 to v7.0",
              Set.of()),
          Scope.ANY_PARAMETERS,
          l -> {
            UsageLayout u = l.usage();
            return ofUsages(
                l,
                atLeast(u.mapSize().times(EIGHT), u.mapBits()),
                atLeast(u.usemapSize().times(EIGHT), u.pageblockFlagBits()),
                atLeast(u.usageSize(), u.structSize().plus(u.usemapSize())));
          });

  static final Property USAGE_STRIDE_ALIGNED =
      new Property.Arithmetic(
          new About(
              "usage-stride-aligned",
              "The stride of the boot array keeps every usage aligned to an unsigned long.",
              FITS,
              "Bitmaps are arrays of unsigned long, and an rcu_head holds pointers.",
              "mm/sparse.c sparse_init_nid(), v5.3 to v7.0",
              Set.of()),
          Scope.ANY_PARAMETERS,
          l -> {
            UsageLayout u = l.usage();
            return ofUsages(
                l,
                multipleOf(u.rcuHeadSize(), u.longSize()),
                multipleOf(u.structSize(), u.longSize()),
                multipleOf(u.stride(), u.longSize()));
          });

  /** Of neighbours; then it holds of any two, and of any number of them. */
  static final Property PACKED_USAGES_DO_NOT_OVERLAP =
      new Property.Arithmetic(
          new About(
              "packed-usages-do-not-overlap",
              "Of the boot array, each usage ends before the next begins, and the last one before"
                  + " the allocation does: a usage is no larger than the stride, and the stride no"
                  + " larger than each usage's share of the allocation.",
              FITS,
              "What one section notes of its subsections would be another's pageblock flags.",
              "mm/sparse.c sparse_init_nid(), v5.3 to v7.0",
              Set.of()),
          Scope.ANY_PARAMETERS,
          l -> {
            UsageLayout u = l.usage();
            return ofUsages(l, atLeast(u.stride(), u.usageSize()), atLeast(u.share(), u.stride()));
          });

  /**
   * The first page is enough: if no usage that starts there crosses its end, then one starts at the
   * next page, and so on.
   */
  static final Property USAGE_PAGES_ALL_COUNTED =
      new Property.Arithmetic(
          new About(
              "usage-pages-all-counted",
              "The pages that are counted for a usage of the boot array hold all of it, wherever in"
                  + " its first page it starts.",
              FITS
                  + ", a usage no larger than a page, and the boot array begins at a page's start (it"
                  + " is aligned to no more than SMP_CACHE_BYTES)",
              "A page with a usage that nobody counted may be freed while the usage is in use.",
              "mm/bootmem_info.c register_page_bootmem_info_section(), v5.14 to v6.12; before,"
                  + " mm/memory_hotplug.c; on x86_64 and ppc64 (HAVE_BOOTMEM_INFO_NODE)",
              Set.of()),
          Scope.ANY_PARAMETERS,
          l -> {
            UsageLayout u = l.usage();
            Size page = UsageLayout.PAGE_SIZE;
            Size start = Size.of(Parameter.USAGE_START);
            Size end = start.plus(u.usageSize());
            Size counted = u.pagesCounted().times(page);
            return ofUsages(l, atLeast(counted, end))
                .map(
                    c ->
                        c.where(atLeast(page, u.usageSize()))
                            .where(atLeast(page, start.plus(Size.of(1))))
                            .where(multipleOf(start, u.stride()))
                            .showing("a usage starts at byte", start)
                            .showing("ends at", end)
                            .showing("counted up to", counted));
          });

  private static Optional<SizeClaim> ofUsages(SectionLayout layout, Comparison... comparisons) {
    UsageLayout usage = layout.usage();
    return Optional.of(
        SizeClaim.all(comparisons)
            .where(layout.subsectionFits())
            .where(layout.pageblockFits(Size.of(Parameter.PAGEBLOCK_ORDER)))
            .showing("mem_section_usage_size()", usage.usageSize())
            .showing("stride", usage.stride()));
  }

  static List<Property> all() {
    return List.of(
        USAGE_HOLDS_MAP_AND_FLAGS,
        USAGE_STRIDE_ALIGNED,
        PACKED_USAGES_DO_NOT_OVERLAP,
        USAGE_PAGES_ALL_COUNTED);
  }
}
