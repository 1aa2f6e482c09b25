package org.mhpcheck.specs.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mhpcheck.specs.toml.Problem;
import org.mhpcheck.specs.toml.SourceText;
import org.mhpcheck.specs.toml.UnreadableException;

/** Every way a scenario can be wrong, with the words and the place of it. */
class ScenarioProblemsTest {
  private static final String PROVE =
      """
      title = "t"
      why = "w"
      engine = "prove"
      designs = ["v5.4"]
      """;

  private static List<String> problems(String text) {
    UnreadableException e =
        assertThrows(UnreadableException.class, () -> Samples.reader().read("f", "f", text));
    assertEquals(
        String.join("\n", e.problems().stream().map(Problem::text).toList()), e.getMessage());
    return e.problems().stream().map(Problem::text).toList();
  }

  private static String without(String key) {
    return Samples.GOOD
        .lines()
        .filter(l -> !l.startsWith(key + " "))
        .reduce("", (a, b) -> a + b + "\n");
  }

  private static String with(String line) {
    return without(line.substring(0, line.indexOf(' '))) + line + "\n";
  }

  @ParameterizedTest
  @MethodSource("oneProblem")
  void isFound(String text, String problem) {
    assertEquals(List.of(problem), problems(text));
  }

  /** What is expected of a release twice is said of one of the two. */
  @Test
  void aReleaseInARangeAndByItself() {
    String expected = "usage-present = { verdict = \"violated\" }\n";
    String text =
        """
        title = "t"
        why = "w"
        designs = ["v5.3..v5.8", "v5.5"]
        properties = ["usage-present"]
        sections = 1
        subsections = 2
        [expect."v5.3..v5.8"]
        %s[expect."v5.5"]
        %s"""
            .formatted(expected, expected);
    assertEquals(
        List.of(
            "f:3:26: found \"v5.5\", the same design as \"v5.5\", expected each design once in"
                + " designs"),
        problems(text));
  }

