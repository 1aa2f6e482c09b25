package org.mhpcheck.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mhpcheck.checker.tool.Commands;
import org.mhpcheck.model.answer.ExitStatus;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The manual page tells of everything that can be typed, in roff that is in order. */
class ManPageTest {
  @TempDir private Path directory;

  private static String page;

  @BeforeAll
  static void makeIt() {
    page = CommandLineRun.of("generate-man-page").endsWith(0).out();
  }

  private static Stream<CommandSpec> shown(CommandSpec above) {
    return above.subcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .filter(c -> !c.usageMessage().hidden())
        .flatMap(c -> Stream.concat(Stream.of(c), shown(c)));
  }

  /** As roff shows it: what is between its own marks. */
  private static String plain(String roff) {
    return roff.replace("\\-", "-").replace("\\fB", "").replace("\\fI", "").replace("\\fR", "");
  }

  /** What it says of one command. */
  private static String about(CommandSpec command) {
    String name = command.qualifiedName(" ");
    List<String> found =
        Stream.of(page.split("\n\\.S[SH] "))
            .map(ManPageTest::plain)
            .filter(s -> s.startsWith('"' + name + '"') || s.startsWith('"' + name + " "))
            .filter(s -> !s.matches("(?s)\"\\Q" + name + "\\E [a-z].*"))
            .toList();
    assertEquals(1, found.size(), name);
    return found.get(0);
  }

  @Test
  void everyOptionStandsWithItsCommand() {
    List<CommandSpec> commands = shown(CommandLineRun.commandLine().getCommandSpec()).toList();
    assertTrue(commands.size() > 10, commands.toString());
    for (CommandSpec command : commands) {
      String about = about(command);
      for (CommandLine.Model.OptionSpec option : command.options()) {
        for (String name : option.names()) {
          assertTrue(about.matches("(?s).*\\.TP\n[^\n]*\\Q" + name + "\\E[ ,\n].*"), name);
        }
        assertTrue(about.contains(String.join(" ", option.description())), option.toString());
      }
      command
          .positionalParameters()
          .forEach(p -> assertTrue(about.contains(".TP\n" + p.paramLabel()), p.paramLabel()));
    }
  }

  @Test
  void soDoesEveryExitStatus() {
    String plain = plain(page);
    for (ExitStatus status : ExitStatus.values()) {
      assertTrue(
          plain.contains("\n.TP\n%d\n%s\n".formatted(status.code(), status.text())),
          status.toString());
    }
  }

  @Test
  void whoeverInstallsItIsNotInIt() {
    assertFalse(plain(page).contains("generate-"), page);
  }

  @Test
  void itsRoffIsInOrder() throws IOException {
    Assumptions.assumeTrue(Commands.isInstalled("groff"), "no groff");
    Commands.Ended ended =
        Commands.run(List.of("groff", "-man", "-ww", "-Tascii"), page, directory);
    assertEquals("", ended.err());
    assertEquals(0, ended.status());
    assertTrue(ended.out().contains("git-bisect(1)"), ended.out());
    Files.writeString(directory.resolve("broken.1"), page.replaceFirst("\\.SH", ".Sh"));
    Commands.Ended broken =
        Commands.run(List.of("groff", "-man", "-ww", "-Tascii", "broken.1"), "", directory);
    assertFalse(broken.err().isEmpty());
  }
}
