package org.mhpcheck.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spans of zones and of the node, where they are asked for. */
class ZonesTest {
  @TempDir private Path directory;

  private CommandLineRun check(String design, String more) {
    return CommandLineRun.check(
        directory, "--design %s --subsections 2 --zones %s".formatted(design, more));
  }

  private Path trace() throws IOException {
    try (Stream<Path> traces = Files.list(directory.resolve("out/traces"))) {
      return traces.findFirst().orElseThrow();
    }
  }

  @Test
  void v53AsksAReserve() throws IOException {
    String property = "zone-asked-of-initialised-page";
    CommandLineRun run =
        check(
                "v5.3",
                "--sections 1 --boot absent --callers device --altmaps none,altmap --property "
                    + property)
            .endsWith(12);
    run.hasLine("VIOLATED check@v5.3/" + property + " reach=exhaustive depth=2 states=26 ");
    assertTrue(run.out().contains("mended by 77e080e7680e"), run::out);
    CommandLineRun again = CommandLineRun.of("replay", trace().toString()).endsWith(12);
    assertEquals(run.calls(), again.calls());
    assertTrue(again.out().contains("spans  ZONE_NORMAL nothing"), again::out);
  }

  @Test
  void recordedSpansAreHeldAgainstThoseThatComeOfTheCalls() throws IOException {
    check(
            "v5.4-656d57119326",
            "--sections 2 --boot full --callers memory-block"
                + " --property node-span-ends-with-its-zones")
        .endsWith(12);
    Path file = trace();
    String text = Files.readString(file);
    int at = text.lastIndexOf("\"spanned\"");
    String changed = text.substring(0, at) + text.substring(at).replaceFirst("\"\\d+\"", "\"77\"");
    Files.writeString(file, changed);
    CommandLineRun.of("replay", file.toString())
        .endsWith(150)
        .complains("the spans are recorded as");
  }

  @ParameterizedTest
  @CsvSource({"0, 12", "1, 0"})
  void aBlockAtPfn0Hangs(int firstSection, int status) {
    check(
            "v7.2",
            "--sections 1 --boot absent --callers memory-block --altmaps altmap"
                + " --property span-search-ends --first-section "
                + firstSection)
        .endsWith(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--sections 1 --callers direct | the caller direct moves nothing to a zone",
        "--sections 1 | the caller direct moves nothing to a zone",
        "--any-sections --callers device | --zones is for explorations",
        "--sections 1 --callers device --first-section 1024 | expected 0 to 1023",
      })
  void whereThereAreNone(String options, String why) {
    check("v6.12", options).endsWith(64).complains(why);
  }

  @Test
  void aFirstSectionIsOfSpansOnly() {
    CommandLineRun.check(
            directory,
            "--design v6.12 --sections 1 --subsections 2 --callers device --first-section 0")
        .endsWith(64)
        .complains("--first-section is for --zones");
  }

  @Test
  void aPropertyOfSpansNeedsThem() {
    CommandLineRun.check(
            directory,
            "--design v6.12 --sections 1 --subsections 2 --callers device --property"
                + " span-search-ends")
        .endsWith(64)
        .complains("needs zones to be kept");
  }
}