  static Stream<Arguments> oneProblem() {
    return Stream.of(
        // What is missing.
        Arguments.of(without("title"), "f:1:1: found no title, expected title = \"one line\""),
        Arguments.of(
            without("why"),
            "f:1:1: found no why, expected why = \"what the scenario is good for\""),
        Arguments.of(without("designs"), "f:1:1: found no designs, expected designs = [\"v5.4\"]"),
        Arguments.of(without("sections"), "f:1:1: found no sections, expected sections = 1"),
        Arguments.of(
            without("subsections"), "f:1:1: found no subsections, expected subsections = 4"),
        Arguments.of(PROVE, "f:1:1: found no arches, expected arches = [\"x86_64\"]"),
        // Types.
        Arguments.of(with("title = 3"), "f:5:1: found the integer 3, expected a string as title"),
        Arguments.of(with("why = 1.5"), "f:5:1: found the float 1.5, expected a string as why"),
        Arguments.of(
            with("designs = \"v5.4\""),
            "f:5:1: found the string \"v5.4\", expected an array of strings as designs"),
        Arguments.of(
            with("designs = [\"v5.4\",\n  7]"),
            "f:6:3: found the integer 7, expected a string in designs"),
        Arguments.of(
            with("sections = \"1\""),
            "f:5:1: found the string \"1\", expected an integer from 1 to 8 as sections"),
        Arguments.of(
            Samples.GOOD + "faults = 1979-05-27",
            "f:6:1: found the date or time 1979-05-27, expected true or false as faults"),
        Arguments.of(
            Samples.GOOD + "limits = true",
            "f:6:1: found the boolean true, expected a table as limits"),
        Arguments.of(
            Samples.GOOD + "expect = []", "f:6:1: found an array, expected a table as expect"),
        Arguments.of(
            Samples.GOOD + "engine = {}", "f:6:1: found a table, expected a string as engine"),
        // Values.
        Arguments.of(
            with("title = \"\"\"a\nb\"\"\""), "f:5:1: found \"a\\nb\", expected one line as title"),
        Arguments.of(with("title = \" \""), "f:5:1: found \" \", expected one line as title"),
        Arguments.of(
            with("why = \"\\n\""),
            "f:5:1: found a blank why, expected what the scenario is good for"),
        Arguments.of(
            with("designs = []"),
            "f:5:1: found an empty array, expected at least one string in designs"),
        Arguments.of(
            with("designs = [\"v5.4\", \"v5.4\"]"),
            "f:5:20: found \"v5.4\" again, expected each name once in designs"),
        Arguments.of(
            with("designs = [\"v5.4+8068df3\", \"v5.4+8068df3b6037\"]"),
            "f:5:28: found \"v5.4+8068df3b6037\", the same design as \"v5.4+8068df3\","
                + " expected each design once in designs"),
        Arguments.of(
            with("designs = [\"" + "v".repeat(1001) + "\"]"),
            "f:5:12: found \"" + "v".repeat(60) + "...\", expected a design, less long"),
        Arguments.of(
            with("sections = 9"),
            "f:5:1: found the integer 9, expected an integer from 1 to 8 as sections"),
        Arguments.of(
            with("subsections = 1"),
            "f:5:1: found the integer 1, expected an integer from 2 to 512 as subsections"),
        Arguments.of(
            Samples.GOOD + "altmaps = \"altmap\"",
            "f:6:1: found the string \"altmap\", expected an array of strings as altmaps"),
        Arguments.of(
            Samples.GOOD + "altmaps = []",
            "f:6:1: found an empty array, expected at least one string in altmaps"),
        Arguments.of(
            Samples.GOOD + "altmaps = [\"none\", \"altmp\"]",
            "f:6:20: found \"altmp\", expected an altmap (did you mean altmap?)"),
        Arguments.of(
            Samples.GOOD + "altmaps = [\"none\", \"none\"]",
            "f:6:20: found \"none\" again, expected each name once in altmaps"),
        Arguments.of(
            Samples.GOOD + "altmaps = [\"altmap\",\n  \"inaccessible\"]",
            "f:7:3: found \"inaccessible\", expected an altmap that every design knows (v5.4 knows"
                + " no inaccessible altmap: it lacks c5f1e2d18909 (inaccessible-altmap))"),
        Arguments.of(
            with("designs = [\"v6.12\"]")
                + "callers = [\"direct\", \"device\"]\naltmaps = [\"inaccessible\"]",
            "f:7:1: found no altmap of caller device, expected an altmap that each caller makes"
                + " calls with"),
        Arguments.of(
            Samples.GOOD + "limits.depth = 0",
            "f:6:1: found the integer 0, expected an integer from 1 to 2147483647 as depth"),
        Arguments.of(
            Samples.GOOD + "limits.depth = 3000000000",
            "f:6:1: found the integer 3000000000, expected an integer from 1 to 2147483647 as depth"),
        Arguments.of(
            Samples.GOOD + "[limits]\nstates = -1",
            "f:7:1: found the integer -1, expected an integer of at least 1 as states"),
        Arguments.of(
            Samples.GOOD + "limits = { time = \"5\" }",
            "f:6:12: found \"5\", expected a time such as 30s, 5m or 1h as time"),
        Arguments.of(
            Samples.GOOD + "limits.time = \"5M\"",
            "f:6:1: found \"5M\", expected a time such as 30s, 5m or 1h as time"),
        Arguments.of(
            Samples.GOOD + "limits.memory = \"0G\"",
            "f:6:1: found \"0G\", expected a size such as 512M or 2G as memory"),
        Arguments.of(
            Samples.GOOD + "limits.memory = \"1000000G\"",
            "f:6:1: found \"1000000G\", expected a size such as 512M or 2G as memory"),
        Arguments.of(
            Samples.GOOD + "boot = [\"full\", \"101\"]",
            "f:6:17: found \"101\", expected a boot layout"
                + " (one of absent, full, lower-half, upper-half, ahead, 4 digits 0 and 1)"),
        Arguments.of(
            with("designs = [\"v5.3..v5.5\", \"v5.4\"]"),
            "f:5:26: found \"v5.4\", the same design as \"v5.4\","
                + " expected each design once in designs"),
        Arguments.of(
            with("designs = [\"v5.5..v5.3\"]"),
            "f:5:12: found \"v5.5..v5.3\", expected a design (v5.5..v5.3: expected two of Linus's"
                + " releases, the older one first, such as v5.3..v7.2)"),
        Arguments.of(
            with("designs = [\"v6.11..v6.12.117-debian\"]"),
            "f:5:12: found \"v6.11..v6.12.117-debian\", expected a design"
                + " (v6.11..v6.12.117-debian: expected two of Linus's releases, the older one"
                + " first, such as v5.3..v7.2)"),
        Arguments.of(
            with("designs = [\"v5.3..v5.44\"]"),
            "f:5:12: found \"v5.3..v5.44\", expected a design"
                + " (release v5.44 is not catalogued, the nearest is v5.19)"),
        Arguments.of(
            with("designs = [\"v5.6-vmemmap..v5.8\"]"),
            "f:5:12: found \"v5.6-vmemmap..v5.8\", expected a design (v5.6-vmemmap..v5.8: expected"
                + " two of Linus's releases, the older one first, such as v5.3..v7.2)"),
        Arguments.of(
            with("designs = [\"v5.6-vmemmap\"]") + "callers = [\"direct\", \"device\"]",
            "f:5:1: found a design that is not called so, expected designs that every caller can"
                + " call (v5.6-vmemmap has no caller device: that needs CONFIG_SPARSEMEM_VMEMMAP)"),
        Arguments.of(
            with("designs = [\"v5.6-vmemmap\"]") + "arch = \"arm64\"",
            "f:5:1: found a design that is not called so, expected designs that every caller can"
                + " call (v5.6-vmemmap: there is no memory hotplug on arm64 without"
                + " CONFIG_SPARSEMEM_VMEMMAP)"),
        Arguments.of(
            with("designs = [\"v5.6-vmemmap\"]") + "altmaps = [\"altmap\"]",
            "f:6:12: found \"altmap\", expected an altmap that every design knows (v5.6-vmemmap"
                + " knows no altmap: what has one needs CONFIG_SPARSEMEM_VMEMMAP)"),
        Arguments.of(
            Samples.GOOD + "arch = \"s309\"",
            "f:6:1: found \"s309\", expected an architecture with memory hotplug"
                + " (did you mean s390?)"),
        Arguments.of(
            Samples.GOOD + "block = 2",
            "f:6:1: found the integer 2, expected an integer from 1 to 1 as block"),
        Arguments.of(
            with("sections = 4") + "block = 3",
            "f:6:1: found block = 3, expected sections of a memory block that divide sections = 4"),
        Arguments.of(
            Samples.GOOD + "node = 1024",
            "f:6:1: found the integer 1024, expected an integer from 0 to 1023 as node"),
        Arguments.of(
            with("designs = [\"v5.12\", \"v5.13\"]")
                + "callers = [\"memory-block\"]\naltmaps = [\"altmap\"]",
            "f:7:1: found altmaps that a design does not know, expected altmaps that every design"
                + " knows (v5.12 adds no memory block with an altmap: it lacks a08a2ae34613"
                + " (memmap-on-memory))"),
        // Mistyped names.
        Arguments.of(
            Samples.GOOD + "engine = \"expolre\"",
            "f:6:1: found \"expolre\", expected an engine (did you mean explore?)"),
        Arguments.of(
            Samples.GOOD + "engine = \"simulation\"",
            "f:6:1: found \"simulation\","
                + " expected an engine (one of explore, compose, prove, arithmetic, same, placement)"),
        Arguments.of(
            Samples.GOOD + "fault = true",
            "f:6:1: found the key \"fault\", expected a key of a scenario (did you mean faults?)"),
        Arguments.of(
            Samples.GOOD + "limits.dept = 1",
            "f:6:1: found the key \"dept\", expected a limit (did you mean depth?)"),
        Arguments.of(
            with("designs = [\"v5.44\"]"),
            "f:5:12: found \"v5.44\", expected a design"
                + " (release v5.44 is not catalogued, the nearest is v5.19)"),
        Arguments.of(
            Samples.GOOD + "properties = [\"usage-presnt\"]",
            "f:6:15: found \"usage-presnt\", expected a property (did you mean usage-present?)"),
        Arguments.of(
            Samples.GOOD + "boot = [\"lowerhalf\"]",
            "f:6:9: found \"lowerhalf\", expected a boot layout (did you mean lower-half?)"),
        Arguments.of(
            Samples.GOOD + "callers = [\n  \"direct\",\n  \"devise\",\n]",
            "f:8:3: found \"devise\", expected a caller (did you mean device?)"),
        Arguments.of(
            PROVE + "arches = [\"x86-64\"]",
            "f:5:11: found \"x86-64\", expected an architecture (did you mean x86_64?)"),
        // Zones, of callers who move memory to one.
        Arguments.of(
            Samples.GOOD + "zones = true",
            "f:6:1: found zones with caller direct, expected zones only with callers who own what"
                + " they add, and move it to a zone"),
        Arguments.of(
            Samples.GOOD + "callers = [\"device\"]\nfirst-section = 0",
            "f:7:1: found a first-section without zones, expected zones = true, where spans are"
                + " counted from pfn 0 on"),
        Arguments.of(
            Samples.GOOD + "callers = [\"device\"]\nzones = true\nfirst-section = 1024",
            "f:8:1: found the integer 1024, expected an integer from 0 to 1023 as first-section"),
        // What belongs to another engine.
        Arguments.of(
            Samples.GOOD + "arches = [\"x86_64\"]",
            "f:6:1: found the key \"arches\" of engine prove or arithmetic, expected keys of engine"
                + " explore (sections, subsections, arch, block, node, nodes, walkers, zones,"
                + " first-section, boot, boot-faults, callers, altmaps, faults, limits)"),
        Arguments.of(
            PROVE + "arches = [\"x86_64\"]\nnode = 3",
            "f:6:1: found the key \"node\" of engine explore or compose or same,"
                + " expected keys of engine prove (arches)"),
        Arguments.of(
            PROVE + "arches = [\"x86_64\"]\n[limits]\ndepth = 3",
            "f:6:1: found the key \"limits\" of engine explore or compose or same,"
                + " expected keys of engine prove (arches)"),
        Arguments.of(
            Samples.GOOD + "properties = [\"usage-aligned\"]",
            "f:6:15: found \"usage-aligned\", which is about sizes, ask prove --usemap,"
                + " expected a property for engine explore"),
        Arguments.of(
            PROVE + "arches = [\"x86_64\"]\nproperties = [\"usage-aligned\"]",
            "f:6:15: found \"usage-aligned\", which does not speak of sections' states, steps or"
                + " calls, expected a property for engine prove"),
        // Expectations.
        Arguments.of(
            PROVE + "arches = [\"x86_64\"]\n[expect.\"v5.4\"]\nstates = 12",
            "f:7:1: found states of what is not explored, expected states only with engine"
                + " \"explore\""),
        Arguments.of(
            Samples.GOOD + "[expect.\"v5.4\"]\nstates = \"many\"",
            "f:7:1: found the string \"many\", expected an integer of at least 1 as states"),
        Arguments.of(
            Samples.GOOD + "[expect.\"v5.4\"]\ntransitions = -1",
            "f:7:1: found the integer -1, expected an integer of at least 0 as transitions"),
        Arguments.of(
            Samples.GOOD + "[expect.\"v5.5\"]",
            "f:6:1: found the design \"v5.5\","
                + " expected a design in designs (did you mean v5.4?)"),
        Arguments.of(
            Samples.GOOD + "[expect.v5.4]\nusage-present = \"holds\"",
            "f:6:1: found the design \"v5\","
                + " expected a design's name in quotes, since it has a dot in it"),
        Arguments.of(
            Samples.GOOD + "[expect]\n\"v5.4\" = \"violated\"",
            "f:7:1: found the string \"violated\", expected a table as v5.4"),
        Arguments.of(
            Samples.GOOD + "[expect.\"v5.4\"]\nusage-presnt = \"holds\"",
            "f:7:1: found the property \"usage-presnt\","
                + " expected a property (did you mean usage-present?)"),
        Arguments.of(
            Samples.GOOD
                + "properties = [\"add-fails-cleanly\"]\n"
                + "[expect.\"v5.4\"]\nusage-present = \"holds\"",
            "f:8:1: found the property \"usage-present\", which is not asked,"
                + " expected one of the scenario's properties"),
        Arguments.of(
            Samples.GOOD
                + "boot = [\"absent\"]\n[expect.\"v5.4\"]\nboot-usage-never-freed = \"vacuous\"",
            "f:8:1: found the property \"boot-usage-never-freed\", which is not asked,"
                + " expected one that applies (it needs a boot layout other than absent)"),
        Arguments.of(
            Samples.GOOD + "[expect.\"v5.4\"]\nusage-present = 3",
            "f:7:1: found the integer 3, expected \"violated\""
                + " or { verdict = \"violated\", depth = 3 } as usage-present"),
        Arguments.of(
            Samples.GOOD + "[expect.\"v5.4\"]\nusage-present = \"violatd\"",
            "f:7:1: found \"violatd\", expected a verdict (did you mean violated?)"),
        Arguments.of(
            Samples.GOOD + "[expect.\"v5.4\"]\nusage-present = { verdict = \"broken?\" }",
            "f:7:19: found \"broken?\","
                + " expected a verdict (one of holds, violated, vacuous, inconclusive)"),
        Arguments.of(
            Samples.GOOD + "[expect.\"v5.4\"]\nusage-present = { depth = 3 }",
            "f:7:1: found no verdict, expected verdict = \"violated\""),
        Arguments.of(
            Samples.GOOD + "[expect.\"v5.4\"]\nusage-present = { verdict = \"holds\", depth = 3 }",
            "f:7:38: found a depth with verdict holds, expected a depth only with verdict violated"),
        Arguments.of(
            Samples.GOOD
                + "[expect.\"v5.4\"]\nusage-present = { verdict = \"violated\", depth = -1 }",
            "f:7:41: found the integer -1, expected an integer from 0 to 2147483647 as depth"),
        Arguments.of(
            Samples.GOOD
                + "[expect.\"v5.4\"]\nusage-present = { verdict = \"violated\", known = \"\" }",
            "f:7:41: found \"\", expected a finding such as L01"),
        Arguments.of(
            Samples.GOOD
                + "[expect.\"v5.4\"]\nusage-present = { verdict = \"violated\", knwon = \"L01\" }",
            "f:7:41: found the key \"knwon\","
                + " expected a key of an expectation (did you mean known?)"),
        // TOML itself.
        Arguments.of(Samples.GOOD + "faults = ", "f:6:10: found end of input, expected a value"),
        Arguments.of(
            Samples.GOOD + "title = \"again\"",
            "f:6:1: found a mistake (title previously defined at line 1, column 1),"
                + " expected TOML 1.0"),
        Arguments.of(
            Samples.GOOD + "limits.states = 99999999999999999999",
            "f:6:17: found a mistake (Integer is too large), expected TOML 1.0"),
        // What would disguise the line it is printed on.
        Arguments.of(
            Samples.GOOD + "engine = \"\\u001b[2J\\u202e\\\\\\\"\"",
            "f:6:1: found \"\\u001b[2J\\u202e\\\\\\\"\","
                + " expected an engine (one of explore, compose, prove, arithmetic, same, placement)"));
  }

