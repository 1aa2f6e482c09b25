package org.mhpcheck.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong outside the command line: designs, files, places to write to. */
class OtherErrorsTest {
  private static final String SMALL = "--sections 1 --subsections 4 ";

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({
    "v5.44,               the nearest is v5.19",
    "v5.4x,               did you mean v5.4?",
    "v5.4+8068df3b6038,   did you mean 8068df3b6037?",
    "v5.5+8068df3b6037,   already has 8068df3b6037",
    "v5.4-8068df3b6037,   it has no 8068df3b6037 to take away",
    "v5.5+b943f045a9af,   needs d41e2f3bd546",
    "v5.3+1..9,           the patches 1..13 are for v5.2",
    "nonsense,            expected one of v5.2",
  })
  void unknownDesign(String design, String why) {
    CommandLineRun run =
        CommandLineRun.check(directory, SMALL + "--design " + design).endsWith(151).complains(why);
    assertEquals("", run.out());
    CommandLineRun.withOut("prove", directory, "--arch x86_64 --design " + design)
        .endsWith(151)
        .complains(why);
  }

  @Test
  void anAltmapThatTheDesignDoesNotKnow() {
    CommandLineRun run =
        CommandLineRun.check(directory, SMALL + "--design v6.1 --altmaps none,inaccessible")
            .endsWith(151)
            .complains(
                "v6.1 knows no inaccessible altmap: it lacks c5f1e2d18909 (inaccessible-altmap)");
    assertEquals("", run.out());
  }

  @Test
  void unknownScenario() {
    CommandLineRun.check(directory, "history/b01-readded-early-usag")
        .endsWith(150)
        .complains("no scenario is named history/b01-readded-early-usag, did you mean ");
  }

  @Test
  void scenarioFileThatThereIsNot() {
    CommandLineRun.check(directory, directory.resolve("none.toml").toString())
        .endsWith(150)
        .complains("none.toml");
  }

  @Test
  void scenarioFileWithATypo() throws IOException {
    Path file = directory.resolve("mine.toml");
    Files.writeString(
        file,
        """
        title = "Mine"
        why = "Because."
        designs = ["v5.4"]
        properties = ["boot-usage-never-fred"]
        sections = 1
        subsections = 4
        """);
    CommandLineRun.check(directory, file.toString())
        .endsWith(150)
        .complains("mine.toml:4:")
        .complains("boot-usage-never-freed");
  }

  @Test
  void scenarioFileThatIsNoToml() throws IOException {
    Path file = directory.resolve("mine.toml");
    Files.writeString(file, "title = \"Mine\"\nwhy = \n");
    CommandLineRun.check(directory, file.toString()).endsWith(150).complains("mine.toml:2:");
  }

  @Test
  void everythingWrongWithAScenarioIsSaid() throws IOException {
    Path file = directory.resolve("mine.toml");
    Files.writeString(
        file,
        """
        title = "Mine"
        why = "Because."
        designs = ["v5.44"]
        sections = 9
        subsections = 4
        """);
    CommandLineRun.check(directory, file.toString())
        .endsWith(150)
        .complains("mine.toml:3:")
        .complains("mine.toml:4:");
  }

  @Test
  void aFileInThePlaceOfTheOutputDirectory() throws IOException {
    Files.writeString(directory.resolve("out"), "in the way");
    CommandLineRun run =
        CommandLineRun.check(directory, SMALL + "--design v6.12 --property map-backed-by-memmap");
    run.endsWith(153).complains("out");
    assertEquals("", run.out());
    assertEquals("in the way", Files.readString(directory.resolve("out")));
  }

  @Test
  void aSummaryThatCannotBeWritten() throws IOException {
    Path missing = directory.resolve("file/summary.json");
    Files.writeString(directory.resolve("file"), "in the way");
    CommandLineRun.check(
            directory, SMALL + "--design v6.12 --property map-backed-by-memmap --json " + missing)
        .endsWith(153)
        .complains("summary.json");
  }
}
