package org.mhpcheck.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shards of a run, and the run that they come to. */
class MergeTest {
  /** Explorations, sizes, placements, and two designs side by side. */
  private static final String ONLY =
      "{history/b01-*,latent/l03-*,series/first*,series/usages-packed-by*,series/span*}";

  @TempDir private static Path directory;

  @BeforeAll
  static void runShards() {
    for (int i = 1; i <= 2; i++) {
      nightly("shard-" + i, "--only", ONLY, "--shard", i + "/2");
    }
  }

  private static void nightly(String out, String... more) {
    List<String> arguments = new ArrayList<>(List.of("nightly", "--quiet", "--out", path(out)));
    arguments.addAll(List.of(more));
    CommandLineRun.of(arguments.toArray(new String[0])).endsWith(0);
  }

  private static String path(String name) {
    return directory.resolve(name).toString();
  }

  private static CommandLineRun merge(String... runs) {
    List<String> arguments = new ArrayList<>(List.of("merge", "--out", path("merged")));
    for (String run : runs) {
      arguments.add(path(run));
    }
    return CommandLineRun.of(arguments.toArray(new String[0]));
  }

  /** Without times, and rates, of which there are none where no time is told. */
  private static String summary(String run) throws IOException {
    return Files.readString(directory.resolve(run).resolve("summary.json"))
        .replaceAll(
            " *\"(command|started|seconds|transitionsPerSecond|bytesPerState|bytes)\" : [^\n]*\n",
            "");
  }

  private static void refused(String why, String... runs) throws IOException {
    Path earlier = directory.resolve("merged/summary.json");
    Files.createDirectories(earlier.getParent());
    Files.writeString(earlier, "of an earlier run");
    CommandLineRun run = merge(runs).endsWith(150);
    assertTrue(run.err().contains(why), run.err());
    assertEquals("of an earlier run", Files.readString(earlier));
  }

  @Test
  void shardsComeToWhatOneRunDoes() throws IOException {
    nightly("whole", "--only", ONLY);
    CommandLineRun merged = merge("shard-2", "shard-1").endsWith(0);
    assertEquals(summary("whole"), summary("merged"));
    assertTrue(Files.exists(directory.resolve("merged/index.html")));
    assertTrue(merged.out().contains("B01"), merged.out());
  }

  @Test
  void aShardThatIsMissingIsRefused() throws IOException {
    refused("shard 1/2 of 'nightly --only '" + ONLY + "'' is not among the runs", "shard-2");
    refused("there is no ", "shard-1", "shard-3");
  }

  @Test
  void whatIsThereTwiceIsRefused() throws IOException {
    refused("expected no answer that another run has", "shard-1", "shard-2", "shard-2");
  }

  @Test
  void whatAnotherVersionSaysIsRefused() throws IOException {
    Path old = Files.createDirectories(directory.resolve("old"));
    String text = Files.readString(directory.resolve("shard-1/summary.json"));
    String other = text.replaceFirst("\"version\" : \"[^\"]*\"", "\"version\" : \"0.0.1\"");
    Files.writeString(old.resolve("summary.json"), other);
    Files.createSymbolicLink(old.resolve("traces"), directory.resolve("shard-1/traces"));
    refused("found a run of mhpcheck 0.0.1, expected one of ", "old", "shard-2");
  }

  @Test
  void aShardThatIsNoneIsRefused() throws IOException {
    Path odd = Files.createDirectories(directory.resolve("odd"));
    String text = Files.readString(directory.resolve("shard-1/summary.json"));
    Files.writeString(odd.resolve("summary.json"), text.replaceFirst("--shard 1/2", "--shard 3/2"));
    if (Files.notExists(odd.resolve("traces"))) {
      Files.createSymbolicLink(odd.resolve("traces"), directory.resolve("shard-1/traces"));
    }
    refused("odd: --shard is '3/2', expected I/N, from 1/N to N/N", "odd", "shard-2");
  }

  @Test
  void aCounterexampleThatIsMissingIsRefused() throws IOException {
    Path lost = Files.createDirectories(directory.resolve("lost"));
    Files.copy(
        directory.resolve("shard-1/summary.json"),
        lost.resolve("summary.json"),
        StandardCopyOption.REPLACE_EXISTING);
    refused("cannot read " + lost.resolve("traces"), "lost", "shard-2");
  }

  /** A run that was cut short makes the merged one no pass. */
  @Test
  void whatIsNotCompleteStaysSo() throws IOException {
    CommandLineRun.interrupted(
            "nightly", "--quiet", "--out", path("cut"), "--only", "history/b01-*")
        .endsWith(5);
    CommandLineRun merged = merge("cut").endsWith(5);
    assertFalse(merged.out().contains("all as expected"), merged.out());
    assertTrue(summary("merged").contains("\"complete\" : false"));
  }
}
