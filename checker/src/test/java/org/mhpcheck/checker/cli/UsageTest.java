package org.mhpcheck.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong usage ends with 64, says what was wrong, and writes nothing. */
class UsageTest {
  private static final String SMALL = "--design v6.12 --sections 1 --subsections 4 ";

  @TempDir private Path directory;

  private void refused(String command, String arguments, String why) {
    CommandLineRun run =
        CommandLineRun.withOut(command, directory, arguments).endsWith(64).complains(why);
    assertEquals("", run.out());
  }

  @AfterEach
  void nothingIsWritten() {
    assertTrue(Files.notExists(directory.resolve("out")));
  }

  /** Words that a file has would be no part of what a run says that it was asked. */
  @Test
  void wordsAreNotReadFromFiles() throws IOException {
    Path file = Files.writeString(directory.resolve("words"), "--shard 1/4");
    refused("nightly", "@" + file, "@" + file);
  }

  @Test
  void limitsOfWhatHasNone() {
    for (String option : List.of("--time 5s", "--memory 1G", "--stop-at-first")) {
      refused("check", "proofs/boot-usage-never-freed " + option, "are for explorations");
      refused("check", "sizes/every-release " + option, "are for explorations");
    }
  }

  @Test
  void noCommand() {
    CommandLineRun run = CommandLineRun.of().endsWith(64).complains("a command is missing");
    assertTrue(run.err().contains("\nUsage: mhpcheck "), run.err());
    assertEquals("", run.out());
  }

  @Test
  void unknownCommand() {
    CommandLineRun.of("chekc")
        .endsWith(64)
        .complains("no command is named 'chekc'")
        .complains("mhpcheck check");
  }

  @Test
  void unknownOption() {
    refused("check", SMALL + "--fault", "--fault");
    refused("nightly", "--onyl x", "--onyl");
    refused("prove", "--design v6.12 --archs x86_64", "--archs");
  }

  @Test
  void missingOptions() {
    refused("check", "", "nothing to check");
    refused("check", "--design v6.12 --sections 1", "nothing to check");
    refused("check", "--sections 1 --subsections 4", "nothing to check");
    refused("prove", "", "nothing to prove");
  }

  @Test
  void series() {
    String itself = "--series says itself which designs are asked";
    refused("check", "--series subsection --design v5.2", itself);
    refused("check", "--series subsection --kernel /nowhere", itself);
    refused("check", "history/b01-readded-early-usage --series subsection", itself);
    refused("check", "--series subsections", "did you mean subsection?");
    refused("check", "--series x", "no series is named 'x', expected one of subsection");
    refused("check", "--series subsection --subsections 1", "--subsections is 1, expected ");
  }

  @Test
  void theSameScenarioTwice() {
    refused(
        "check",
        "history/b01-readded-early-usage history/b01-readded-early-usage",
        "more than one scenario is named history/b01-readded-early-usage");
  }

  @Test
  void optionsBesideAScenario() {
    refused("check", "history/b01-readded-early-usage --design v5.4", "a scenario says itself");
    refused("check", "history/b01-readded-early-usage --faults", "a scenario says itself");
    refused("check", "history/b01-readded-early-usage --altmaps none", "a scenario says itself");
  }

  @ParameterizedTest
  @CsvSource({
    "0,  4,   --sections is 0",
    "-1, 4,   --sections is -1",
    "9,  4,   --sections is 9",
    "1,  0,   --subsections is 0",
    "1,  -1,  --subsections is -1",
    "1,  1,   --subsections is 1",
    "1,  513, --subsections is 513",
  })
  void impossibleSizes(String sections, String subsections, String why) {
    refused(
        "check",
        "--design v6.12 --sections %s --subsections %s".formatted(sections, subsections),
        why + ", expected ");
  }

  @Test
  void numbersThatAreNone() {
    refused(
        "check",
        "--design v6.12 --sections one --subsections 4",
        "--sections is 'one', expected a whole number");
    refused(
        "check",
        "--design v6.12 --sections 99999999999 --subsections 4",
        "--sections is '99999999999', expected a number nearer to 0");
    refused("check", SMALL + "--seed 1.5", "--seed is '1.5', expected a whole number");
  }

  @Test
  void oneArgumentTooMany() {
    refused("nightly", "history", "'history' is one argument too many");
  }

