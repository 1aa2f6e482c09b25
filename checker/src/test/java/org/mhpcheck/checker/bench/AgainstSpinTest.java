package org.mhpcheck.checker.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mhpcheck.checker.architecture.Sources;
import org.mhpcheck.checker.explore.Exploration;

/** What Spin is given, and what it makes of it where it is installed. */
class AgainstSpinTest {
  private static final Path BENCH = Sources.root().resolve("bench");
  private static final int CONFIGURATION = 151;

  @TempDir private Path directory;

  private record Ran(int status, String out, String err) {}

  private Ran run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    Path out = directory.resolve("out");
    Path err = directory.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    assertTrue(process.waitFor(2, TimeUnit.MINUTES));
    return new Ran(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  private String model(int sections, int subsections) throws Exception {
    String script = BENCH.resolve("reference-model").toString();
    Ran ran = run(Map.of(), script, "" + sections, "" + subsections);
    assertEquals(0, ran.status(), ran.err());
    return ran.out();
  }

  @Test
  void withoutSpinItsPackageIsNamed() throws Exception {
    Path tools = Files.createDirectory(directory.resolve("bin"));
    for (String tool : List.of("bash", "dirname", "nproc", "mktemp", "rm", "gcc")) {
      Path stub = tools.resolve(tool);
      Files.writeString(stub, "#!/bin/sh\nexec %s \"$@\"\n".formatted(which(tool)));
      assertTrue(stub.toFile().setExecutable(true));
    }
    Ran ran =
        run(
            Map.of("PATH", tools.toString(), "MHPCHECK_CACHE", directory.resolve("no").toString()),
            tools.resolve("bash").toString(),
            BENCH.resolve("against-spin").toString(),
            "1",
            "4");
    assertEquals(CONFIGURATION, ran.status(), ran.err());
    assertTrue(ran.err().contains("Debian's package spin"), ran.err());
  }

  private Path which(String tool) throws Exception {
    Ran ran = run(Map.of(), "bash", "-c", "type -P " + tool);
    assertEquals(0, ran.status(), tool + " is not installed");
    return Path.of(ran.out().strip());
  }

  /** An option of the loop for each way an addition can go, each removal, and what RAM does. */
  @ParameterizedTest(name = "{0} x {1}")
  @CsvSource({"1, 4", "2, 4", "3, 3"})
  void everyRangeIsAddedAndRemoved(int sections, int subsections) throws Exception {
    int all = sections * subsections;
    int outcomes = 0;
    for (int from = 0; from < all; from++) {
      for (int to = from; to < all; to++) {
        outcomes += 3 * (to / subsections - from / subsections + 1) + 1;
      }
    }
    int removals = all * (all + 1) / 2;
    long inModel = model(sections, subsections).split("d_step \\{", -1).length - 1;
    // The one more is how sections are booted, which is defined once.
    assertEquals(outcomes + removals + 5 * sections + 1, inModel);
  }

  /** What Spin makes of it, where it is installed. */
  @ParameterizedTest(name = "{0} x {1}")
  @CsvSource({"1, 2", "1, 4"})
  void spinCountsWhatTheExplorerCounts(int sections, int subsections) throws Exception {
    assumeTrue(
        run(Map.of(), "bash", "-c", "type -P spin gcc").status() == 0,
        "spin or gcc is not installed");
    Files.writeString(directory.resolve("model.pml"), model(sections, subsections));
    Ran ran =
        run(
            Map.of(),
            "bash",
            "-c",
            "spin -a model.pml && gcc -w -DSAFETY -DNOREDUCE -o pan pan.c && ./pan -w16");
    assertEquals(0, ran.status(), ran.err());
    Exploration exploration = ReferenceRun.explore(sections, subsections, 1);
    int initial = (int) Math.pow(3, sections);
    assertTrue(ran.out().contains("errors: 0"), ran.out());
    assertTrue(ran.out().contains(" " + (exploration.states() + 1) + " states, stored"), ran.out());
    assertTrue(
        ran.out().contains(" " + (exploration.transitions() + initial + 1) + " transitions"),
        ran.out());
  }
}
