package org.mhpcheck.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    long violated = run.resultLines().stream().filter(l -> l.startsWith("VIOLATED ")).count();
    assertTrue(violated > 0);
    assertEquals(violated, traces().size());
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
  void choosingNothingIsWrongUsage() {
    CommandLineRun.withOut("nightly", directory.resolve("nothing"), "--only nowhere/*")
        .endsWith(64)
        .complains("--only 'nowhere/*' chooses none of: history/b01-readded-early-usage");
    assertTrue(Files.notExists(directory.resolve("nothing")));
  }

  @Test
  void whatIsNoGlobIsWrongUsage() {
    CommandLineRun.withOut("nightly", directory.resolve("nothing"), "--only history/[")
        .endsWith(64)
        .complains("--only 'history/[' is no glob: ");
  }
}
