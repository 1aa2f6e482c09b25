package org.mhpcheck.checker.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mhpcheck.checker.architecture.Sources;

/** What the scripts in {@code bench} say to whoever asks them for nonsense. */
class BenchScriptsTest {
  @BeforeAll
  static void needsBash() {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no bash");
  }

  private record Ran(int status, String output) {}

  private static Ran run(String script, String arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add("/bin/bash");
    command.add(Sources.root().resolve("bench").resolve(script).toString());
    if (!arguments.isEmpty()) {
      command.addAll(List.of(arguments.split(" ")));
    }
    return run(command);
  }

  private static Ran run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(process.waitFor(), output);
  }

  @ParameterizedTest(name = "against-spin {0}")
  @CsvSource({
    "2,                found 1 sizes",
    "5 4,              SECTIONS: found '5'",
    "2 x,              SUBSECTIONS: found 'x'",
    "2 1,              SUBSECTIONS: found 1",
    "4 11,             found 44 subsections in all",
    "--runs 0 2 4,     --runs: found '0'",
    "--threads 65 2 4, --threads: found '65'",
    "--runs,           --runs: a number is missing",
    "--fast 2 4,       unknown option: --fast",
  })
  void againstSpinRefuses(String arguments, String found) throws Exception {
    Ran ran = run("against-spin", arguments);
    assertEquals(64, ran.status(), ran.output());
    assertTrue(ran.output().contains("against-spin: " + found), ran.output());
    assertTrue(ran.output().contains("usage: bench/against-spin"), ran.output());
  }

  @ParameterizedTest(name = "reference-model {0}")
  @ValueSource(strings = {"", "2", "0 4", "5 4", "2 1", "2 12", "3 9", "2 4 6", "two 4"})
  void theReferenceModelRefuses(String arguments) throws Exception {
    Ran ran = run("reference-model", arguments);
    assertEquals(64, ran.status(), ran.output());
    assertTrue(ran.output().startsWith("usage: bench/reference-model"), ran.output());
  }

  @Test
  void theReferenceModelIsTheSameEachTime() throws Exception {
    Ran first = run("reference-model", "2 4");
    assertEquals(0, first.status(), first.output());
    assertTrue(
        first.output().startsWith("/* The reference model: 2 sections of 4 subsections. */"));
    assertEquals(first, run("reference-model", "2 4"));
    assertNotEquals(first, run("reference-model", "2 3"));
  }
}
