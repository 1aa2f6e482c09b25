package org.mhpcheck.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mhpcheck.checker.bind.source.KernelTree;
import org.mhpcheck.checker.bind.source.Trees;

/** A kernel tree from night to night. */
class TreeWatchTest {
  private static final String REMOVES = "(void sparse_remove_section\\([^)]*\\)\\s*\\{)";

  @TempDir private Path directory;

  private CommandLineRun watched(Path tree, String night, String only) {
    return CommandLineRun.of(
        "nightly",
        "--kernel",
        tree.toString(),
        "--only",
        only,
        "--out",
        directory.resolve(night).toString());
  }

  private JsonNode written(String file) throws IOException {
    return new ObjectMapper().readTree(directory.resolve(file).toFile());
  }

  /** One tree, as it is and changed, is all that is compiled. */
  @Test
  void whatItsDesignBreaksIsNoNewsAndWhatChangesIsNamed() throws IOException {
    KernelTree tree = Trees.of("6.12");
    Path copy = directory.resolve("tree");
    CheckTreeTest.copy(tree, copy, "mm/sparse.c", "$", "\n");
    String only = "tree/calls/memory-block";
    CommandLineRun first = watched(copy, "1", only).endsWith(0).hasNoLine("since ");
    first.hasLine("VIOLATED tree/calls/memory-block@linux-6.12.117/failed-add-changes-nothing ");
    assertTrue(first.resultLines().stream().allMatch(l -> l.endsWith(" expected")), first.out());
    assertEquals(0, first.calls().size(), "what is as expected is not told");
    JsonNode functions = written("1/summary.json").at("/kernels/0/texts/functions");
    assertEquals(64, functions.get("sparse_remove_section").textValue().length());

    CheckTreeTest.copy(tree, copy, "mm/sparse-vmemmap.c", REMOVES, "$1 return;");
    CommandLineRun second = watched(copy, "2", only).endsWith(12).hasLine("since ");
    second.hasLine(
        "NEW tree/calls/memory-block@linux-6.12.117/removed-memory-is-not-valid: HOLDS ");
    String told = ": functions changed: sparse_remove_section; ";
    assertTrue(second.out().contains(told), second.out());
    String page = Files.readString(directory.resolve("2/index.html"), StandardCharsets.UTF_8);
    assertTrue(page.contains(told), "the page has it, too");
    assertTrue(
        CommandLineRun.of(
                "diff", directory.resolve("1").toString(), directory.resolve("2").toString())
            .endsWith(12)
            .out()
            .contains(told));
  }

  @Test
  void whatIsComparedIsWrittenBesideIt() throws IOException {
    Path tree = Trees.of("6.12").directory();
    Files.createDirectories(directory.resolve("1"));
    Files.writeString(directory.resolve("1/conform.json"), "of an earlier run");
    watched(tree, "1", "conform/loops=2x4")
        .endsWith(0)
        .hasLine("AGREES v6.12.117-debian with linux-6.12.117: ");
    assertEquals("AGREES", written("1/conform.json").get("conclusion").textValue());
    String page = Files.readString(directory.resolve("1/index.html"), StandardCharsets.UTF_8);
    assertTrue(page.contains("loops=2x4"), "the page has what was compared");
  }

  /** What would be found of its steps would not be true; the rest of the night is not lost. */
  @Test
  void oneThatPropertiesHaveNoWordsForIsComparedNevertheless() throws IOException {
    Path copy = directory.resolve("tree");
    CheckTreeTest.copy(
        Trees.of("6.12"), copy, "include/linux/mmzone.h", "early_section\\(ms\\) \\|\\|", "1 ||");
    watched(copy, "1", "{tree/calls/device,conform/loops=2x4}")
        .endsWith(12)
        .hasLine("INCOMPLETE: ")
        .complains("its pfn_valid() is ");
    JsonNode notAsked = written("1/summary.json").at("/notAsked");
    assertTrue(notAsked.toString().contains("tree/calls/device"), notAsked.toString());
    assertEquals("AGREES", written("1/conform.json").get("conclusion").textValue());
  }

  /** Nothing of all that can be answered in a second, and that is no pass. */
  @Test
  void whatHasNoTimeIsInconclusive() {
    Path tree = Trees.of("6.12").directory();
    CommandLineRun.of(
            "nightly",
            "--kernel",
            tree.toString(),
            "--time",
            "1s",
            "--out",
            directory.resolve("1").toString())
        .endsWith(5)
        .hasLine("INCONCLUSIVE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--kernel . --shard 1/2 | 64 | --shard beside --kernel, expected one of them",
        "--kernel . --resume | 64 | --resume beside --kernel, expected one of them",
        "--design v6.12 | 64 | --design is for the tree of a --kernel",
        "--kernel . | 151 | no kernel tree: . has no mm/sparse.c",
        "--kernel . --design v1.0 | 151 | release v1.0 is not catalogued",
      })
  void whatCannotBeAsked(String arguments, int status, String why) {
    CommandLineRun.withOut("nightly", directory, arguments).endsWith(status).complains(why);
  }

  @Test
  void choosingNothingIsWrongUsage() {
    watched(Trees.of("6.12").directory(), "1", "nowhere/*")
        .endsWith(64)
        .complains("--only chooses nothing that is asked of ");
  }
}
