package org.mhpcheck.checker.cli.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mhpcheck.checker.cli.CommandLineRun;
import org.mhpcheck.checker.cli.catalogue.Catalogue;
import org.mhpcheck.checker.cli.console.Console;
import org.mhpcheck.checker.cli.console.Environment;
import org.mhpcheck.checker.cli.console.Interrupt;
import org.mhpcheck.checker.cli.session.RunPart.Answered;
import org.mhpcheck.checker.run.AskedKernel;
import org.mhpcheck.checker.run.ScenarioRunner;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.Listener;
import org.mhpcheck.model.answer.Space;
import org.mhpcheck.model.answer.Statistics;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.question.Scenario;

class KeptAnswersTest {
  private static final String ONLY = "history/b01-*";
  private static final String ASKED = "nightly --only " + ONLY;

  private static RunPart part;
  private static Answered answered;

  @TempDir private Path directory;

  @BeforeAll
  static void answer() {
    Scenario scenario = Catalogue.scenarios().read("history/b01-readded-early-usage");
    part = new RunPart(scenario, Optional.of(scenario.designs().get(0)));
    List<Finding> findings =
        new ScenarioRunner(Engines.all(1, false, new Interrupt()), Listener.SILENT)
                .run(
                    scenario, AskedKernel.modelOf(part.design().orElseThrow(), scenario.question()))
                .stream()
                .map(f -> f.with("kept"))
                .toList();
    answered = Answered.of(findings, new TreeSet<>(List.of("call add_memory", "fault usage")));
  }

  private static Environment environment() {
    PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    return new Environment(
        new Console(out, out, false, false, 80), new Interrupt(), List.of("nightly"));
  }

  private KeptAnswers begin() throws IOException {
    return KeptAnswers.begin(
        Files.createDirectories(directory.resolve("out")), ASKED, environment());
  }

  private Optional<KeptAnswers> found(String asked) {
    return KeptAnswers.of(directory.resolve("out"), asked, environment());
  }

  private static List<String> remarks(Optional<Answered> read) {
    return read.orElseThrow().findings().stream().flatMap(f -> f.remarks().stream()).toList();
  }

  private CommandLineRun nightly(String more) {
    return CommandLineRun.withOut("nightly", directory, "--quiet --only " + ONLY + more);
  }

  @Test
  void whatIsKeptIsFoundByWhoAsksTheSame() throws IOException {
    KeptAnswers kept = begin();
    assertEquals(Optional.empty(), kept.answers(part));
    kept.keep(part, answered);
    assertEquals(Optional.empty(), kept.failure());
    Optional<Answered> read = found(ASKED).orElseThrow().answers(part);
    assertTrue(remarks(read).contains("kept"));
    assertEquals(
        answered.findings().stream().map(Finding::id).toList(),
        read.orElseThrow().findings().stream().map(Finding::id).toList());
    assertEquals(answered.fired(), read.orElseThrow().fired());
    assertEquals(Optional.empty(), found("nightly"));
    assertEquals(Optional.empty(), begin().answers(part));
  }

  @Test
  void anotherPartIsNotTakenForIt() throws IOException {
    KeptAnswers kept = begin();
    kept.keep(part, answered);
    Scenario scenario = part.scenario();
    RunPart other = new RunPart(scenario, Optional.of(scenario.designs().get(1)));
    assertEquals(Optional.empty(), kept.answers(other));
  }

  @Test
  void whatIsDamagedIsAskedAgainAndKeptAgain() throws IOException {
    KeptAnswers kept = begin();
    kept.keep(part, answered);
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(f -> f.endsWith("summary.json")).toList()) {
        Files.writeString(file, Files.readString(file).substring(0, 1000));
      }
    }
    assertEquals(Optional.empty(), kept.answers(part));
    kept.keep(part, answered);
    assertTrue(kept.answers(part).isPresent());
  }

  /** However sure it is of what was found. */
  @Test
  void whatWasCutOffIsNotKept() throws IOException {
    KeptAnswers kept = begin();
    kept.keep(part, answered.map(KeptAnswersTest::cutOff));
    assertEquals(Optional.empty(), kept.answers(part));
  }

  private static Finding cutOff(Finding finding) {
    assertInstanceOf(Verdict.Violated.class, finding.verdict());
    Statistics all = finding.statistics();
    Space space = all.space().orElseThrow();
    return new Finding(
        finding.scenario(),
        finding.design(),
        finding.subject(),
        finding.property(),
        finding.verdict(),
        new Statistics(
            all.states(),
            all.transitions(),
            all.sectionStates(),
            all.depth(),
            all.time(),
            Optional.of(
                new Space(space.byDepth(), space.byCall(), /* complete= */ false, space.bytes()))),
        finding.expected(),
        finding.grade(),
        finding.remarks());
  }

  @Test
  void aRunGoesOnWithWhatIsKept() throws IOException {
    begin().keep(part, answered);
    CommandLineRun run = nightly(" --resume").endsWith(0);
    assertTrue(run.err().contains("1 of "), run.err());
    assertTrue(run.err().contains(" parts were answered before"), run.err());
    String summary = Files.readString(directory.resolve("out/summary.json"));
    assertTrue(summary.contains("\"kept\""));
    assertTrue(summary.contains("\"fault usage\""), "fired before");
    assertFalse(Files.exists(directory.resolve("out/answered")));
  }

  @Test
  void withoutBeingToldToItDoesNot() throws IOException {
    begin().keep(part, answered);
    assertEquals("", nightly("").endsWith(0).err());
    assertFalse(Files.readString(directory.resolve("out/summary.json")).contains("\"kept\""));
  }

  /** All is asked by the next, in the same directory. */
  @Test
  void whatIsNotFinishedIsKept() {
    CommandLineRun.interrupted(
            "nightly", "--only", ONLY, "--out", directory.resolve("out").toString())
        .endsWith(5);
    assertTrue(Files.isDirectory(directory.resolve("out/answered")));
    nightly(" --resume").endsWith(0);
    assertFalse(Files.exists(directory.resolve("out/answered")));
  }

  /** The answers are at hand still: that they cannot be kept ends nothing. */
  @Test
  void whatCannotBeKeptIsSaid() throws IOException {
    KeptAnswers kept = begin();
    Files.delete(directory.resolve("out/answered/asked.txt"));
    Files.delete(directory.resolve("out/answered"));
    Files.writeString(directory.resolve("out/answered"), "no directory");
    kept.keep(part, answered);
    assertTrue(kept.failure().orElseThrow().startsWith("cannot make the directory "));
    kept.keep(part, answered);
  }
}
