package org.mhpcheck.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mhpcheck.checker.bind.source.KernelTree;
import org.mhpcheck.checker.bind.source.Trees;

/** {@code check --any-sections}: what it answers, what it says of that, and what it refuses. */
class CheckAnySectionsTest {
  private static final String DEVICES = "--any-sections --subsections 4 --callers device ";

  @TempDir private Path directory;

  private CommandLineRun check(String arguments) {
    return CommandLineRun.check(directory, arguments);
  }

  private JsonNode summary() throws IOException {
    return new ObjectMapper().readTree(directory.resolve("out/summary.json").toFile());
  }

  @Test
  void holdsForAnyNumberOfSections() throws IOException {
    CommandLineRun run =
        check(DEVICES + "--design v6.12 --property pfn-valid-has-memmap").endsWith(0);
    assertEquals(1, run.resultLines().size());
    run.hasLine("HOLDS check@v6.12/pfn-valid-has-memmap reach=any-sections depth=");
    run.hasLine("reach: every sequence of calls over any number of sections of 4 subsections");
    JsonNode finding = summary().at("/findings/0");
    assertEquals("any-sections", finding.at("/reach/word").asText());
    String remarks = finding.at("/remarks").toString();
    assertTrue(remarks.contains("interface classes"), remarks);
    assertTrue(remarks.contains("calls over at most 4 sections"), remarks);
  }

  @Test
  void aViolationIsToldWithATraceOfFewSections() {
    CommandLineRun run =
        check(DEVICES + "--design v5.8 --property pfn-valid-has-memmap").endsWith(12);
    run.hasLine("VIOLATED check@v5.8/pfn-valid-has-memmap reach=");
    run.hasLine("pfn-valid-has-memmap is violated in v5.8: 2 calls, 1 section x 4 subsections");
    assertEquals(2, run.calls().size());
  }

  @Test
  void propertiesOfMoreThanOneSectionAreNotAsked() {
    check(DEVICES + "--design v6.12 --quiet")
        .hasLine("NOT ASKED failed-add-changes-nothing: does not speak of one section's")
        .hasLine("NOT ASKED section-can-be-brought-back: does not speak of one section's");
  }

  @Test
  void limitsAreInconclusive() {
    check(DEVICES + "--design v6.12 --property pfn-valid-has-memmap --states 10")
        .endsWith(5)
        .hasLine("INCONCLUSIVE check@v6.12/pfn-valid-has-memmap reach=depth:0 ");
  }

  @ParameterizedTest
  @CsvSource({
    "--sections 2,                          --sections is for explorations",
    "--depth 3,                             --depth is for explorations",
    "--stop-at-first,                       --stop-at-first is for explorations",
    "--property failed-add-changes-nothing, cannot be asked here: it does not speak of one section",
  })
  void refused(String option, String why) {
    check(DEVICES + "--design v6.12 " + option).endsWith(64).complains(why);
    assertTrue(Files.notExists(directory.resolve("out")));
  }

  @Test
  void withoutSubsectionsNothingIsSaid() {
    check("--any-sections --design v6.12").endsWith(64).complains("nothing to check");
  }

  @Test
  void ofAScenarioThatAsksTheSame() {
    String scenario = "any-sections/v6.12-memory-block --quiet";
    assertTrue(
        check(scenario).endsWith(0).resultLines().stream().allMatch(l -> l.endsWith(" expected")));
    check(scenario + " --depth 2").endsWith(64).complains("--depth and --stop-at-first");
    check(scenario + " --states 2").endsWith(5);
  }

  /** States, moves and verdicts of the tree's own functions are those of its model. */
  @ParameterizedTest
  @CsvSource({"6.12, v6.12-debian", "6.1, v6.1-debian"})
  void ofATreeAsOfItsModel(String version, String design) {
    KernelTree tree = Trees.of(version);
    String world = DEVICES + "--faults --quiet";
    List<String> ofTree = check("--kernel " + tree.directory() + " " + world).resultLines();
    List<String> ofModel = check("--design " + design + " " + world).resultLines();
    assertEquals(
        ofModel, ofTree.stream().map(l -> l.replace("linux-" + tree.release(), design)).toList());
  }
}