  @Test
  void allAreFoundInTheOrderOfTheFile() {
    assertEquals(
        List.of(
            "f:1:1: found the integer 3, expected a string as title",
            "f:2:7: found end of line, expected a value",
            "f:3:12: found \"v5.44\", expected a design"
                + " (release v5.44 is not catalogued, the nearest is v5.19)",
            "f:4:1: found the integer 0, expected an integer from 1 to 8 as sections",
            "f:5:9: found \"ful\", expected a boot layout (did you mean full?)",
            "f:5:16: found \"absnt\", expected a boot layout (did you mean absent?)",
            "f:6:7: found '=', expected a value"),
        problems(
            """
            title = 3
            why =\s
            designs = ["v5.44"]
            sections = 0
            boot = ["ful", "absnt"]
            foo = = 3
            """));
  }

  @Test
  void aDesignNamedTwiceMayHaveTwoExpectations() {
    assertEquals(
        List.of(
            "f:5:26: found \"v5.4\", the same design as \"v5.4\","
                + " expected each design once in designs"),
        problems(
            with("designs = [\"v5.3..v5.5\", \"v5.4\"]")
                + "expect.\"v5.3..v5.5\".usage-present = \"holds\"\n"
                + "expect.\"v5.4\".usage-present = \"vacuous\"\n"));
  }

