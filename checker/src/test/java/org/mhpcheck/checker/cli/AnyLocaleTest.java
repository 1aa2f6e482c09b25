package org.mhpcheck.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever digits its user writes, results have those that programs read. */
class AnyLocaleTest {
  @TempDir Path directory;

  @Test
  void resultsAreTheSameInAnyLocale() throws Exception {
    List<String> english = results("en", "US");
    assertEquals(english, results("ar", "EG"));
    assertTrue(english.stream().anyMatch(l -> l.contains("fingerprint")));
    assertTrue(english.contains("1..2"), "a plan with digits in it");
  }

  /** Without what differs from run to run. */
  private List<String> results(String language, String country)
      throws IOException, InterruptedException {
    Path out = directory.resolve(language);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.language=" + language,
                "-Duser.country=" + country,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "check",
                "--design",
                "v5.4",
                "--sections",
                "1",
                "--subsections",
                "4",
                "--property",
                "boot-usage-never-freed",
                "--out",
                out.toString())
            .redirectOutput(directory.resolve("stdout").toFile())
            .redirectError(directory.resolve("stderr").toFile())
            .start();
    assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    assertEquals(12, process.exitValue(), Files.readString(directory.resolve("stderr")));
    List<String> lines = new ArrayList<>(Files.readAllLines(out.resolve("results.ktap")));
    Files.readAllLines(out.resolve("summary.json")).stream()
        .filter(
            l ->
                !l.matches(
                    ".*\"(command|started|seconds|transitionsPerSecond|bytesPerState|bytes)\".*"))
        .forEach(lines::add);
    Files.readAllLines(out.resolve("junit.xml")).stream()
        .filter(l -> !l.contains("\"command\""))
        .map(l -> l.replaceAll("time(stamp)?=\"[0-9:.TZ-]*\"", ""))
        .filter(l -> !l.contains("<testsuites "))
        .forEach(lines::add);
    return lines;
  }
}
