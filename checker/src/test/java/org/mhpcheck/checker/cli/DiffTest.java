package org.mhpcheck.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mhpcheck.checker.cli.option.OutputOptions;
import org.mhpcheck.reports.past.AskedCommand;
import picocli.CommandLine.Option;

/** Runs compared with each other, as they come. */
class DiffTest {
  private static final String WORLD = "--design v5.4 --sections 1 --subsections 4";
  private static final String SCENARIO =
      """
      title = "t"
      why = "w"
      designs = ["v5.4"]
      sections = 1
      subsections = 4
      properties = [%s]
      callers = ["%s"]
      """;

  @TempDir private static Path directory;

  @BeforeAll
  static void run() throws IOException {
    CommandLineRun.check(folder("whole"), WORLD + " --property boot-usage-never-freed");
    CommandLineRun.check(folder("again"), WORLD + " --property boot-usage-never-freed --threads 1");
    CommandLineRun.check(
        folder("cut"), WORLD + " --property usage-present-when-valid --depth 1 --quiet");
    CommandLineRun.check(folder("uncut"), WORLD + " --property usage-present-when-valid --quiet");
    scenario("direct", "\"boot-usage-never-freed\", \"usage-present-when-valid\"", "direct");
    scenario("device", "\"boot-usage-never-freed\", \"usage-present-when-valid\"", "device");
    scenario("fewer", "\"boot-usage-never-freed\"", "direct");
  }

  private static Path folder(String name) throws IOException {
    return Files.createDirectories(directory.resolve(name));
  }

  /** All of one name, so that their findings are of one id. */
  private static void scenario(String folder, String properties, String caller) throws IOException {
    Path file = folder(folder).resolve("s.toml");
    Files.writeString(file, SCENARIO.formatted(properties, caller));
    CommandLineRun.check(folder(folder), file.toString());
  }

  private static String of(String name) {
    return directory.resolve(name).resolve("out").toString();
  }

  private static CommandLineRun diff(String before, String after) {
    return CommandLineRun.of("diff", of(before), of(after));
  }

  @Test
  void theSameAskedTwiceIsEqual() {
    diff("whole", "again").endsWith(0).hasLine("EQUAL: 1 finding");
    CommandLineRun.of("diff", of("whole") + "/summary.json", of("again")).endsWith(0);
  }

  @Test
  void aViolationThatIsGoneIsFixedAndOneThatCameIsNew() {
    diff("direct", "device")
        .endsWith(0)
        .hasLine("FIXED s@v5.4/boot-usage-never-freed: VIOLATED reach=exhaustive depth=3 ")
        .hasLine("COUNTS s@v5.4/usage-present-when-valid: depth=");
    diff("device", "direct")
        .endsWith(12)
        .hasLine("NEW s@v5.4/boot-usage-never-freed: HOLDS reach=exhaustive depth=5 ")
        .hasNoLine("FIXED");
  }

  @Test
  void whatIsNotAskedAnyMoreIsLost() {
    diff("direct", "fewer").endsWith(5).hasLine("LOST s@v5.4/usage-present-when-valid: HOLDS ");
    diff("fewer", "direct").endsWith(0).hasLine("ADDED s@v5.4/usage-present-when-valid: not asked");
  }

  @Test
  void aRunThatWasCutShortIsNeverEqual() {
    diff("uncut", "cut")
        .endsWith(5)
        .hasLine("LOST check@v5.4/usage-present-when-valid: HOLDS ")
        .hasNoLine("EQUAL");
    diff("cut", "cut").endsWith(5).hasLine("INCOMPLETE: 0 new").hasNoLine("EQUAL");
  }

  @Test
  void itIsWrittenAsJson() throws IOException {
    Path json = directory.resolve("d.json");
    CommandLineRun.of("diff", of("direct"), of("fewer"), "--json", json.toString()).endsWith(5);
    assertEquals(
        "LOST", new ObjectMapper().readTree(json.toFile()).at("/differences/0/kind").textValue());
  }

  @Test
  void whatCannotBeReadIsNamed() throws IOException {
    CommandLineRun.of("diff", of("whole"), directory.toString())
        .endsWith(150)
        .complains("there is no ");
    Path newer = directory.resolve("newer.json");
    Files.writeString(
        newer,
        Files.readString(Path.of(of("whole"), "summary.json"))
            .replace("\"format\" : 1", "\"format\" : 2"));
    CommandLineRun.of("diff", newer.toString(), of("whole"))
        .endsWith(150)
        .complains("newer.json:4:14: found 2, expected 1");
    CommandLineRun.of("diff", of("whole")).endsWith(64);
    CommandLineRun.of("diff", of("whole"), of("again"), "--json", directory.toString())
        .endsWith(153);
  }

  /** Options of output say nothing of what is asked, and no other option may be left out so. */
  @Test
  void noOptionOfOutputIsPartOfTheQuestion() {
    Set<String> options = new TreeSet<>(Set.of("--resume"));
    Stream.of(OutputOptions.class.getDeclaredFields())
        .filter(f -> f.isAnnotationPresent(Option.class))
        .forEach(f -> options.addAll(Set.of(f.getAnnotation(Option.class).names())));
    assertTrue(options.size() > 5, "" + options);
    for (String option : options) {
      boolean hasValue = !Set.of("--quiet", "--verbose", "--resume").contains(option);
      assertEquals(
          AskedCommand.of("nightly"),
          AskedCommand.of("nightly " + option + (hasValue ? " x" : "")));
    }
    assertFalse(AskedCommand.of("nightly --full").equals(AskedCommand.of("nightly")));
  }
}