  @Test
  void anUnknownEngineIsNoReasonToRejectTheKeysOfAnother() {
    assertEquals(
        List.of(
            "f:6:1: found \"\", expected an engine (one of explore, compose, prove, arithmetic, same, placement)"),
        problems(Samples.GOOD + "engine = \"\"\narches = [\"s390\"]"));
  }

  @Test
  void aQuestionThatNoPropertySpeaksOfIsNone() {
    UnreadableException e =
        assertThrows(
            UnreadableException.class,
            () -> new ScenarioReader(List.of(Samples.ALIGNED)).read("f", "f", Samples.GOOD));
    assertEquals(
        "f:1:1: found no property that applies, expected a question that some property speaks of",
        e.getMessage());
  }

  @Test
  void filesThatAreNoTextAreProblemsToo(@TempDir Path folder) throws IOException {
    Path none = folder.resolve("none.toml");
    assertFileProblem(none, none + ":1:1: found no such file, expected a file");
    assertFileProblem(folder, folder + ":1:1: found a directory, expected a file");
    Path latin = folder.resolve("latin.toml");
    Files.write(latin, "# ok\n# caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    assertFileProblem(latin, latin + ":2:6: found the byte 0xe9, expected UTF-8");
    Path cut = folder.resolve("cut.toml");
    Files.write(cut, new byte[] {'#', (byte) 0xe2, (byte) 0x82});
    assertFileProblem(cut, cut + ":1:2: found the byte 0xe2, expected UTF-8");
    Path large = folder.resolve("large.toml");
    Files.write(large, new byte[SourceText.MAX_BYTES + 1]);
    assertFileProblem(large, large + ":1:1: found a larger file, expected at most 131072 bytes");
  }

  private static void assertFileProblem(Path file, String problem) {
    UnreadableException e =
        assertThrows(UnreadableException.class, () -> Samples.reader().read(file));
    assertEquals(problem, e.getMessage());
  }
}
