package org.mhpcheck.specs.property;

import static org.mhpcheck.model.layout.Comparison.atLeast;
import static org.mhpcheck.model.layout.Comparison.multipleOf;
import static org.mhpcheck.model.layout.Comparison.same;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mhpcheck.model.claim.About;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.claim.Property.Arithmetic.Scope;
import org.mhpcheck.model.layout.FlagBits;
import org.mhpcheck.model.layout.Parameter;
import org.mhpcheck.model.layout.SectionFlag;
import org.mhpcheck.model.layout.SectionLayout;
import org.mhpcheck.model.layout.Size;
import org.mhpcheck.model.layout.SizeClaim;
import org.mhpcheck.model.layout.UsageLayout;

/** What must hold of the parts of a section, and of the bits of its section_mem_map. */
final class SectionProperties {
  private static final String ALWAYS = "always";
  private static final Size SECTION_SIZE_BITS = Size.of(Parameter.SECTION_SIZE_BITS);

  private SectionProperties() {}

  static final Property SUBSECTION_WITHIN_SECTION =
      new Property.Arithmetic(
          new About(
              "subsection-within-section",
              "A section is at least as large as a subsection: SUBSECTION_SHIFT is no larger than"
                  + " SECTION_SIZE_BITS.",
              "subsections are known: v5.3 on",
              "Else mmzone.h stops the compiler: no kernel can be had for the architecture.",
              "include/linux/mmzone.h SUBSECTIONS_PER_SECTION, v5.3 to v7.2",
              Set.of()),
          Scope.ARCHITECTURES,
          l ->
              l.mask()
                  .map(
                      m ->
                          SizeClaim.all(l.subsectionFits())
                              .showing("SECTION_SIZE_BITS", SECTION_SIZE_BITS)));

  static final Property LARGEST_ALLOCATION_WITHIN_SECTION =
      new Property.Arithmetic(
          new About(
              "largest-allocation-within-section",
              "A section is at least as large as the largest allocation: MAX_PAGE_ORDER +"
                  + " PAGE_SHIFT is no larger than SECTION_SIZE_BITS.",
              ALWAYS,
              "Else mmzone.h stops the compiler; and no pageblock is larger than the largest"
                  + " allocation since v5.18, so that it also keeps pageblocks within sections.",
              "include/linux/mmzone.h SECTION_BLOCKFLAGS_BITS, v5.2 to v7.2",
              Set.of()),
          Scope.ARCHITECTURES,
          l ->
              Optional.of(
                  SizeClaim.all(l.largestAllocationFits())
                      .showing("SECTION_SIZE_BITS", SECTION_SIZE_BITS)));

  static final Property FLAGS_BELOW_ENCODED_MEMMAP =
      new Property.Arithmetic(
          new About(
              "flags-below-encoded-memmap",
              "There are no more flags of section_mem_map than PFN_SECTION_SHIFT.",
              ALWAYS,
              "The encoded memmap has that many zeroes at its end; a flag further up would be a bit"
                  + " of the pointer. The compiler stops there: it is a BUILD_BUG_ON().",
              "mm/sparse.c sparse_encode_mem_map(), v5.2 to v6.12",
              Set.of()),
          Scope.ARCHITECTURES,
          l ->
              Optional.of(
                  SizeClaim.all(l.flagsFit())
                      .showing("flags", Size.of(l.flags().flags().size()))
                      .showing("PFN_SECTION_SHIFT", SectionLayout.PFN_SECTION_SHIFT)));

  /** A memmap begins with a page at the least; VMEMMAP has one for all sections. */
  static final Property ENCODED_MEMMAP_LEAVES_FLAGS_ALONE =
      new Property.Arithmetic(
          new About(
              "encoded-memmap-leaves-flags-alone",
              "What section_mem_map holds of the memmap is 0 where the flags are, so that decoding"
                  + " gives what was encoded: the page that a memmap is aligned to, and the number of"
                  + " struct pages before it, are multiples of what the flags span.",
              "the compiler lets it pass (flags-below-encoded-memmap), and memmaps begin at a page's"
                  + " start",
              "A pointer bit among the flags makes a section early, or a device's; a flag among the"
                  + " pointer's bits makes its memmap another one.",
              "mm/sparse.c sparse_encode_mem_map(), sparse_decode_mem_map(), v5.2 to v6.12",
              Set.of()),
          Scope.ANY_PARAMETERS,
          l -> {
            Size span = Size.powerOfTwo(Size.of(l.flags().flags().size()));
            Size pages = Size.powerOfTwo(SectionLayout.PFN_SECTION_SHIFT);
            return Optional.of(
                SizeClaim.all(multipleOf(UsageLayout.PAGE_SIZE, span), multipleOf(pages, span))
                    .where(l.flagsFit())
                    .showing("the flags span", span)
                    .showing("PAGE_SIZE", UsageLayout.PAGE_SIZE)
                    .showing("PAGES_PER_SECTION", pages));
          });

