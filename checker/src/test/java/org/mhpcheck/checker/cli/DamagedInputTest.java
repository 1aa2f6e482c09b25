package org.mhpcheck.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.mhpcheck.checker.bind.source.LikeTheKernels;
import org.mhpcheck.checker.bind.tool.CacheDirectory;
import org.mhpcheck.damage.DamagedFile;
import org.mhpcheck.damage.ReadOrRefused;

/** Whatever is in a file, and whatever is typed: an answer, or one message that says why not. */
class DamagedInputTest {
  /** Few: most of a run is not about its input, and the readers are tried by themselves. */
  private static final int TRIES = 50;

  private static final int INTERNAL = 255;
  private static final int UNREADABLE = 150;
  private static final Set<Integer> REFUSED = Set.of(64, UNREADABLE, 151);

  /** Far more than any of it takes. */
  private static final Duration SOON = Duration.ofSeconds(60);

  private static Path directory;
  private static String trace;
  private static String run;
  private static String scenario;

  @BeforeContainer
  static void makeFiles() throws IOException {
    directory = Files.createTempDirectory("mhpcheck-damaged");
    CommandLineRun.check(
            directory,
            "--design v5.4 --sections 1 --subsections 4 --property boot-usage-never-freed")
        .endsWith(12);
    try (Stream<Path> files = Files.list(directory.resolve("out/traces"))) {
      trace = Files.readString(files.findFirst().orElseThrow());
    }
    run = Files.readString(directory.resolve("out/summary.json"));
    scenario =
        """
        title = "a section from boot is removed and added back"
        why = "its usage is boot's"
        designs = ["v5.4", "v5.5..v5.6"]
        sections = 1
        subsections = 4
        faults = true
        callers = ["direct"]
        limits = { depth = 1, time = "30s" }
        properties = ["boot-usage-never-freed"]

        [expect."v5.4"]
        boot-usage-never-freed = { verdict = "violated", depth = 3, known = "L01" }
        """;
  }

  @AfterContainer
  static void removeThem() {
    CacheDirectory.delete(directory);
  }

  /** Of what ended with an answer, or was refused. */
  private static void told(CommandLineRun run) {
    assertTrue(run.status() != INTERNAL, run::err);
    for (String said : List.of(run.out(), run.err())) {
      if (!said.isBlank()) {
        ReadOrRefused.requireShowable(said);
      }
    }
    if (REFUSED.contains(run.status())) {
      run.complains("");
    }
  }

  private static CommandLineRun soon(String... arguments) {
    return assertTimeoutPreemptively(
        SOON,
        () -> CommandLineRun.of(arguments),
        () -> "does not end: " + Arrays.toString(arguments));
  }

  private static Path written(String name, DamagedFile file) throws IOException {
    return Files.write(directory.resolve(name), file.bytes());
  }

  @Provide
  Arbitrary<DamagedFile> traces() {
    return DamagedFile.of(List.of(trace));
  }

  @Property(tries = TRIES)
  void aTraceIsShown(@ForAll("traces") DamagedFile file) throws IOException {
    CommandLineRun run = soon("show", written("f.itf.json", file).toString());
    told(run);
    if (run.status() != 0) {
      assertEquals(UNREADABLE, run.status());
      assertEquals(1, run.err().lines().count(), run::err);
      run.complains("f.itf.json");
    }
  }

  @Provide
  Arbitrary<DamagedFile> runs() {
    return DamagedFile.of(List.of(run));
  }

  @Property(tries = TRIES)
  void aRunIsCompared(@ForAll("runs") DamagedFile file) throws IOException {
    String damaged = written("f.json", file).toString();
    CommandLineRun run = soon("diff", directory.resolve("out").toString(), damaged);
    told(run);
    if (REFUSED.contains(run.status())) {
      assertEquals(UNREADABLE, run.status());
      assertEquals(1, run.err().lines().count(), run::err);
      run.complains("f.json");
    }
  }

  @Provide
  Arbitrary<DamagedFile> scenarios() {
    return DamagedFile.of(List.of(scenario));
  }

