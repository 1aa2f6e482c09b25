package org.mhpcheck.checker.bind.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.design.Release;
import org.mhpcheck.model.layout.Architecture;
import org.mhpcheck.specs.scenario.Architectures;

/** The rows of {@code arches.toml}, derived again from the headers of Debian's Linux 6.12. */
class ArchitectureRowsTest {
  private static final Design DESIGN = Design.parse("v6.12-debian");
  private static final String FOLDED =
      "include/asm-generic/pgtable-nop4d.h include/asm-generic/pgtable-nopud.h"
          + " include/asm-generic/pgtable-nopmd.h";

  private static final Map<String, ArchConfiguration> CONFIGURATIONS = configurations();

  private static Map<String, ArchConfiguration> configurations() {
    Map<String, ArchConfiguration> all = new LinkedHashMap<>();
    String x86 = "sparsemem.h page_types.h ";
    all.put("x86_64", of("x86", x86 + "pgtable_64_types.h", "X86_64 64BIT" + huge("4")));
    all.put("x86_32-pae", of("x86", x86 + "pgtable-3level_types.h", "X86_32 X86_PAE" + huge("4")));
    all.put("x86_32", of("x86", x86 + FOLDED + " pgtable-2level_types.h", "X86_32" + huge("4")));
    String arm64 = "sparsemem.h page-def.h pgtable-hwdef.h pgtable.h";
    String levels = "64BIT PGTABLE_LEVELS=3";
    all.put("arm64", of("arm64", arm64, levels + huge("4")));
    all.put("arm64-16k", of("arm64", arm64, levels + " ARM64_16K_PAGES" + huge("16")));
    all.put("arm64-64k", of("arm64", arm64, levels + " ARM64_64K_PAGES" + huge("64")));
    String powerpc = "64BIT PPC64 PPC_BOOK3S_64";
    String large = powerpc + " PPC_64K_PAGES" + huge("64");
    String small = powerpc + " PPC_4K_PAGES" + huge("4");
    // Found at boot: 2 MB with radix, 16 MB with hash.
    all.put("ppc64", ppc64(large).given("hpage_shift", 21));
    all.put("ppc64-hash", ppc64(large).given("hpage_shift", 24));
    all.put("ppc64-4k", ppc64(small).given("hpage_shift", 21));
    all.put("ppc64-4k-hash", ppc64(small).given("hpage_shift", 24));
    all.put("s390", of("s390", "sparsemem.h page.h", "64BIT SPARSEMEM" + huge("4")));
    all.put(
        "riscv64",
        of("riscv", "sparsemem.h page.h pgtable-64.h", "64BIT SPARSEMEM_VMEMMAP" + huge("4")));
    all.put(
        "riscv32",
        of("riscv", "sparsemem.h page.h " + FOLDED + " pgtable-32.h", "32BIT" + huge("4")));
    String loongarch = "sparsemem.h page.h";
    all.put("loongarch64", of("loongarch", loongarch, "64BIT" + huge("16")));
    all.put("loongarch64-4k", of("loongarch", loongarch, "64BIT" + huge("4")));
    all.put("loongarch64-64k", of("loongarch", loongarch, "64BIT" + huge("64")));
    all.put("sparc64", of("sparc", "sparsemem.h page_64.h", "64BIT SPARC64" + huge("8")));
    String mips = "sparsemem.h page.h";
    String mipsHuge = "64BIT MIPS_HUGE_TLB_SUPPORT";
    all.put("mips64", of("mips", mips, mipsHuge + huge("4")));
    all.put("mips64-16k", of("mips", mips, mipsHuge + huge("16")));
    all.put("mips64-64k", of("mips", mips, mipsHuge + huge("64")));
    all.put("mips64-64k-nohuge", of("mips", mips, "64BIT" + pages("64")));
    all.put("mips32", of("mips", mips, "32BIT" + pages("4")));
    all.put(
        "arm-lpae", of("arm", "sparsemem.h page.h pgtable-3level.h", "ARM_LPAE MMU" + huge("4")));
    all.put("arm", of("arm", "sparsemem.h page.h pgtable-2level.h", "MMU" + pages("4")));
    String sh = "sparsemem.h page.h";
    all.put("sh", of("sh", sh, "MMU" + pages("4")));
    all.put("sh-hugetlb-64k", of("sh", sh, "MMU HUGETLB_PAGE_SIZE_64K" + huge("4")));
    all.put("sh-64k", of("sh", sh, "MMU" + pages("64")));
    all.put("sh-nommu", of("sh", sh, "NOMMU" + pages("4")));
    all.put(
        "parisc64",
        of("parisc", "sparsemem.h page.h pgtable.h", "64BIT PGTABLE_LEVELS=3" + huge("4")));
    all.put("alpha", of("alpha", "sparsemem.h page.h", "64BIT" + pages("8")));
    return all;
  }

  private static ArchConfiguration ppc64(String symbols) {
    return of("powerpc", "sparsemem.h page.h", symbols);
  }

  private static ArchConfiguration of(String directory, String headers, String symbols) {
    return ArchConfiguration.of(directory, headers, symbols + " SPARSEMEM");
  }

  private static String pages(String kilobytes) {
    return " PAGE_SIZE_%sKB".formatted(kilobytes);
  }

  private static String huge(String kilobytes) {
    return pages(kilobytes) + " HUGETLB_PAGE";
  }

  private static KernelTree tree() {
    KernelTree tree = Trees.of("6.12");
    Assumptions.assumeTrue(
        tree.read("arch/Kconfig").isPresent(),
        "the tree at hand has no arch/: run ./mhpcheck kernel get 6.12");
    return tree;
  }

  static List<String> names() {
    return List.copyOf(CONFIGURATIONS.keySet());
  }

