package org.mhpcheck.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mhpcheck.checker.cli.catalogue.Catalogue;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.specs.property.Properties;

/** The bugs of history as the nightly job sees them: found where they were, nowhere else. */
class NightlyTest {
  @TempDir private static Path directory;

  private static CommandLineRun run;

  @BeforeAll
  static void runHistory() {
    run = CommandLineRun.withOut("nightly", directory, "--only history/*");
  }

  private static List<Path> traces() throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve("out/traces"))) {
      return files.sorted().toList();
    }
  }

  @Test
  void allIsAsExpected() {
    run.endsWith(0);
    assertTrue(run.resultLines().size() >= 20);
    assertTrue(run.resultLines().stream().allMatch(l -> l.endsWith(" expected")));
    assertTrue(run.resultLines().stream().allMatch(l -> l.contains(" history/b")));
  }

  @Test
  void whatIsExpectedIsNotTold() {
    assertEquals(List.of(), run.calls());
  }

  @Test
  void theSummaryIsWritten() throws IOException {
    JsonNode summary = new ObjectMapper().readTree(directory.resolve("out/summary.json").toFile());
    assertEquals(0, summary.get("exitStatus").intValue());
    assertTrue(summary.get("complete").booleanValue());
    assertEquals(run.resultLines().size(), summary.get("findings").size());
    assertTrue(Files.size(directory.resolve("out/summary.md")) > 0);
  }

  @Test
  void everyViolationHasItsTrace() throws IOException {
    long violated =
        run.resultLines().stream()
            .filter(l -> l.startsWith("VIOLATED "))
            .filter(l -> !isAboutSizes(l))
            .count();
    assertTrue(violated > 0);
    assertEquals(violated, traces().size());
  }

  /** Those are refuted by numbers. */
  private static boolean isAboutSizes(String line) {
    String property = line.split(" ")[1].replaceAll(".*/", "");
    Property asked = Properties.named(property).orElseThrow();
    return asked instanceof Property.Arithmetic || asked instanceof Property.OfPlacement;
  }

  @Test
  void everyTraceCanBeReplayedAndShown() throws IOException {
    for (Path trace : traces()) {
      CommandLineRun replayed = CommandLineRun.of("replay", trace.toString()).endsWith(12);
      CommandLineRun shown = CommandLineRun.of("show", trace.toString()).endsWith(0);
      assertEquals(replayed.out(), shown.out());
      assertTrue(shown.out().contains(" is violated in"), shown.out());
      assertEquals("", replayed.err());
    }
  }

  @Test
  void itEndsInATableOfTheBugs() {
    List<String> lines = run.out().lines().toList();
    int heading = IntStream.range(0, lines.size()).filter(i -> isHeading(lines.get(i))).sum();
    assertTrue(heading > 0, run.out());
    List<String> table = lines.subList(heading + 1, lines.size());
    assertTrue(table.stream().allMatch(l -> l.matches("B[0-9]{2}  .+")), run.out());
    assertTrue(run.resultLines().stream().noneMatch(table::contains));
    for (String bug : List.of("B01", "B03", "B06", "B08", "B10", "B11")) {
      assertTrue(table.stream().anyMatch(l -> l.startsWith(bug) && !l.contains("none")), bug);
    }
    assertTrue(table.stream().noneMatch(l -> l.contains("UNEXPECTED")));
    assertTrue(
        table.stream()
            .anyMatch(
                l ->
                    l.matches(
                        "B01 +v5\\.3\\.\\.v5\\.4 +boot-usage-never-freed +3 +302 +8068df3b6037 \\(v5\\.5\\)")),
        run.out());
    run.hasLine("B14  no scenario: about the sanitizer");
  }

  private static boolean isHeading(String line) {
    return line.matches("id +design +property +calls +states +fix");
  }

  @Test
  void everyBugOfHistoryIsInTheTable() {
    Catalogue.corpus().entries().stream()
        .filter(e -> !e.isLatent())
        .forEach(e -> run.hasLine(e.id() + "  "));
    run.hasNoLine("L");
  }

  @Test
  void latentBugsHaveATableOfTheirOwn(@TempDir Path other) {
    CommandLineRun latent = CommandLineRun.withOut("nightly", other, "--only latent/l10* --quiet");
    latent.endsWith(0).hasNoLine("L01").hasNoLine("B");
    List<String> lines = latent.out().lines().toList();
    assertEquals(
        List.of(
            "L10  v6.12-debian      inaccessible-memmap-never-written      1     177  none",
            "L10  v6.12.117-debian  inaccessible-memmap-never-written      1      13  none"),
        lines.subList(lines.size() - 2, lines.size()));
  }

  @Test
  void whereNoBugIsAskedThereIsNoTable(@TempDir Path other) {
    CommandLineRun series = CommandLineRun.withOut("nightly", other, "--only series/*");
    assertTrue(series.endsWith(0).out().lines().noneMatch(NightlyTest::isHeading));
    series.hasNoLine("B14");
  }

  @Test
  void choosingNothingIsWrongUsage() {
    CommandLineRun.withOut("nightly", directory.resolve("nothing"), "--only nowhere/*")
        .endsWith(64)
        .complains("--only 'nowhere/*' chooses none of ");
    assertTrue(Files.notExists(directory.resolve("nothing")));
  }

  @Test
  void whatIsNoGlobIsWrongUsage() {
    CommandLineRun.withOut("nightly", directory.resolve("nothing"), "--only history/[")
        .endsWith(64)
        .complains("--only 'history/[' is no glob: ");
  }

  @Test
  void shardsAreParts(@TempDir Path other) {
    Set<String> found = new TreeSet<>();
    int lines = 0;
    for (String shard : List.of("1/2", "2/2")) {
      CommandLineRun part =
          CommandLineRun.withOut(
              "nightly", other.resolve(shard), "--only history/b0[1-3]* --shard " + shard);
      lines += part.endsWith(0).resultLines().size();
      found.addAll(part.resultLines());
    }
    assertEquals(lines, found.size());
    Set<String> whole =
        Set.copyOf(
            CommandLineRun.withOut("nightly", other.resolve("all"), "--only history/b0[1-3]*")
                .resultLines());
    assertEquals(whole, found);
  }

  @Test
  void aShardOfNothingIsWrongUsage() {
    CommandLineRun.withOut(
            "nightly", directory.resolve("nothing"), "--only history/b02* --shard 2/2")
        .endsWith(64)
        .complains("--shard '2/2' is left none of the scenarios");
    CommandLineRun.withOut("nightly", directory.resolve("nothing"), "--shard 3/2")
        .endsWith(64)
        .complains("--shard is '3/2', expected I/N, from 1/N to N/N");
  }

  /** Nothing can be answered in no time, and that is no pass. */
  @Test
  void whatHasNoTimeIsInconclusive(@TempDir Path other) {
    CommandLineRun run =
        CommandLineRun.withOut("nightly", other, "--only proofs/v6.12-sections --time 1s");
    run.endsWith(5).hasLine("INCONCLUSIVE ").hasLine("INCOMPLETE: ");
    assertTrue(
        run.resultLines().stream().noneMatch(l -> l.startsWith("HOLDS ")),
        run.resultLines()::toString);
  }

  /** What was found stands; how much there is to find, and to fire, is not known. */
  @Test
  void whatWasCutOffIsNoPassThoughAllThatWasFoundIsAsExpected(@TempDir Path other)
      throws IOException {
    CommandLineRun run =
        CommandLineRun.withOut(
                "nightly", other, "--only latent/l04-dying* --memory 1M --threads 2 --quiet")
            .endsWith(5)
            .hasLine("INCOMPLETE");
    assertTrue(run.resultLines().stream().allMatch(l -> l.endsWith(" expected")), run.out());
    try (Stream<Path> kept = Files.list(other.resolve("out/answered"))) {
      assertTrue(kept.count() < run.resultLines().size(), "and is asked again");
    }
  }

  @Test
  void whatIsKeptIsCounted() {
    CommandLineRun.of("nightly", "--only", "history/b02*", "--keep", "0")
        .endsWith(64)
        .complains("--keep is 0, expected at least 1");
    CommandLineRun.withOut("nightly", directory.resolve("nothing"), "--keep 3")
        .endsWith(64)
        .complains("--keep beside --out, expected one of them");
  }
}