  /** Beside one that there is not, so that none is run. */
  @Property(tries = TRIES)
  void aScenarioIsRefused(@ForAll("scenarios") DamagedFile file) throws IOException {
    String damaged = written("f.toml", file).toString();
    CommandLineRun run = soon("check", damaged, directory.resolve("none.toml").toString());
    told(run);
    run.endsWith(UNREADABLE).complains(".toml:");
    run.err().lines().forEach(l -> assertTrue(l.startsWith("mhpcheck: " + directory), l));
  }

  @Provide
  Arbitrary<DamagedFile> sources() {
    return DamagedFile.of(List.of(LikeTheKernels.C));
  }

  /** Nothing of a kernel is in it, so that none is compiled. */
  @Property(tries = TRIES / 10)
  void aTreeIsRefused(@ForAll("sources") DamagedFile file) throws IOException {
    Path tree = directory.resolve("tree");
    Files.createDirectories(tree.resolve("mm"));
    Files.createDirectories(tree.resolve("include/linux"));
    Files.writeString(tree.resolve("include/linux/mmzone.h"), LikeTheKernels.C);
    Files.write(tree.resolve("mm/sparse.c"), file.bytes());
    CommandLineRun run = soon("check", "--kernel", tree.toString(), "--design", "v6.12");
    told(run);
    run.endsWith(151);
  }

  /** What is typed, where it is used before anything is run. */
  @Property(tries = TRIES)
  void aValueIsRefused(@ForAll("commands") List<String> command, @ForAll("values") String value) {
    CommandLineRun run =
        soon(command.stream().map(word -> word.replace("%", value)).toArray(String[]::new));
    told(run);
    assertTrue(REFUSED.contains(run.status()), () -> run.status() + ": " + run.out() + run.err());
  }

  @Provide
  Arbitrary<List<String>> commands() {
    return Arbitraries.of(
            check("--design=%"),
            check("--sections=%"),
            check("--subsections=%"),
            check("--boot=%"),
            check("--callers=%"),
            check("--altmaps=%"),
            check("--arch=%"),
            check("--block=%"),
            check("--node=%"),
            check("--zones --callers=device --first-section=%"),
            check("--depth=%"),
            check("--time=%"),
            check("--states=%"),
            check("--memory=%"),
            check("--simulate --seed=%"),
            check("--simulate --walks=%"),
            check("--property=none,%"),
            "check --series=% --property none",
            "check none-%",
            "check none-%.toml",
            "check --kernel none-%",
            "prove --property none --arch all --design=%",
            "prove --property none --design v6.12 --arch=%",
            "prove --usemap --property none --design=%",
            "prove --usemap --property none --arch=%",
            "conform --kernel none-% --design=%",
            "evidence --kernel none-% --design=%",
            "nightly --only=/none/%",
            "explain none-%",
            "list none-%",
            "kernel get none-%",
            "show none-%",
            "replay none-% --kernel %",
            "diff none-% %",
            "none-%",
            "check --none-%")
        .map(command -> List.of(command.split(" +")));
  }

  /** One that asks for a property that there is not, after all else is looked at. */
  private static String check(String asked) {
    StringBuilder command = new StringBuilder("check " + asked);
    for (String usual :
        List.of("--design=v6.12", "--sections=2", "--subsections=4", "--property=none")) {
      String option = usual.substring(0, usual.indexOf('=') + 1);
      command.append(asked.contains(option) ? "" : " " + usual);
    }
    return command.toString();
  }

  @Provide
  Arbitrary<String> values() {
    Arbitrary<String> damaged =
        DamagedFile.of(
                List.of(
                    "v6.12",
                    "v5.2+1..9-b03-early-read-late",
                    "v5.4+8068df3b6037",
                    "v5.5-vmemmap-memory-hotremove",
                    "absent,full,1000",
                    "direct,device",
                    "subsection",
                    "x86_64",
                    "512M",
                    "30s",
                    "64",
                    "a\0b",
                    "*/{a,b}[!c]?"))
            .map(DamagedFile::text)
            .filter(text -> text.length() < 1000);
    return Arbitraries.oneOf(damaged, Arbitraries.strings().ofMaxLength(20));
  }
}
