package org.mhpcheck.specs.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mhpcheck.model.design.Design;
import org.mhpcheck.model.design.Release;
import org.mhpcheck.model.layout.Architecture;
import org.mhpcheck.specs.toml.UnreadableException;

class ArchitecturesTest {
  private static final Design V6_12 = Design.parse("v6.12");

  private static final String GOOD =
      """
      [toy]
      page_shift = 12
      section_size_bits = 27
      huge_page_shift = 21
      max_page_order = 10
      long_bytes = 8
      vmemmap = true
      """;

  @Test
  void areInTheOrderOfTheFile() {
    List<String> names = Architectures.all().stream().map(Architecture::name).toList();
    assertEquals(
        List.of("x86_64", "x86_32-pae", "x86_32", "arm64", "arm64-16k"), names.subList(0, 5));
    assertEquals("alpha", names.get(names.size() - 1));
    assertEquals(30, names.size());
    assertEquals(Optional.empty(), Architectures.named("vax"));
  }

  @ParameterizedTest
  @CsvSource({
    "x86_64,64",
    "x86_32,32",
    "arm64,64",
    "arm64-64k,256",
    "ppc64,8",
    "ppc64-4k-hash,8",
    "s390,128",
    "riscv64,64",
    "loongarch64,256",
    "sparc64,512",
    "sh,32"
  })
  void haveTheirSubsections(String name, int subsections) {
    assertEquals(
        subsections, Architectures.named(name).orElseThrow().subsections(Design.parse("v6.12")));
  }

  @Test
  void sectionsOfArm64WereLarger() {
    Architecture arm64 = Architectures.named("arm64").orElseThrow();
    assertEquals(512, arm64.subsections(Design.parse("v5.9")));
    assertEquals(64, arm64.subsections(Design.parse("v5.12")));
  }

  /** A pageblock is a huge page or the largest allocation, whichever is smaller. */
  @ParameterizedTest
  @CsvSource({
    "x86_64,9",
    "x86_32,10",
    "arm64-64k,13",
    "ppc64,5",
    "ppc64-hash,8",
    "s390,8",
    "sh-hugetlb-64k,4",
    "sh-nommu,13",
    "mips64-64k-nohuge,10"
  })
  void haveTheirPageblocks(String name, int order) {
    assertEquals(order, Architectures.named(name).orElseThrow().pageblockOrder(V6_12));
  }

  @ParameterizedTest
  @CsvSource({
    "x86_64,v5.2,true",
    "riscv64,v6.10,false",
    "riscv64,v6.11,true",
    "riscv64,v6.12.117-debian,true",
    "loongarch64,v6.1.192-debian,false",
    "loongarch64-4k,v6.12,true",
    "sparc64,v7.2,false",
    "x86_32-pae,v5.2,false"
  })
  void hotplugMemorySinceARelease(String name, String design, boolean hotplugs) {
    assertEquals(hotplugs, Architectures.named(name).orElseThrow().hotplugs(Design.parse(design)));
  }

  @Test
  void everyKeyIsRead() {
    assertEquals(
        List.of(
            new Architecture(
                "toy",
                12,
                27,
                28,
                Release.V6_1,
                Optional.of(21),
                10,
                4,
                false,
                Optional.of(Release.V6_8))),
        ArchReader.read(
            "f",
            GOOD.replace("= 8", "= 4").replace("true", "false")
                + "section_size_bits_before = { release = \"v6.1\", bits = 28 }\n"
                + "hotplug_since = \"v6.8\""));
  }

  @Test
  void someHaveNeitherHugePagesNorHotplug() {
    Architecture plain = ArchReader.read("f", GOOD.replace("huge_page_shift = 21\n", "")).get(0);
    assertEquals(Optional.empty(), plain.hugePageShift());
    assertEquals(10, plain.pageblockOrder(V6_12));
    assertEquals(Optional.empty(), plain.hotplugSince());
  }

  @ParameterizedTest
  @MethodSource("problems")
  void problemsAreFound(String text, String problems) {
    UnreadableException e =
        assertThrows(UnreadableException.class, () -> ArchReader.read("f", text));
    assertEquals(problems, e.getMessage());
  }

  static Stream<Arguments> problems() {
    return Stream.of(
        Arguments.of("toy = 3", "f:1:1: found the integer 3, expected a table as toy"),
        Arguments.of(
            GOOD.replace("page_shift = 12", "page_shft = 12"),
            "f:1:1: found no page_shift, expected page_shift = an integer from 12 to 18\n"
                + "f:2:1: found the key \"page_shft\","
                + " expected a key of an architecture (did you mean page_shift?)"),
        Arguments.of(
            GOOD.replace("vmemmap = true", ""),
            "f:1:1: found no vmemmap, expected vmemmap = true or false"),
        Arguments.of(
            GOOD.replace("27", "11"),
            "f:3:1: found the integer 11,"
                + " expected an integer from 12 to 40 as section_size_bits"),
        Arguments.of(
            GOOD.replace("= 8", "= 6"),
            "f:6:1: found the integer 6, expected 4 or 8 as long_bytes"),
        Arguments.of(
            GOOD.replace("= 21", "= 12"),
            "f:4:1: found the integer 12, expected an integer from 13 to 40 as huge_page_shift"),
        Arguments.of(
            GOOD + "hotplug_since = \"v6.111\"",
            "f:8:1: found \"v6.111\", expected a release (did you mean v6.11?)"),
        Arguments.of(
            GOOD + "[toy.section_size_bits_before]\nrelease = \"v5.22\"\nbit = 3",
            """
            f:8:1: found no bits, expected bits = an integer from 12 to 40
            f:9:1: found "v5.22", expected a release (did you mean v5.12?)
            f:10:1: found the key "bit", expected release or bits (did you mean bits?)\
            """),
        Arguments.of("[toy", "f:1:5: found end of input, expected ]"));
  }
}
