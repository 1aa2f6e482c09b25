package org.mhpcheck.specs.property;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.layout.FlagBits;
import org.mhpcheck.model.layout.Parameter;
import org.mhpcheck.model.layout.ParameterSpace;
import org.mhpcheck.model.layout.SectionFlag;
import org.mhpcheck.model.layout.SectionLayout;
import org.mhpcheck.model.layout.Size;
import org.mhpcheck.model.layout.SizeClaim;
import org.mhpcheck.model.layout.SubsectionMask;
import org.mhpcheck.model.layout.UsageLayout;
import org.mhpcheck.specs.scenario.Architectures;

/** What is claimed of sizes holds of real layouts, and can fail. */
class SizeClaimsTest {
  private static final Design V6_12 = Design.parse("v6.12");
  private static final SectionLayout SOUND = SectionLayout.of(V6_12, true);
  private static final UsageLayout USAGE = SOUND.usage();
  private static final Map<Parameter, Integer> X86_64 =
      Architectures.named("x86_64").orElseThrow().values(V6_12);

  /** Which claims break for x86_64, with USAGE_START and the like at 0. */
  private static List<String> broken(SectionLayout layout, Map<Parameter, Integer> numbers) {
    Map<Parameter, Integer> values = new EnumMap<>(numbers);
    for (Parameter parameter : Parameter.values()) {
      if (parameter.isAny()) {
        values.putIfAbsent(parameter, 0);
      }
    }
    List<String> broken = new ArrayList<>();
    for (Property property : Properties.all()) {
      if (property instanceof Property.Arithmetic p
          && p.claim().apply(layout).filter(c -> !c.holds(values)).isPresent()) {
        broken.add(p.name());
      }
    }
    return broken;
  }

  private static Map<Parameter, Integer> with(Parameter parameter, int value) {
    Map<Parameter, Integer> values = new EnumMap<>(X86_64);
    values.put(parameter, value);
    return values;
  }

  /** All but the known ones, at their first numbers: a mask of no pages is the section's (L15). */
  @ParameterizedTest
  @CsvSource({
    "v5.2,true,''",
    "v5.3,true,node-id-above-flags mask-covers-its-range",
    "v5.7,false,node-id-above-flags mask-covers-its-range",
    "v5.13,true,node-id-above-flags mask-covers-its-range",
    "v5.14,true,mask-covers-its-range",
    "v6.12,true,mask-covers-its-range",
    "v6.12,false,mask-covers-its-range",
    "v7.2,true,mask-covers-its-range"
  })
  void holdOfRealLayouts(String name, boolean vmemmap, String known) {
    SectionLayout layout = SectionLayout.of(Design.parse(name), vmemmap);
    assertEquals(known, String.join(" ", broken(layout, X86_64)));
  }

  @Test
  void whereThereAreNoSubsectionsNothingIsSaidOfThem() {
    SectionLayout layout = SectionLayout.of(Design.parse("v5.2"), true);
    assertEquals(Optional.empty(), claim("mask-covers-its-range", layout));
    assertEquals(Optional.empty(), claim("subsection-within-section", layout));
  }

  /** An rcu_head of a size that is no multiple of a long. */
  @Test
  void aCrookedStrideIsNoticed() {
    requireBroken("usage-stride-aligned", withUsage(Size.of(12), Size.of(52), Size.of(52)));
  }

  /** usemap_size() where mem_section_usage_size() is meant: no room for the map. */
  @Test
  void aUsageOfTheFlagsAloneIsNoticed() {
    requireBroken(
        "usage-holds-map-and-flags",
        withUsage(USAGE.rcuHeadSize(), USAGE.usemapSize(), USAGE.usageSize()));
  }

  /** sizeof(*usage) where the full size is meant: the next map lies in these flags. */
  @Test
  void aStrideOfTheStructAloneIsNoticed() {
    requireBroken(
        "packed-usages-do-not-overlap",
        withUsage(USAGE.rcuHeadSize(), USAGE.usageSize(), USAGE.structSize()));
  }

  /** The seed's own change, forgotten in sparse_init_nid(): the array is as large as of old. */
  @Test
  void anArrayOfTheOldSizeIsNoticed() {
    requireBroken("packed-usages-do-not-overlap", withShare(USAGE.usemapSize()));
  }

