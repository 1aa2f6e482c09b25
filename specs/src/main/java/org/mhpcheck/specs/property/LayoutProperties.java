package org.mhpcheck.specs.property;

import java.util.List;
import java.util.Set;
import org.mhpcheck.model.claim.About;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.layout.Size;
import org.mhpcheck.model.layout.SizeClaim;
import org.mhpcheck.model.layout.SizeClaim.AtLeast;
import org.mhpcheck.model.layout.SizeClaim.MultipleOf;

/** What must hold of the usage's size and of the boot array's stride. */
final class LayoutProperties {
  private static final Size EIGHT = Size.of(8);

  private LayoutProperties() {}

  static final Property USAGE_HOLDS_MAP_AND_FLAGS =
      new Property.Arithmetic(
          new About(
              "usage-holds-map-and-flags",
              "A usage is large enough for its map's bits and its pageblocks' flags, and the flags"
                  + " begin behind the map.",
              "always",
              "A usage that is too small is written past its end.",
              "mm/sparse.c mem_section_usage_size(), v5.3 to v7.0",
              Set.of()),
          u ->
              SizeClaim.all(
                  new AtLeast(u.mapSize().times(EIGHT), u.mapBits()),
                  new AtLeast(u.usemapSize().times(EIGHT), u.pageblockFlagBits()),
                  new AtLeast(u.usageSize(), u.structSize().plus(u.usemapSize()))));

  static final Property USAGE_STRIDE_ALIGNED =
      new Property.Arithmetic(
          new About(
              "usage-stride-aligned",
              "The stride of the boot array keeps every usage aligned to an unsigned long.",
              "always",
              "Bitmaps are arrays of unsigned long, and an rcu_head holds pointers.",
              "mm/sparse.c sparse_init_nid(), v5.3 to v7.0",
              Set.of()),
          u ->
              SizeClaim.all(
                  new MultipleOf(u.rcuHeadSize(), u.longSize()),
                  new MultipleOf(u.structSize(), u.longSize()),
                  new MultipleOf(u.stride(), u.longSize())));

  static final Property PACKED_USAGES_DO_NOT_OVERLAP =
      new Property.Arithmetic(
          new About(
              "packed-usages-do-not-overlap",
              "The boot array's stride is at least the size of a usage.",
              "always",
              "What one section notes of its subsections would be another's pageblock flags.",
              "mm/sparse.c sparse_init_nid(), v5.3 to v7.0",
              Set.of()),
          u -> SizeClaim.all(new AtLeast(u.stride(), u.usageSize())));

  static List<Property> all() {
    return List.of(USAGE_HOLDS_MAP_AND_FLAGS, USAGE_STRIDE_ALIGNED, PACKED_USAGES_DO_NOT_OVERLAP);
  }
}