  private static Architecture row(String name) {
    return Architectures.named(name).orElseThrow();
  }

  private static Map<String, Integer> numbers(Architecture row) {
    Map<String, Integer> numbers = new TreeMap<>();
    numbers.put("PAGE_SHIFT", row.pageShift());
    numbers.put("SECTION_SIZE_BITS", row.sectionSizeBits(DESIGN));
    row.hugePageShift().ifPresent(h -> numbers.put("HPAGE_SHIFT", h));
    numbers.put("MAX_PAGE_ORDER", row.maxPageOrder());
    numbers.put("LONG_BYTES", row.longBytes());
    numbers.put("VMEMMAP", row.vmemmap() ? 1 : 0);
    numbers.put("HOTPLUG", row.hotplugs(DESIGN) ? 1 : 0);
    return numbers;
  }

  @Test
  void everyRowHasAConfiguration() {
    assertEquals(Architectures.all().stream().map(Architecture::name).toList(), names());
  }

  @ParameterizedTest
  @MethodSource("names")
  void aRowIsWhatTheHeadersSay(String name) {
    assertEquals(CONFIGURATIONS.get(name).numbers(tree()), numbers(row(name)));
  }

  /** Each number of a row counts: with another one it is not what the headers say. */
  @ParameterizedTest
  @ValueSource(strings = {"x86_64", "ppc64", "mips64-64k-nohuge"})
  void aFalsifiedRowIsNoticed(String name) {
    Map<String, Integer> derived = CONFIGURATIONS.get(name).numbers(tree());
    for (Architecture falsified : falsified(row(name))) {
      assertFalse(derived.equals(numbers(falsified)), () -> "" + falsified);
    }
  }

  private static List<Architecture> falsified(Architecture r) {
    Optional<Integer> huge = r.hugePageShift();
    Optional<Integer> otherHuge = huge.isPresent() ? Optional.empty() : Optional.of(21);
    Optional<Release> hotplug = r.hotplugSince();
    Optional<Release> otherHotplug =
        hotplug.isPresent() ? Optional.empty() : Optional.of(Release.V5_2);
    int bits = r.sectionSizeBits();
    return List.of(
        with(
            r,
            r.pageShift() + 1,
            bits,
            huge,
            r.maxPageOrder(),
            r.longBytes(),
            r.vmemmap(),
            hotplug),
        with(
            r,
            r.pageShift(),
            bits - 1,
            huge,
            r.maxPageOrder(),
            r.longBytes(),
            r.vmemmap(),
            hotplug),
        with(
            r,
            r.pageShift(),
            bits,
            otherHuge,
            r.maxPageOrder(),
            r.longBytes(),
            r.vmemmap(),
            hotplug),
        with(
            r,
            r.pageShift(),
            bits,
            huge,
            r.maxPageOrder() + 1,
            r.longBytes(),
            r.vmemmap(),
            hotplug),
        with(
            r,
            r.pageShift(),
            bits,
            huge,
            r.maxPageOrder(),
            12 - r.longBytes(),
            r.vmemmap(),
            hotplug),
        with(r, r.pageShift(), bits, huge, r.maxPageOrder(), r.longBytes(), !r.vmemmap(), hotplug),
        with(
            r,
            r.pageShift(),
            bits,
            huge,
            r.maxPageOrder(),
            r.longBytes(),
            r.vmemmap(),
            otherHotplug));
  }

  private static Architecture with(
      Architecture row,
      int pageShift,
      int sectionSizeBits,
      Optional<Integer> hugePageShift,
      int maxPageOrder,
      int longBytes,
      boolean vmemmap,
      Optional<Release> hotplugSince) {
    return new Architecture(
        row.name(),
        pageShift,
        sectionSizeBits,
        sectionSizeBits,
        Release.V5_3,
        hugePageShift,
        maxPageOrder,
        longBytes,
        vmemmap,
        hotplugSince);
  }

  /** Another configuration has other numbers, so that it is the headers that are read. */
  @Test
  void anotherConfigurationHasOtherNumbers() {
    Map<String, Integer> other = CONFIGURATIONS.get("arm64-64k").numbers(tree());
    assertEquals(29, other.get("SECTION_SIZE_BITS"));
    assertFalse(other.equals(numbers(row("arm64"))));
  }

  @Test
  void expressionsOfKconfigAreEvaluated() {
    Set<String> symbols = Set.of("A", "B");
    for (String expression :
        List.of("A", "A && B", "A && !C", "C || B", "!(C && A)", "(C || A) && B")) {
      assertTrue(Kconfig.isSet(expression, symbols), expression);
    }
    for (String expression :
        List.of("C", "A && C", "!A", "!A || C", "!(C || A)", "(A || C) && C")) {
      assertFalse(Kconfig.isSet(expression, symbols), expression);
    }
    assertThrows(IllegalArgumentException.class, () -> Kconfig.isSet("A = 3", symbols));
  }

  @Test
  void defaultsOfKconfigAreTriedInTheirOrder() {
    Kconfig kconfig =
        new Kconfig(
            "config OTHER\n\tint\n\tdefault 1\n\nconfig ORDER\n\tint \"Order\"\n\tdefault \"13\" if"
                + " LARGE\n\tdefault 11 if MIDDLE && !ODD\n\tdefault \"10\"\n\nconfig LAST\n"
                + "\tdefault 2\n");
    assertEquals(Optional.of(13), kconfig.number("ORDER", Set.of("LARGE", "MIDDLE")));
    assertEquals(Optional.of(11), kconfig.number("ORDER", Set.of("MIDDLE")));
    assertEquals(Optional.of(10), kconfig.number("ORDER", Set.of("MIDDLE", "ODD")));
    assertEquals(Optional.empty(), kconfig.number("NONE", Set.of()));
  }
}
