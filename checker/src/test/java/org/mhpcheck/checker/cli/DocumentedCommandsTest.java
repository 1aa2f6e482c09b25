package org.mhpcheck.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mhpcheck.checker.cli.console.Console;
import org.mhpcheck.checker.cli.console.Environment;
import org.mhpcheck.checker.cli.console.Interrupt;
import org.mhpcheck.model.answer.ExitStatus;
import picocli.CommandLine;

/**
 * Every command in README.md and docs can be typed as it stands there, and prints what is shown. It
 * is run, once, but for what {@link #NOT_RUN} has; that is understood, and not run.
 */
class DocumentedCommandsTest {
  /** Why no test waits for them here: of one command, or of all that begin so, up to a blank. */
  private static final Map<String, String> NOT_RUN =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("nightly ", "minutes; ./verify runs it, NightlyTest parts of it"),
              Map.entry("evidence ", "minutes; EvidenceTest makes one of a smaller design"),
              Map.entry("conform ", "a minute; ConformTest"),
              Map.entry("prove --design ", "tens of seconds; ProveTest asks it of less"),
              Map.entry("prove --usemap", "20 s; SizesEngineTest, and docs/sizes.md has a part"),
              Map.entry("check --resume ", "more than a minute, or there is nothing to resume"),
              Map.entry("check --kernel DIR --sections ", "CheckTreeTest asks the like"),
              Map.entry("check --kernel DIR --design ", "CheckTreeTest asks the like"),
              Map.entry("check --kernel DIR --patch ", "needs a patch; CheckPatchTest makes one"),
              Map.entry("check --simulate --design ", "20 s; docs/simulate.md has a smaller one"),
              Map.entry("kernel get ", "fetches 150 MB where there is no tree")));

  /** How the fence begins before a scenario that is to be typed in; then comes its file's name. */
  private static final String SCENARIO = "toml ";

  private static final Set<Integer> ANSWERS =
      Set.of(
          ExitStatus.OK.code(),
          ExitStatus.INCONCLUSIVE.code(),
          ExitStatus.VACUOUS.code(),
          ExitStatus.VIOLATED.code());

  @TempDir static Path directory;

  private static StandIns standIns;
  private static final Map<String, CommandLineRun> DONE = new HashMap<>();

  /** The scenarios whose text pages give. */
  @BeforeAll
  static void writeFiles() throws IOException {
    standIns = new StandIns(directory);
    for (Path page : Documentation.pages()) {
      for (Documentation.Block block : Documentation.blocks(Documentation.lines(page))) {
        if (block.word().startsWith(SCENARIO)) {
          Path file = directory.resolve(block.word().substring(SCENARIO.length()));
          Files.writeString(file, String.join("\n", block.lines()) + "\n");
        }
      }
    }
  }

  static List<DocumentedCommand> commands() {
    return DocumentedCommand.all();
  }

  static List<DocumentedCommand> commandsToRun() {
    return commands().stream()
        .filter(c -> !c.isSynopsis() && !c.isInText() && reasonNotToRun(c).isEmpty())
        .toList();
  }

  private static Optional<String> reasonNotToRun(DocumentedCommand command) {
    return NOT_RUN.entrySet().stream()
        .filter(e -> isMeant(command, e.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static boolean isMeant(DocumentedCommand command, String notRun) {
    return command.text().equals(notRun.strip())
        || notRun.endsWith(" ") && command.text().startsWith(notRun);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("commands")
  void isUnderstood(DocumentedCommand command) {
    understand(command);
  }

  private static CommandLine understand(DocumentedCommand command) {
    Console console = new Console(System.out, System.err, false, false, 80);
    List<String> arguments = StandIns.understood(command.arguments());
    CommandLine commandLine =
        Main.commandLine(new Environment(console, new Interrupt(), arguments));
    commandLine.parseArgs(arguments.toArray(new String[0]));
    return commandLine;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("commandsToRun")
  void doesWhatIsShown(DocumentedCommand command) {
    CommandLineRun run = run(command);
    assertTrue(ANSWERS.contains(run.status()), () -> run.status() + " " + run.out() + run.err());
    Optional<String> difference =
        ShownOutput.difference(command.shown(), run.out().lines().toList());
    assertEquals(Optional.empty(), difference, () -> command + " prints\n" + run.out());
  }

  private static CommandLineRun run(DocumentedCommand command) {
    CommandLineRun done = DONE.get(command.text());
    if (done == null) {
      List<String> arguments = new ArrayList<>(standIns.there(command.arguments()));
      if (takesOut(command) && !arguments.contains("--out")) {
        arguments.addAll(List.of("--out", standIns.fresh().toString()));
      }
      done = CommandLineRun.of(arguments.toArray(new String[0]));
      DONE.put(command.text(), done);
    }
    return done;
  }

  private static boolean takesOut(DocumentedCommand command) {
    return understand(command)
        .getSubcommands()
        .get(command.arguments().get(0))
        .getCommandSpec()
        .optionsMap()
        .containsKey("--out");
  }

  @Test
  void whatIsNotRunIsStillInSomePage() {
    Set<String> stale = new TreeSet<>(NOT_RUN.keySet());
    commands().forEach(c -> stale.removeIf(notRun -> isMeant(c, notRun)));
    assertEquals(Set.of(), stale);
  }

  /** Else what is shown is held against nothing. */
  @Test
  void whatIsShownIsRun() {
    List<DocumentedCommand> shownOnly =
        commands().stream()
            .filter(c -> !c.shown().isEmpty() && !commandsToRun().contains(c))
            .filter(c -> c.shown().stream().anyMatch(l -> !l.isBlank()))
            .toList();
    assertEquals(List.of(), shownOnly);
  }
}