  /**
   * That neighbours do not overlap means that no two of any number do, and that the last one ends
   * within the allocation: done plainly, for each number up to 256.
   */
  @ParameterizedTest
  @ValueSource(strings = {"v5.2", "v5.3", "v5.7", "v6.8", "v6.17"})
  void neighboursAreEnough(String name) {
    Design design = Design.parse(name);
    for (boolean vmemmap : List.of(true, false)) {
      SectionLayout layout = SectionLayout.of(design, vmemmap);
      UsageLayout usage = layout.usage();
      SizeClaim claim = claim("packed-usages-do-not-overlap", layout).orElseThrow();
      TreeSet<Long> sizes = new TreeSet<>();
      for (Map<Parameter, Integer> tuple :
          ParameterSpace.of(design, layout).tuples(claim.parameters())) {
        if (layout.pageblockFits(Size.of(Parameter.PAGEBLOCK_ORDER)).holds(tuple)) {
          long size = usage.usageSize().value(tuple);
          assertTrue(claim.holds(tuple));
          assertEquals(size, usage.stride().value(tuple));
          assertEquals(size, usage.share().value(tuple));
          sizes.add(size);
        }
      }
      for (long size : sizes) {
        assertTrue(isPacked(size, size, size, 256));
        assertFalse(isPacked(size, size - 1, size, 256));
        assertFalse(isPacked(size, size, size - 1, 256));
      }
    }
  }

  private static boolean isPacked(long size, long stride, long share, int most) {
    boolean packed = true;
    for (int n = 1; n <= most; n++) {
      long end = 0;
      for (int i = 0; i < n; i++) {
        packed &= i * stride >= end;
        end = i * stride + size;
      }
      packed &= end <= n * share;
    }
    return packed;
  }

  /** L14, with the numbers of x86_64: usage 73 of the array. */
  @ParameterizedTest
  @CsvSource({
    "v5.2,  4064, true",
    "v5.3,  4040, true",
    "v5.3,  4080, false",
    "v6.8,  4032, true",
    "v6.8,  4088, false",
    "v6.17, 4048, false",
    "v6.8,  4090, true"
  })
  void aUsageMayLieInTwoPages(String name, int start, boolean counted) {
    Design design = Design.parse(name);
    Map<Parameter, Integer> values =
        new EnumMap<>(Architectures.named("x86_64").orElseThrow().values(design));
    values.put(Parameter.USAGE_START, start);
    SizeClaim claim =
        claim("usage-pages-all-counted", SectionLayout.of(design, true)).orElseThrow();
    assertEquals(counted, claim.holds(values));
  }

  @Test
  void theNumbersOfTheUsageInTwoPages() {
    assertEquals(
        "mem_section_usage_size() 56, stride 56, a usage starts at byte 4088, ends at 4144,"
            + " counted up to 4096",
        claim("usage-pages-all-counted", SOUND)
            .orElseThrow()
            .show(with(Parameter.USAGE_START, 4088)));
  }

  /** Counting one page more is enough. */
  @Test
  void aPageMoreCountedIsEnough() {
    SectionLayout more =
        withUsage(
            new UsageLayout(
                USAGE.pageblockFlagBits(),
                USAGE.mapBits(),
                USAGE.rcuHeadSize(),
                USAGE.usageSize(),
                USAGE.stride(),
                USAGE.share(),
                USAGE.pagesCounted().plus(Size.of(1))));
    Map<Parameter, Integer> last = with(Parameter.USAGE_START, 4088);
    assertFalse(claim("usage-pages-all-counted", SOUND).orElseThrow().holds(last));
    assertTrue(claim("usage-pages-all-counted", more).orElseThrow().holds(last));
  }

  @Test
  void architecturesThatDoNotCompileAreNoticed() {
    assertEquals(
        List.of("subsection-within-section", "largest-allocation-within-section"),
        broken(SOUND, with(Parameter.SECTION_SIZE_BITS, 20)).subList(0, 2));
    assertTrue(
        broken(SOUND, with(Parameter.MAX_PAGE_ORDER, 16))
            .contains("largest-allocation-within-section"));
    Map<Parameter, Integer> large = with(Parameter.PAGE_SHIFT, 16);
    large.put(Parameter.SECTION_SIZE_BITS, 21);
    large.put(Parameter.PAGEBLOCK_ORDER, 5);
    assertFalse(broken(SOUND, large).contains("flags-below-encoded-memmap"));
    SectionLayout six = SectionLayout.of(Design.parse("v6.15"), true);
    assertTrue(broken(six, large).contains("flags-below-encoded-memmap"));
  }

  /** With as many flags as a page has bits, all is well; with one more it is not. */
  @Test
  void flagsThatReachTheMemmapAreNoticed() {
    Map<Parameter, Integer> large = with(Parameter.SECTION_SIZE_BITS, 32);
    assertFalse(broken(withFlags(12), large).contains("encoded-memmap-leaves-flags-alone"));
    assertTrue(broken(withFlags(13), large).contains("encoded-memmap-leaves-flags-alone"));
  }