  @Test
  void wordsThatAreNone() {
    CommandLineRun.of("list", "design")
        .endsWith(64)
        .complains("WHAT is 'design', expected one of designs, changes, properties, ");
    CommandLineRun.of("kernel", "put").endsWith(64).complains("no command is named 'put'");
    CommandLineRun.of("kernel", "get", "newest")
        .endsWith(64)
        .complains("VERSION: found 'newest', expected such as 6.12");
  }

  @Test
  void whichOptionIsSaid() {
    refused("check", SMALL + "--block 3", "--block: a memory block of 3 sections, expected ");
    refused("check", SMALL + "--node 1024", "--node: node 1024, expected 0 to 1023");
    refused(
        "check",
        SMALL + "--zones --first-section 1024",
        "--first-section: the first section is 1024, expected 0 to 1023");
    refused(
        "check",
        SMALL + "--arch mips",
        "no architecture with memory hotplug is named 'mips', expected one of x86_64, ");
  }

  @Test
  void simulation() {
    refused("check", SMALL + "--seed 1", "--seed is for --simulate");
    refused("check", SMALL + "--walks 1", "--walks is for --simulate");
    refused("check", SMALL + "--simulate --walks 0", "--walks is 0, expected at least 1");
    refused("check", SMALL + "--simulate --seed one", "--seed");
    refused("check", SMALL + "--simulate --walkers", "--walkers is not for --simulate");
    refused("check", SMALL + "--simulate --states 9", "--states is not for --simulate");
    refused("check", SMALL + "--simulate --memory 1G", "--memory is not for --simulate");
    refused("check", "--series subsection --simulate", "--series is not for --simulate");
    refused(
        "check",
        "history/b01-readded-early-usage --simulate",
        "a scenario says itself how it is asked: not with --simulate");
    refused(
        "check",
        "--design v6.12 --any-sections --subsections 4 --simulate",
        "--any-sections is not for --simulate");
    refused(
        "check",
        SMALL + "--callers device --simulate --property section-can-be-brought-back",
        "section-can-be-brought-back cannot be asked here: it asks for a way back");
  }

  @Test
  void unknownProperty() {
    refused(
        "check",
        SMALL + "--property boot-usage-never-fred",
        "did you mean boot-usage-never-freed?");
    refused("check", SMALL + "--property zzz", "'zzz', see mhpcheck list properties");
  }

  @Test
  void unknownCaller() {
    refused("check", SMALL + "--callers devise", "did you mean device?");
  }

  @Test
  void unknownAltmap() {
    refused("check", SMALL + "--altmaps none,altmp", "did you mean altmap?");
    refused(
        "check",
        SMALL + "--altmaps inaccessible --callers device",
        "the caller device makes no call with these altmaps");
  }

  @Test
  void unknownBootLayout() {
    refused(
        "check",
        SMALL + "--boot lower",
        "no boot layout of 4 subsections: lower (expected absent, full, lower-half, upper-half, ahead or 4"
            + " digits 0 and 1)");
    refused("check", SMALL + "--boot 11000", "no boot layout of 4 subsections: 11000");
  }

  @Test
  void unknownArchitecture() {
    refused("prove", "--design v6.12 --arch x86-64", "did you mean x86_64?");
  }

  @Test
  void propertiesThatCannotBeAskedSo() {
    refused(
        "check",
        SMALL + "--property usage-stride-aligned",
        "usage-stride-aligned cannot be asked here: it is about sizes, ask prove --usemap");
    refused(
        "prove",
        "--design v6.12 --property section-can-be-brought-back",
        "section-can-be-brought-back cannot be asked here");
    refused(
        "check",
        SMALL + "--faults --property section-can-be-brought-back",
        "section-can-be-brought-back cannot be asked here: it needs callers who own what they add");
    refused("prove", "--usemap --property boot-usage-never-freed", "it is not about sizes");
    refused(
        "prove",
        "--design v6.12 --property memmap-freed-as-allocated",
        "it is about removes that mirror adds, and proofs are of any");
  }

  @ParameterizedTest
  @CsvSource({
    "--depth 0",
    "--depth -3",
    "--states 0",
    "--time 0s",
    "--time 5",
    "--time forever",
    "--memory 1T",
    "--memory 0G",
    "--threads 0",
  })
  void impossibleLimits(String limit) {
    refused("check", SMALL + limit, limit.split(" ")[0]);
  }

  @Test
  void namesThatExplainDoesNotKnow() {
    CommandLineRun.of("explain", "b01-readded-early-usag")
        .endsWith(64)
        .complains("did you mean b01-readded-early-usage?");
    CommandLineRun.of("list", "scenario").endsWith(64).complains("WHAT");
  }
}
