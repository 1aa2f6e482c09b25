package org.mhpcheck.reports.past;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.model.question.Expectation;
import org.mhpcheck.reports.OutputFile;
import org.mhpcheck.reports.RunMaker;
import org.mhpcheck.reports.json.RunWriter;

class HistoryReaderTest {
  private static final Instant START = Instant.parse("2025-01-02T03:04:05Z");

  @TempDir private Path parent;

  private static RunReport report(int hour, String command, Finding... findings) {
    RunReport run =
        RunMaker.run(
            START.plus(Duration.ofHours(hour)),
            Duration.ofSeconds(1),
            true,
            ExitStatus.OK,
            findings);
    return new RunReport(
        run.version(),
        command,
        run.timing(),
        run.findings(),
        run.notAsked(),
        run.kernels(),
        run.complete(),
        run.exitStatus());
  }

  private void write(String name, RunReport report) throws IOException {
    Path directory = Files.createDirectory(parent.resolve(name));
    OutputFile.write(directory.resolve("summary.json"), out -> new RunWriter().write(report, out));
  }

  private History upTo(RunReport now) {
    return new HistoryReader(parent).upTo(PastRun.of(now));
  }

  private static List<String> names(History history) {
    return history.runs().stream().map(e -> e.directory().orElse("now")).toList();
  }

  @Test
  void runsOfTheSameCommandAreFoundOldestFirst() throws IOException {
    write("a", report(3, "nightly --out a", RunMaker.holds()));
    write("b", report(1, "nightly --out b --quiet", RunMaker.holds(), RunMaker.numbers()));
    write("c", report(2, "nightly --only x", RunMaker.holds()));
    write("later", report(9, "nightly --out later"));
    RunReport now = report(4, "nightly --out now", RunMaker.holds(), RunMaker.violated());
    write("now", now);
    Files.createSymbolicLink(parent.resolve("latest"), Path.of("a"));
    Files.createDirectory(parent.resolve("unfinished"));
    History history = upTo(now);
    assertEquals(List.of("b", "a", "now"), names(history));
    assertEquals(List.of(), history.unreadable());
    assertEquals(Optional.empty(), history.runs().get(0).sinceBefore());
    assertEquals(
        List.of("LOST sizes@v5.4/boot-usage-never-freed"), differences(history.runs().get(1)));
    assertEquals(
        List.of("NEW history/b01-readded-early-usage@v5.4/boot-usage-never-freed"),
        differences(history.newest().orElseThrow()));
    assertEquals(1, history.runs().get(0).run().count(Expectation.Word.HOLDS));
    assertEquals(2 * 1234, history.runs().get(0).run().states());
  }

  private static List<String> differences(History.Entry entry) {
    return entry.sinceBefore().orElseThrow().differences().stream()
        .map(d -> d.kind() + " " + d.id())
        .toList();
  }

  @Test
  void whatCannotBeReadIsNamedAndHindersNothing() throws IOException {
    write("a", report(1, "nightly", RunMaker.holds()));
    Path broken = Files.createDirectory(parent.resolve("broken"));
    Files.writeString(broken.resolve("summary.json"), "{\"tool\": \"other\"}");
    write("cut", report(2, "nightly", RunMaker.holds()));
    Path cut = parent.resolve("cut/summary.json");
    Files.writeString(cut, Files.readString(cut).substring(0, 1000));
    History history = upTo(report(3, "nightly", RunMaker.holds()));
    assertEquals(List.of("a", "now"), names(history));
    assertEquals(2, history.unreadable().size());
    assertTrue(history.unreadable().get(0).contains("broken"), "" + history.unreadable());
    assertTrue(history.unreadable().get(1).contains("cut"), "" + history.unreadable());
    assertTrue(history.newest().orElseThrow().sinceBefore().orElseThrow().isEqual());
  }

  @Test
  void theOldestOfManyAreLeftOut() throws IOException {
    for (int hour : IntStream.range(0, 40).toArray()) {
      write("run" + hour, report(hour, "nightly", RunMaker.holds()));
    }
    List<String> names = names(upTo(report(40, "nightly", RunMaker.holds())));
    assertEquals(30, names.size());
    assertEquals("run11", names.get(0));
    assertEquals("now", names.get(29));
  }

  @Test
  void aRunAloneHasNothingBefore() {
    History history =
        new HistoryReader(parent.resolve("nowhere")).upTo(PastRun.of(report(1, "nightly")));
    assertEquals(List.of("now"), names(history));
    assertEquals(List.of(), history.unreadable());
  }
}
