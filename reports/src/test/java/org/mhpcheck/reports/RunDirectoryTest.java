package org.mhpcheck.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.reports.html.view.Background;
import org.mhpcheck.reports.itf.ItfReader;

class RunDirectoryTest {
  private static final Instant STARTED = Instant.parse("2025-01-02T03:04:05Z");
  private static final String TRACE =
      "traces/history-b01-readded-early-usage@v5.4--boot-usage-never-freed.itf.json";

  @TempDir Path parent;

  @Test
  void aRunIsItsSummariesAndItsTraces() throws IOException {
    RunDirectory directory = RunDirectory.in(parent, STARTED);
    List<Path> written =
        directory.write(RunMaker.run(true, ExitStatus.OK, RunMaker.violated()), Background.NONE);
    assertEquals(parent.resolve("2025-01-02T03-04-05Z"), directory.path());
    assertEquals(
        Stream.of(
                TRACE,
                "index.html",
                "junit.xml",
                "results.sarif",
                "results.ktap",
                "summary.md",
                "summary.json")
            .map(directory.path()::resolve)
            .toList(),
        written);
    assertTrue(Files.readString(written.get(6)).contains("\"traceFile\" : \"" + TRACE + "\""));
    assertEquals(TraceMaker.b01().script(), ItfReader.read(written.get(0)).script());
    try (Stream<Path> all = Files.walk(directory.path())) {
      assertEquals(7, all.filter(Files::isRegularFile).count());
    }
  }

  @Test
  void theMarkdownHasALineForEachFinding() throws IOException {
    RunDirectory directory = RunDirectory.in(parent, STARTED);
    directory.write(RunMaker.run(true, ExitStatus.OK, RunMaker.violated()), Background.NONE);
    assertEquals(
        """
        # mhpcheck nightly --only 'b01\\*'

        * exit status 0: all as expected, or holds where nothing was expected
        * 1 answered: 1 VIOLATED; 1 not asked
        * 1 expected
        * complete: everything asked was answered to the end

        <details><summary>All answers: 1</summary>

        | verdict | scenario@design/property | reach | depth | states | grade \
        | known, or mended by | trace |
        |---|---|---|---:|---:|---|---|---|
        | VIOLATED | history/b01-readded-early-usage@v5.4/boot-usage-never-freed | exhaustive | 3 \
        | 1234 | expected | B01 | [trace](%s) |

        </details>

        <details><summary>Not asked: 1</summary>

        * usemap-fits: is about sizes, ask prove --usemap

        </details>
        """
            .formatted(TRACE),
        Files.readString(directory.path().resolve("summary.md")));
  }

  @Test
  void theMarkdownSaysWhatMendsATrace() throws IOException {
    Finding violated =
        RunMaker.finding(
            "history/b01",
            new Verdict.Violated(RunMaker.EXHAUSTIVE, TraceMaker.b01()),
            Optional.empty(),
            Finding.Grade.NONE);
    RunDirectory directory = RunDirectory.in(parent, STARTED);
    directory.write(
        RunMaker.run(true, ExitStatus.VIOLATED, violated, RunMaker.holds()), Background.NONE);
    List<String> rows =
        Files.readAllLines(directory.path().resolve("summary.md")).stream()
            .filter(l -> l.startsWith("|") && l.contains("@v5.4"))
            .toList();
    assertTrue(rows.get(0).contains(" | - | 8068df3b6037 (v5.5) | [trace]("), rows.get(0));
    assertTrue(rows.get(1).endsWith(" | - |  |  |"), rows.get(1));
  }

  @Test
  void latestPointsAtTheNewestThatIsFinished() throws IOException {
    Path latest = parent.resolve("latest");
    RunDirectory first = RunDirectory.in(parent, STARTED);
    first.write(RunMaker.run(true, ExitStatus.OK), Background.NONE);
    RunDirectory second = RunDirectory.in(parent, STARTED);
    assertEquals(first.path().toRealPath(), latest.toRealPath());
    second.write(RunMaker.run(true, ExitStatus.OK), Background.NONE);
    assertEquals(Path.of("2025-01-02T03-04-05Z-2"), Files.readSymbolicLink(latest));
    assertEquals(3, listed(parent).size(), "two runs and the link");
  }

  @Test
  void whereThereCanBeNoLinkThereIsNone() throws IOException {
    Files.createDirectories(parent.resolve("latest/taken"));
    RunDirectory.in(parent, STARTED).write(RunMaker.run(true, ExitStatus.OK), Background.NONE);
    assertEquals(2, listed(parent).size());
  }

  @Test
  void theSummaryOfAnEarlierRunIsGoneBeforeTheNextIsDone() {
    Path path = parent.resolve("given");
    RunDirectory.at(path).write(RunMaker.run(true, ExitStatus.OK), Background.NONE);
    assertTrue(Files.exists(path.resolve("summary.json")));
    RunDirectory.at(path);
    assertFalse(Files.exists(path.resolve("summary.json")));
    assertFalse(Files.exists(parent.resolve("latest")), "only where the name is ours to choose");
  }

  @Test
  void namesAreSafeAndTheirOwn() {
    Finding slash = named("../a b/c");
    Finding dash = named("..-A-b-c");
    TraceNames names = new TraceNames(List.of(slash, dash, RunMaker.holds()));
    String end = "@v5.4--boot-usage-never-freed";
    assertEquals("traces/_.-a-b-c" + end + ".itf.json", names.of(slash).orElseThrow());
    assertEquals("traces/_.-A-b-c" + end + "-2.itf.json", names.of(dash).orElseThrow());
    assertTrue(names.of(RunMaker.holds()).isEmpty());
  }

  private static Finding named(String scenario) {
    Finding b01 = RunMaker.violated();
    return RunMaker.finding(scenario, b01.verdict(), b01.expected(), b01.grade());
  }

  @Test
  void whatIsInTheWayIsNamed() throws IOException {
    Path file = Files.createFile(parent.resolve("file"));
    OutputException e = assertThrows(OutputException.class, () -> RunDirectory.at(file));
    assertEquals(
        "cannot make the directory %s: %s exists and is not a directory".formatted(file, file),
        e.getMessage());
    RunDirectory directory = RunDirectory.at(parent.resolve("given"));
    Files.createFile(directory.path().resolve("traces"));
    RunReport run = RunMaker.run(true, ExitStatus.OK, RunMaker.violated());
    assertThrows(OutputException.class, () -> directory.write(run, Background.NONE));
    assertFalse(Files.exists(directory.path().resolve("summary.json")));
  }

  @Test
  void aFileIsReplacedWholeOrNotAtAll() throws IOException {
    Path file = Files.writeString(parent.resolve("file"), "before");
    OutputException e =
        assertThrows(
            OutputException.class,
            () ->
                OutputFile.write(
                    file,
                    out -> {
                      out.write(new byte[100_000]);
                      throw new IOException("No space left on device");
                    }));
    assertEquals("cannot write %s: the disk is full".formatted(file), e.getMessage());
    assertEquals("before", Files.readString(file));
    assertEquals(List.of(file), listed(parent));
    OutputFile.write(file, out -> out.write('x'));
    assertEquals("x", Files.readString(file));
  }

  @Test
  void aFullDiskIsSaid() {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full));
    OutputException e =
        assertThrows(OutputException.class, () -> OutputFile.write(full, out -> out.write('x')));
    assertEquals("cannot write /dev/full: the disk is full", e.getMessage());
    assertTrue(Files.exists(full));
  }

  private static List<Path> listed(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.toList();
    }
  }
}
