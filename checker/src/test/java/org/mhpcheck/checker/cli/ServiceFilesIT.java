package org.mhpcheck.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mhpcheck.checker.tool.Commands;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What runs at night on a machine of one's own: systemd's units, the line for cron, a container.
 */
class ServiceFilesIT {
  private static final String SERVICE = "systemd/mhpcheck-nightly.service";
  private static final List<String> UNITS =
      List.of("mhpcheck-nightly.service", "mhpcheck-nightly.timer", "mhpcheck-resume.service");
  private static final String INSTALLED = "/opt/mhpcheck/mhpcheck.jar";
  private static final String SMALL = "--only history/b01*";

  /** systemd expands no globs. */
  private static final List<String> WITHOUT_GLOBS = List.of("bash", "-f", "-c");

  @TempDir private Path directory;

  /** With what is installed elsewhere where it is here. */
  private static String here(String text) {
    return text.replace(INSTALLED, PackagedJar.path().toString())
        .replace("/usr/bin/java", Path.of(System.getProperty("java.home"), "bin/java").toString());
  }

  /** What the service says for a key, its lines joined. */
  private static String said(String key) throws IOException {
    Matcher line =
        Pattern.compile("(?m)^" + key + "=(.*)$")
            .matcher(Workspace.contrib(SERVICE).replace("\\\n", " "));
    assertTrue(line.find(), key);
    return line.group(1);
  }

  private static Map<String, String> environment() throws IOException {
    Map<String, String> environment = new TreeMap<>();
    for (String word : said("Environment").split(" ")) {
      String[] pair = word.split("=", 2);
      if (!pair[0].equals("MHPCHECK_CACHE")) {
        environment.put(pair[0], pair[1]);
      }
    }
    environment.put("MHPCHECK_ARGS", SMALL);
    return environment;
  }

  private static void assumeInstalled(String program) {
    Assumptions.assumeTrue(Commands.isInstalled(program), "no " + program);
  }

  @Test
  void unitsAreInOrder() throws IOException {
    assumeInstalled("systemd-analyze");
    for (String unit : UNITS) {
      Files.writeString(directory.resolve(unit), here(Workspace.contrib("systemd/" + unit)));
    }
    assertEquals("", verified());
    Files.writeString(
        directory.resolve(UNITS.get(1)),
        Workspace.contrib("systemd/" + UNITS.get(1)).replace("OnCalendar=", "OnCalender="));
    assertNotEquals("", verified());
  }

  private String verified() {
    List<String> command = new ArrayList<>(List.of("systemd-analyze", "verify", "--man=no"));
    UNITS.forEach(u -> command.add(directory.resolve(u).toString()));
    return Commands.run(command, "", directory).err();
  }

  @Test
  void whatTheServiceRuns() throws IOException {
    Workspace.assumeKnown("nightly", "--time", "--keep");
    assumeInstalled("flock");
    Workspace workspace = Workspace.in(directory);
    String command = here(said("ExecStart"));
    Commands.Ended ended = workspace.run(WITHOUT_GLOBS, command, environment());
    assertEquals(0, ended.status(), ended.out() + ended.err());
    assertTrue(Files.exists(directory.resolve("mhpcheck-out/latest/summary.json")));
  }

  @Test
  void whileAnotherRunsItDoesNot() throws IOException {
    assumeInstalled("flock");
    Commands.Ended ended =
        Workspace.in(directory)
            .run(
                List.of("flock", "lock", "bash", "-f", "-c"),
                here(said("ExecStart")),
                environment());
    assertEquals(75, ended.status());
    assertEquals("", ended.out());
  }

  @ParameterizedTest
  @CsvSource({"0, false", "12, false", "5, true", "75, true", "153, true", "KILL, true"})
  void whatIsCutOffIsLeftToBeResumed(String status, boolean isLeft) throws IOException {
    Workspace workspace = Workspace.in(directory);
    assertEquals(0, workspace.run(WITHOUT_GLOBS, said("ExecStartPre"), Map.of()).status());
    assertTrue(Files.exists(directory.resolve("unfinished")));
    Commands.Ended ended =
        workspace.run(WITHOUT_GLOBS, said("ExecStopPost"), Map.of("EXIT_STATUS", status));
    assertEquals("", ended.err());
    assertEquals(isLeft, Files.exists(directory.resolve("unfinished")));
  }

  /** What cron hands to its shell. */
  private String cron() throws IOException {
    String line =
        Workspace.contrib("cron/mhpcheck")
            .lines()
            .filter(l -> l.matches("[0-9].*"))
            .findFirst()
            .orElseThrow();
    assertFalse(line.contains("%"), "cron takes it for the end of a line");
    return here(line.replaceFirst("^([0-9*]+ +){5}mhpcheck +", ""))
        .replace("/var/lib/mhpcheck", directory.toString());
  }

  private Commands.Ended cron(String arguments) throws IOException {
    assumeInstalled("flock");
    String path = Path.of(System.getProperty("java.home"), "bin") + ":" + System.getenv("PATH");
    return Workspace.in(directory)
        .run(List.of("sh", "-c"), cron(), Map.of("MHPCHECK_ARGS", arguments, "PATH", path));
  }

  @Test
  void cronSaysNothingWhereAllIsAsExpected() throws IOException {
    Workspace.assumeKnown("nightly", "--time", "--keep");
    Commands.Ended ended = cron(SMALL);
    assertEquals("", ended.out() + ended.err());
    assertTrue(Files.exists(directory.resolve("mhpcheck-out/latest/summary.json")));
  }

  @Test
  void cronSaysWhatWentWrong() throws IOException {
    Commands.Ended ended = cron("--no-such-option");
    assertTrue(ended.out().contains("mhpcheck ended with 64\n"), ended.out());
    assertTrue(ended.out().contains("--no-such-option"), ended.out());
  }

  @Test
  void theContainerRunsWhatCanBeTyped() throws IOException {
    Workspace.assumeKnown("nightly", "--time", "--keep");
    String file = Workspace.contrib("container/Containerfile");
    Matcher command = Pattern.compile("(?m)^CMD (\\[.*])$").matcher(file);
    assertTrue(command.find());
    List<?> words =
        (List<?>) new Load(LoadSettings.builder().build()).loadFromString(command.group(1));
    CommandLineRun.commandLine()
        .parseArgs(words.stream().map(Object::toString).toArray(String[]::new));
    assertTrue(file.contains("\"-jar\", \"" + INSTALLED + "\"]"));
    Stream.of("gcc", "libc6-dev", "z3")
        .forEach(p -> assertTrue(file.contains(" " + p + " ") || file.contains(" " + p + "\n"), p));
  }
}
