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
  private static final String GOOD =
      """
      [toy]
      page_shift = 12
      section_size_bits = 27
      pageblock_order = 9
      long_bytes = 8
      vmemmap = true
      """;

  @Test
  void areInTheOrderOfTheFile() {
    assertEquals(
        List.of("x86_64", "arm64", "ppc64", "s390"),
        Architectures.all().stream().map(Architecture::name).toList());
    assertEquals(Optional.empty(), Architectures.named("vax"));
  }

  @ParameterizedTest
  @CsvSource({"x86_64,64", "arm64,64", "ppc64,8", "s390,128"})
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

  @Test
  void everyKeyIsRead() {
    assertEquals(
        List.of(new Architecture("toy", 12, 27, 28, Release.V6_1, 9, 4, false)),
        ArchReader.read(
            "f",
            GOOD.replace("= 8", "= 4").replace("true", "false")
                + "section_size_bits_before = { release = \"v6.1\", bits = 28 }"));
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
            GOOD.replace("27", "20"),
            "f:3:1: found the integer 20,"
                + " expected an integer from 21 to 40 as section_size_bits"),
        Arguments.of(
            GOOD.replace("= 8", "= 6"),
            "f:5:1: found the integer 6, expected 4 or 8 as long_bytes"),
        Arguments.of(
            GOOD.replace("= 9", "= 16"),
            "f:3:1: found a section of 2^27 bytes, smaller than a pageblock,"
                + " expected at least page_shift + pageblock_order, 28"),
        Arguments.of(
            GOOD + "[toy.section_size_bits_before]\nrelease = \"v5.22\"\nbit = 3",
            """
            f:7:1: found no bits, expected bits = an integer from 21 to 40
            f:8:1: found "v5.22", expected a release (did you mean v5.12?)
            f:9:1: found the key "bit", expected release or bits (did you mean bits?)\
            """),
        Arguments.of("[toy", "f:1:5: found end of input, expected ]"));
  }
}
