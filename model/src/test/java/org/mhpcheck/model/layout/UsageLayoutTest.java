package org.mhpcheck.model.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.design.Release;

/** The sizes of the usage on real architectures, as the headers of Linux make them. */
class UsageLayoutTest {

  /**
   * Page shift, section bits, pageblock order, sizeof(long); then the usage's bytes in v5.3, in
   * v6.8 with and without VMEMMAP, and in v6.17 with and without it.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "x86_64,        12, 27,  9, 8,  40,  56,  48,  88,  80",
    "x86_32 PAE,    12, 29,  9, 4, 160, 168, 136, 296, 264",
    "x86_32,        12, 26, 10, 4,  12,  20,  16,  28,  24",
    "arm64 4K,      12, 27,  9, 8,  40,  56,  48,  88,  80",
    "arm64 16K,     14, 27, 11, 8,  16,  32,  24,  32,  24",
    "arm64 64K,     16, 29, 13, 8,  40,  56,  24,  56,  24",
    "arm64 <= v5.11,12, 30,  9, 8, 320, 336, 272, 592, 528",
    "ppc64 radix,   16, 24,  5, 8,  16,  32,  24,  32,  24",
    "ppc64 hash,    16, 24,  8, 8,  16,  32,  24,  32,  24",
    "s390,          12, 28,  8, 8, 144, 160, 144, 288, 272",
    "loongarch 4K,  12, 29,  9, 8, 160, 176, 144, 304, 272",
    "sparc64,       13, 30, 10, 8, 128, 144,  80, 208, 144",
    "mips64 64K,    16, 28, 10, 8,  24,  40,  24,  40,  24",
    "arm,           12, 28, 10, 4,  48,  56,  40,  88,  72",
    "sh hugetlb64K, 12, 26,  4, 4, 516, 524, 520,1036,1032",
    "sh nommu,      12, 26, 13, 4,   8,  16,  12,  16,  12"
  })
  void sizes(
      String name,
      int page,
      int section,
      int order,
      int bytes,
      int old,
      int vm,
      int noVm,
      int isolationVm,
      int isolationNoVm) {
    Architecture values = architecture(page, section, order, bytes);
    assertEquals(old, size("v5.3", true, values));
    assertEquals(old, size("v5.3", false, values));
    assertEquals(vm, size("v6.8", true, values));
    assertEquals(noVm, size("v6.8", false, values));
    assertEquals(isolationVm, size("v6.17", true, values));
    assertEquals(isolationNoVm, size("v6.17", false, values));
  }

  /** On x86_64: which release brought what. */
  @ParameterizedTest
  @CsvSource({
    "v5.2,32,32",
    "v5.2+1..1,40,40",
    "v5.3,40,40",
    "v5.6,40,40",
    "v5.7,40,32",
    "v6.1,40,32",
    "v6.8,56,48",
    "v6.16,56,48",
    "v6.17,88,80",
    "v5.6+map-only-if-vmemmap,40,32"
  })
  void history(String design, int vmemmap, int noVmemmap) {
    Architecture x86 = architecture(12, 27, 9, 8);
    assertEquals(vmemmap, size(design, true, x86));
    assertEquals(noVmemmap, size(design, false, x86));
  }

  @Test
  void theParts() {
    Design design = Design.parse("v6.12");
    UsageLayout layout = UsageLayout.of(design, true);
    Map<Parameter, Integer> s390 = architecture(12, 28, 8, 8).values(design);
    assertEquals(128, layout.mapBits().value(s390));
    assertEquals(16, layout.mapSize().value(s390));
    assertEquals(16, layout.rcuHeadSize().value(s390));
    assertEquals(32, layout.structSize().value(s390));
    assertEquals(1024, layout.pageblockFlagBits().value(s390));
    assertEquals(128, layout.usemapSize().value(s390));
    assertEquals(160, layout.usageSize().value(s390));
    assertEquals(8, layout.longSize().value(s390));
    assertEquals(160, layout.stride().value(s390));
    assertEquals(160, layout.share().value(s390));
    assertEquals(1, layout.pagesCounted().value(s390));
  }

  /** arm64 had sections of 1 GB until v5.11. */
  @ParameterizedTest
  @CsvSource({"v5.3,512,320", "v5.9,512,320", "v5.12,64,40", "v6.1,64,40", "v6.8,64,56"})
  void anArchitectureMayChangeItsSections(String name, int subsections, int size) {
    Architecture arm64 =
        new Architecture(
            "arm64",
            12,
            27,
            30,
            Release.V5_12,
            Optional.of(21),
            10,
            8,
            true,
            Optional.of(Release.V5_2));
    Design design = Design.parse(name);
    assertEquals(subsections, arm64.subsections(design));
    assertEquals(
        size, UsageLayout.of(design, arm64.vmemmap()).usageSize().value(arm64.values(design)));
  }

  private static Architecture architecture(
      int pageShift, int sectionSizeBits, int pageblockOrder, int longBytes) {
    return new Architecture(
        "any",
        pageShift,
        sectionSizeBits,
        sectionSizeBits,
        Release.V5_3,
        Optional.empty(),
        pageblockOrder,
        longBytes,
        true,
        Optional.empty());
  }

  private static int size(String name, boolean vmemmap, Architecture architecture) {
    Design design = Design.parse(name);
    return UsageLayout.of(design, vmemmap).usageSize().value(architecture.values(design));
  }
}
