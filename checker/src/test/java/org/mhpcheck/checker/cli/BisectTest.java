package org.mhpcheck.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mhpcheck.checker.bind.source.KernelTree;
import org.mhpcheck.checker.bind.source.Trees;
import org.mhpcheck.checker.tool.Commands;

/** git itself looks for the commit that breaks a property. */
class BisectTest {
  private static final String QUESTION = "question.toml";
  private static final String FREEING = "mm/sparse-vmemmap.c";
  private static final String FREED = "boot-usage-never-freed";
  private static final String TEST = "!PageReserved(";

  @TempDir private Path directory;

  private Path repository;

  @BeforeEach
  void makeRepository() throws IOException {
    Assumptions.assumeTrue(Commands.isInstalled("git"), "no git");
    repository = Files.createDirectory(directory.resolve("repository"));
    git("init", "--quiet");
  }

  private Commands.Ended git(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of("git", "-c", "user.name=n", "-c", "user.email=e", "-c", "core.hooksPath=/"));
    command.addAll(List.of("-c", "commit.gpgSign=false"));
    command.addAll(List.of(arguments));
    Commands.Ended ended = Commands.run(command, "", repository);
    assertEquals(0, ended.status(), () -> command + ": " + ended.out() + ended.err());
    return ended;
  }

  private void commit(String subject) {
    git("add", "--all");
    git("commit", "--quiet", "--allow-empty", "--message", subject);
  }

  private void change(String file, String from, String to) throws IOException {
    Path path = repository.resolve(file);
    String text = Files.readString(path, StandardCharsets.ISO_8859_1);
    String changed = text.replace(from, to);
    assertNotEquals(text, changed, from);
    Files.writeString(path, changed, StandardCharsets.ISO_8859_1);
  }

  /** From the first commit, which is good, to the last; {@code check} of these arguments asks. */
  private void bisect(String... arguments) {
    String first = git("rev-list", "--max-parents=0", "HEAD").out().strip();
    git("bisect", "start", "HEAD", first);
    List<String> run =
        new ArrayList<>(
            List.of("bisect", "run", Path.of(System.getProperty("java.home"), "bin/java") + ""));
    run.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    run.addAll(List.of("-cp", absoluteClassPath(), Main.class.getName(), "check", "--bisect"));
    run.addAll(List.of("--out", directory.resolve("out").toString()));
    run.addAll(List.of(arguments));
    git(run.toArray(new String[0]));
  }

  /** It runs in another directory than this test. */
  private static String absoluteClassPath() {
    return String.join(
        ":",
        Stream.of(System.getProperty("java.class.path").split(":"))
            .map(p -> Path.of(p).toAbsolutePath().toString())
            .toList());
  }

  private void assertFound(String subject) {
    assertEquals(subject, git("show", "-s", "--format=%s", "refs/bisect/bad").out().strip());
  }

  private void assertSkipped(String subject) {
    String log = git("bisect", "log").out();
    assertTrue(log.matches("(?s).*# skip: \\[\\w+\\] \\Q" + subject + "\\E\n.*"), log);
  }

  @Test
  void ofAScenario() throws IOException {
    String question =
        """
        title = "Who frees the usage"
        why = "git asks"
        designs = ["v5.5"]
        properties = ["boot-usage-never-freed"]
        sections = 1
        subsections = 4
        boot = ["full"]
        """;
    Files.writeString(repository.resolve(QUESTION), question);
    commit("it holds");
    commit("nothing happens");
    change(QUESTION, "\"full\"", "\"absent\"");
    commit("nothing is asked");
    change(QUESTION, "\"absent\"", "\"full\"");
    commit("it is asked again");
    change(QUESTION, "v5.5", "v5.4");
    commit("it breaks");
    bisect(QUESTION);
    assertFound("it breaks");
    assertSkipped("nothing is asked");
  }

  @Test
  void ofAKernelTree() throws IOException {
    KernelTree tree = Trees.of("6.12");
    CheckTreeTest.copy(tree, repository, "", "", "");
    commit("it holds");
    commit("nothing happens");
    change(FREEING, TEST, "!!" + TEST + "(");
    commit("it does not compile");
    change(FREEING, "!!" + TEST + "(", TEST);
    commit("it compiles again");
    change(FREEING, TEST, TEST.substring(1));
    commit("it breaks");
    bisect(("--kernel . --sections 1 --subsections 4 --boot full --property " + FREED).split(" "));
    assertFound("it breaks");
    assertSkipped("it does not compile");
  }

  @ParameterizedTest
  @CsvSource({
    "--design v5.5 --sections 1 --subsections 4 --property boot-usage-never-freed, 0",
    "--design v5.4 --sections 1 --subsections 4 --property boot-usage-never-freed, 1",
    "--design v5.4 --sections 1 --subsections 4 --property boot-usage-never-freed --depth 1, 125",
    "--design v0.1 --sections 1 --subsections 4, 125",
    "--kernel /nowhere, 125",
    "--design v5.5 --subsections 4, 192",
    "--no-such-option, 192",
    "no/such-scenario, 150"
  })
  void whatGitIsTold(String arguments, int status) {
    CommandLineRun.check(directory, "--bisect " + arguments).endsWith(status);
  }

  @Test
  void peopleAreToldToo() {
    CommandLineRun.check(
            directory, "--bisect --design v5.4 --sections 1 --subsections 4 --boot full")
        .endsWith(1)
        .hasLine("exit status 12: ")
        .hasLine("git bisect is told 1");
  }
}
