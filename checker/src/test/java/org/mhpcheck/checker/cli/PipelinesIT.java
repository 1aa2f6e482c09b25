package org.mhpcheck.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mhpcheck.checker.tool.Commands;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The jobs for GitHub and GitLab: their steps are run by a shell, in the order of their runners.
 */
class PipelinesIT {
  private static final String GITHUB = "github/mhpcheck.yml";
  private static final String GITLAB = "gitlab/mhpcheck.gitlab-ci.yml";

  /** As many as a test needs, of the smallest scenarios there are. */
  private static final int SHARDS = 2;

  private static final String ONLY = "history/b0[12]*";

  @TempDir private Path directory;

  private static Map<?, ?> github;
  private static Map<?, ?> gitlab;

  @BeforeAll
  static void readThem() throws IOException {
    github = read(GITHUB);
    gitlab = read(GITLAB);
  }

  private static Map<?, ?> read(String file) throws IOException {
    Object read = new Load(LoadSettings.builder().build()).loadFromString(Workspace.contrib(file));
    return (Map<?, ?>) read;
  }

  /** What lies under these keys. */
  private static Object at(Object from, String... keys) {
    Object there = from;
    for (String key : keys) {
      there = ((Map<?, ?>) there).get(key);
    }
    return there;
  }

  private static Stream<Map<?, ?>> steps() {
    return ((Map<?, ?>) github.get("jobs")).keySet().stream().flatMap(j -> steps(j.toString()));
  }

  private static Stream<Map<?, ?>> steps(String job) {
    return ((List<?>) at(github, "jobs", job, "steps")).stream().map(s -> (Map<?, ?>) s);
  }

  /** What a step of GitHub's job runs. */
  private static String step(String job, String name) {
    return steps(job)
        .filter(s -> name.equals(s.get("name")))
        .map(s -> (String) s.get("run"))
        .findFirst()
        .orElseThrow();
  }

  private static String script(String job) {
    return String.join(
        "\n", ((List<?>) at(gitlab, job, "script")).stream().map(Object::toString).toList());
  }

  private static Map<String, String> environment(int shard, String summary) {
    Map<String, String> environment = new TreeMap<>();
    ((Map<?, ?>) at(github, "env")).forEach((k, v) -> environment.put(k.toString(), v.toString()));
    assertTrue(environment.keySet().containsAll(List.of("MHPCHECK_ONLY", "SHARDS")));
    environment.putAll(
        Map.of(
            "MHPCHECK_ONLY",
            ONLY,
            "SHARDS",
            String.valueOf(SHARDS),
            "SHARD",
            String.valueOf(shard),
            "GITHUB_STEP_SUMMARY",
            summary));
    return environment;
  }

  @Test
  void whatGitHubRuns() throws IOException {
    Workspace.assumeKnown("nightly", "--shard", "--time");
    Workspace workspace = Workspace.in(directory);
    Path summary = directory.resolve("step-summary.md");
    List<String> shell = List.of("bash", "-e", "-c");
    for (int shard = 1; shard <= SHARDS; shard++) {
      Commands.Ended ended =
          workspace.run(shell, step("shard", "Check"), environment(shard, summary.toString()));
      assertEquals(0, ended.status(), ended.out() + ended.err());
      assertTrue(Files.isRegularFile(directory.resolve("run-" + shard + "/summary.json")));
    }
    for (String name : List.of("Merge", "Tell")) {
      Commands.Ended ended =
          workspace.run(shell, step("merge", name), environment(0, summary.toString()));
      assertEquals(0, ended.status(), ended.out() + ended.err());
    }
    assertFalse(Files.readString(summary).isEmpty());
    for (String file : List.of("summary.json", "junit.xml", "results.sarif")) {
      assertTrue(Files.isRegularFile(directory.resolve("merged").resolve(file)), file);
    }
    // A shard that was lost is no success.
    Files.move(directory.resolve("run-2"), directory.resolve("lost"));
    Commands.Ended lost =
        workspace.run(shell, step("merge", "Merge"), environment(0, summary.toString()));
    assertNotEquals(0, lost.status(), lost.out());
  }

  /** So that what was run above goes for both. */
  @Test
  void gitLabRunsTheSame() {
    assertEquals(
        step("shard", "Check"), script("mhpcheck:shard").replace("CI_NODE_INDEX", "SHARD"));
    assertEquals(step("merge", "Merge"), script("mhpcheck:merge"));
    assertEquals(step("mutants", "Mutants"), script("mhpcheck:mutants"));
  }

  /** It takes too long to be run here. */
  @Test
  void mutantsCanBeTyped() {
    Workspace.assumeKnown("mutants");
    List<String> words = List.of(step("mutants", "Mutants").strip().split(" "));
    assertEquals("./mhpcheck", words.get(0));
    CommandLineRun.commandLine().parseArgs(words.subList(1, words.size()).toArray(String[]::new));
  }

  @Test
  void everyStepThatRunsSomethingIsRunHereButTheInstallation() {
    List<String> names =
        steps().filter(s -> s.containsKey("run")).map(s -> s.get("name").toString()).toList();
    assertEquals(List.of("Install the second solver", "Check", "Merge", "Tell", "Mutants"), names);
  }

  @Test
  void thereAreAsManyShardsAsTheyAreTold() {
    int shards = Integer.parseInt(at(github, "env", "SHARDS").toString());
    assertEquals(
        IntStream.rangeClosed(1, shards).boxed().toList(),
        at(github, "jobs", "shard", "strategy", "matrix", "shard"));
    assertEquals(
        at(gitlab, "variables", "SHARDS"), at(gitlab, "mhpcheck:shard", "parallel").toString());
  }

  @Test
  void actionsAreOfOneVersionAndNothingIsSecret() throws IOException {
    List<String> uses =
        steps().filter(s -> s.containsKey("uses")).map(s -> s.get("uses").toString()).toList();
    assertFalse(uses.isEmpty());
    uses.forEach(u -> assertTrue(u.matches("[a-z/-]+@v[0-9]+\\.[0-9]+\\.[0-9]+"), u));
    assertEquals("read", at(github, "permissions", "contents"));
    for (String file : List.of(GITHUB, GITLAB)) {
      String text = Workspace.contrib(file);
      assertFalse(text.contains("secrets.") || text.contains("TOKEN"), file);
    }
    // What someone types into a form is handed to the shell as a variable, never as text of it.
    steps()
        .filter(s -> s.containsKey("run"))
        .forEach(s -> assertFalse(s.get("run").toString().contains("${{"), s.toString()));
  }
}