  private static SectionLayout withFlags(int flags) {
    List<SectionFlag> many = new ArrayList<>();
    for (int i = 0; i < flags; i++) {
      many.add(SectionFlag.IS_ONLINE);
    }
    return new SectionLayout(
        USAGE, new FlagBits(many, flags), SOUND.pageblockOrder(), SOUND.mask());
  }

  /** B17: of v5.12 and v5.13, and the second node is the first. */
  @ParameterizedTest
  @CsvSource({
    "v5.3,1,true",
    "v5.11,2,true",
    "v5.12,1,true",
    "v5.12,2,false",
    "v5.13,3,false",
    "v5.13,4,true",
    "v5.13+01c8d337d195,2,true",
    "v5.14,2,true"
  })
  void aNodeIdMayMarkASection(String name, int node, boolean holds) {
    SectionLayout layout = SectionLayout.of(Design.parse(name), true);
    SizeClaim claim = claim("node-id-sets-no-flag", layout).orElseThrow();
    assertEquals(holds, claim.holds(with(Parameter.NODE, node)));
  }

  /** B35: huge pages of 1 GB, and no limit. */
  @ParameterizedTest
  @CsvSource({"v5.17,15,true", "v5.17,16,false", "v5.17+b3d40a2b6d10,16,true", "v5.18,18,true"})
  void aPageblockMayExceedItsSection(String name, int order, boolean holds) {
    SectionLayout layout = SectionLayout.of(Design.parse(name), true);
    SizeClaim claim = claim("pageblock-within-section", layout).orElseThrow();
    assertEquals(holds, claim.holds(with(Parameter.HUGETLB_PAGE_ORDER, order)));
  }

  /** L15: only of no pages, and only at a section's start. */
  @Test
  void theMaskOfNoPagesIsTheSection() {
    SizeClaim claim = claim("mask-covers-its-range", SOUND).orElseThrow();
    for (int first = 0; first <= 64; first++) {
      for (int count = 0; count <= 65; count++) {
        Map<Parameter, Integer> values = with(Parameter.FIRST_SUBSECTION, first);
        values.put(Parameter.SUBSECTION_COUNT, count);
        assertEquals(first > 0 || count > 0, claim.holds(values), first + "+" + count);
      }
    }
  }

  /** One that forgets the last page's own subsection is off by one, everywhere. */
  @Test
  void aMaskThatIsOffByOneIsNoticed() {
    Size end = Size.of(Parameter.FIRST_SUBSECTION).plus(Size.of(Parameter.SUBSECTION_COUNT));
    SectionLayout off =
        new SectionLayout(
            USAGE,
            SOUND.flags(),
            SOUND.pageblockOrder(),
            Optional.of(new SubsectionMask(end.restBy(UsageLayout.SUBSECTIONS))));
    assertFalse(
        claim("mask-covers-its-range", off)
            .orElseThrow()
            .holds(
                Map.of(
                    Parameter.SECTION_SIZE_BITS, 27,
                    Parameter.FIRST_SUBSECTION, 3,
                    Parameter.SUBSECTION_COUNT, 2)));
  }

  private static void requireBroken(String name, SectionLayout layout) {
    assertFalse(claim(name, layout).orElseThrow().holds(X86_64));
    assertTrue(claim(name, SOUND).orElseThrow().holds(X86_64));
  }

  private static SectionLayout withUsage(Size rcuHeadSize, Size usageSize, Size stride) {
    return withUsage(
        new UsageLayout(
            USAGE.pageblockFlagBits(),
            USAGE.mapBits(),
            rcuHeadSize,
            usageSize,
            stride,
            USAGE.share(),
            USAGE.pagesCounted()));
  }

  private static SectionLayout withShare(Size share) {
    return withUsage(
        new UsageLayout(
            USAGE.pageblockFlagBits(),
            USAGE.mapBits(),
            USAGE.rcuHeadSize(),
            USAGE.usageSize(),
            USAGE.stride(),
            share,
            USAGE.pagesCounted()));
  }

  private static SectionLayout withUsage(UsageLayout usage) {
    return new SectionLayout(usage, SOUND.flags(), SOUND.pageblockOrder(), SOUND.mask());
  }

  private static Optional<SizeClaim> claim(String name, SectionLayout layout) {
    return ((Property.Arithmetic) Properties.named(name).orElseThrow()).claim().apply(layout);
  }
}