  static final Property NODE_ID_ABOVE_FLAGS =
      new Property.Arithmetic(
          new About(
              "node-id-above-flags",
              "The bits that hold a node's id until there is a memmap are no flag's: there are no"
                  + " more flags than SECTION_NID_SHIFT.",
              ALWAYS,
              "Storing the memmap clears the id, but not what it leaves in the flags. Whether that"
                  + " does any harm is asked by node-id-sets-no-flag.",
              "include/linux/mmzone.h SECTION_NID_SHIFT, mm/sparse.c sparse_encode_early_nid(), v5.2"
                  + " to v6.12",
              Set.of()),
          Scope.ANY_PARAMETERS,
          l -> {
            Size flags = Size.of(l.flags().flags().size());
            Size shift = Size.of(l.flags().nodeIdShift());
            return Optional.of(
                SizeClaim.all(atLeast(shift, flags))
                    .showing("flags", flags)
                    .showing("SECTION_NID_SHIFT", shift));
          });

  static final Property NODE_ID_SETS_NO_FLAG =
      new Property.Arithmetic(
          new About(
              "node-id-sets-no-flag",
              "No node's id sets a flag of boot memory that boot does not set in every section.",
              ALWAYS,
              "Boot memory of some nodes would be taken for a device's.",
              "mm/sparse.c memory_present(), sparse_init_one_section(), v5.2 to v6.12",
              Set.of()),
          Scope.ANY_PARAMETERS,
          l -> {
            Size node = Size.of(Parameter.NODE);
            SizeClaim claim = SizeClaim.all().showing("node", node);
            for (SectionFlag flag : l.flags().belowNodeId()) {
              if (!flag.isSetByBoot()) {
                claim = claim.and(atLeast(Size.of((1 << bit(l, flag)) - 1), rest(l, flag, node)));
                claim = claim.showing("sets SECTION_" + flag + ", bit", bitOf(l.flags(), flag));
              }
            }
            return Optional.of(claim);
          });

  private static int bit(SectionLayout layout, SectionFlag flag) {
    return layout.flags().bitOfNodeId(flag);
  }

  /** Of a node's id, the bit that lies over the flag and those below it. */
  private static Size rest(SectionLayout layout, SectionFlag flag, Size node) {
    return node.restBy(Size.of(1 << bit(layout, flag) + 1));
  }

  private static Size bitOf(FlagBits flags, SectionFlag flag) {
    return Size.of(flags.flags().indexOf(flag));
  }

  static final Property PAGEBLOCK_WITHIN_SECTION =
      new Property.Arithmetic(
          new About(
              "pageblock-within-section",
              "A section is at least as large as a pageblock: pageblock_order is no larger than"
                  + " PFN_SECTION_SHIFT.",
              ALWAYS,
              "The size of a usage comes of a shift by their difference, which must not be negative.",
              "include/linux/pageblock-flags.h pageblock_order, mm/page_alloc.c"
                  + " set_pageblock_order() (mm/mm_init.c from v6.4 on), mmzone.h"
                  + " SECTION_BLOCKFLAGS_BITS, v5.2 to v6.12",
              Set.of()),
          Scope.ANY_PARAMETERS,
          l ->
              Optional.of(
                  SizeClaim.all(l.pageblockFits(l.pageblockOrder()))
                      .where(l.largestAllocationFits())
                      .showing("pageblock_order", l.pageblockOrder())
                      .showing("PFN_SECTION_SHIFT", SectionLayout.PFN_SECTION_SHIFT)));

  static final Property MASK_COVERS_ITS_RANGE =
      new Property.Arithmetic(
          new About(
              "mask-covers-its-range",
              "The mask of a range of a section's subsections has their bits, and no others: of no"
                  + " pages, none.",
              "subsections are known, v5.3 on, and the range is of whole ones",
              "Adding no pages would mark all of a section as there; removing none would empty it.",
              "mm/sparse.c subsection_mask_set(), v5.3 to v6.12",
              Set.of()),
          Scope.ANY_PARAMETERS,
          l ->
              l.mask()
                  .map(
                      mask -> {
                        Size first = Size.of(Parameter.FIRST_SUBSECTION);
                        Size count = Size.of(Parameter.SUBSECTION_COUNT);
                        Size end = first.plus(count);
                        return SizeClaim.all(same(mask.last().plus(Size.of(1)), end))
                            .where(l.subsectionFits())
                            .where(atLeast(UsageLayout.SUBSECTIONS, first.plus(Size.of(1))))
                            .where(atLeast(UsageLayout.SUBSECTIONS, end))
                            .showing("first subsection", first)
                            .showing("subsections", count)
                            .showing("last bit of the mask", mask.last());
                      }));

  static List<Property> all() {
    return List.of(
        SUBSECTION_WITHIN_SECTION,
        LARGEST_ALLOCATION_WITHIN_SECTION,
        PAGEBLOCK_WITHIN_SECTION,
        FLAGS_BELOW_ENCODED_MEMMAP,
        ENCODED_MEMMAP_LEAVES_FLAGS_ALONE,
        NODE_ID_ABOVE_FLAGS,
        NODE_ID_SETS_NO_FLAG,
        MASK_COVERS_ITS_RANGE);
  }
}
