package org.mhpcheck.specs.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mhpcheck.model.design.Change;
import org.mhpcheck.model.design.Change.Confidence;
import org.mhpcheck.specs.toml.Problem;
import org.mhpcheck.specs.toml.UnreadableException;

/** What a file of bugs says, and every way it can be wrong. */
class CorpusReaderTest {
  /** A bug of six lines; what is put after it begins in line 7. B14 has no catalogued change. */
  private static final String GOOD =
      """
      [B14]
      title = "t"
      story = "It breaks. It was mended."
      functions = ["f"]
      affected = "v5.3"
      confidence = "listed"
      """;

  private static String without(String key) {
    return GOOD.lines().filter(l -> !l.startsWith(key + " ")).reduce("", (a, b) -> a + b + "\n");
  }

  private static String with(String line) {
    return without(line.substring(0, line.indexOf(' '))) + line + "\n";
  }

  private static List<String> problems(String text) {
    UnreadableException e =
        assertThrows(UnreadableException.class, () -> CorpusReader.read("f", text));
    return e.problems().stream().map(Problem::text).toList();
  }

  @Test
  void everythingIsRead() {
    Corpus corpus =
        CorpusReader.read(
            "f",
            GOOD
                + """
                brought = "326e1b8f83a4"
                fix = { subject = "s", hash = "0123456789ab", release = "v5.6" }
                absent = "why"
                """);
    assertEquals(
        List.of(
            new Entry(
                "B14",
                "t",
                "It breaks. It was mended.",
                List.of("f"),
                "v5.3",
                Optional.empty(),
                Optional.of(Change.SECTION_IS_EARLY),
                Optional.of(new Entry.Fix("s", Optional.of("0123456789ab"), Optional.of("v5.6"))),
                Confidence.LISTED,
                Optional.of("why"))),
        corpus.entries());
  }

  @Test
  void aChangeNamedAfterSomethingElseIsNamed() {
    Entry entry = CorpusReader.read("f", GOOD + "change = \"ba72b4c8cf60\"").entries().get(0);
    assertEquals(
        List.of("subsection-hotplug"), entry.changes().stream().map(Change::slug).toList());
  }

  @Test
  void entriesComeInTheOrderOfTheFile() {
    String text = GOOD.replace("B14", "L02") + GOOD + GOOD.replace("B14", "B05");
    assertEquals(List.of("L02", "B14", "B05"), CorpusReader.read("f", text).ids());
  }

  @Test
  void allProblemsAreFoundAtOnce() {
    assertEquals(
        List.of(
            "f:1:1: found no functions, expected functions = [\"section_deactivate\"]",
            "f:5:1: found the integer 7, expected a string as title"),
        problems(without("functions").replace("title = \"t\"\n", "") + "title = 7"));
  }

  @ParameterizedTest
  @MethodSource("oneProblem")
  void isFound(String text, String problem) {
    assertEquals(List.of(problem), problems(text));
  }

  static Stream<Arguments> oneProblem() {
    return Stream.of(
        Arguments.of(
            GOOD + "brought = \"section-is-erly\"",
            "f:7:1: found \"section-is-erly\", expected a catalogued change (did you mean section-is-early?)"),
        Arguments.of(
            GOOD.replace("B14", "L02") + "brought = \"section-is-early\"",
            "f:7:1: found a brought of L02, expected none of a bug that is not mended: the change that brought it bears its id"),
        Arguments.of("[B14", "f:1:5: found end of input, expected ]"),
        Arguments.of("B14 = 1", "f:1:1: found the integer 1, expected a table as B14"),
        Arguments.of(
            GOOD.replace("B14", "b07"),
            "f:1:1: found the bug \"b07\", expected an id such as B01 or L01, in capitals"),
        Arguments.of(
            GOOD.replace("B14", "B7"),
            "f:1:1: found the bug \"B7\", expected an id such as B01 or L01, in capitals"),
        Arguments.of(
            without("title"), "f:1:1: found no title, expected title = \"the bug in one line\""),
        Arguments.of(
            without("story"),
            "f:1:1: found no story,"
                + " expected story = \"what went wrong, for whom, and what mended it\""),
        Arguments.of(
            without("affected"), "f:1:1: found no affected, expected affected = \"v5.3 and v5.4\""),
        Arguments.of(
            without("confidence"), "f:1:1: found no confidence, expected confidence = \"source\""),
        Arguments.of(
            with("title = \"a\\nb\""), "f:6:1: found \"a\\nb\", expected one line as title"),
        Arguments.of(
            with("story = \" \""),
            "f:6:1: found a blank story,"
                + " expected what went wrong, for whom, and what mended it"),
        Arguments.of(
            with("functions = []"),
            "f:6:1: found an empty array, expected at least one string in functions"),
        Arguments.of(
            with("confidence = \"memry\""),
            "f:6:1: found \"memry\", expected a confidence (did you mean memory?)"),
        Arguments.of(GOOD + "absent = \"\"", "f:7:1: found \"\", expected one line as absent"),
        Arguments.of(
            GOOD + "fixed = \"v5.6\"",
            "f:7:1: found the key \"fixed\", expected a key of a bug (did you mean fix?)"),
        Arguments.of(
            GOOD + "fix = \"v5.6\"", "f:7:1: found the string \"v5.6\", expected a table as fix"),
        Arguments.of(
            GOOD + "fix.hash = \"0123456789ab\"",
            "f:7:1: found no subject, expected subject = \"the commit's\""),
        Arguments.of(
            GOOD + "fix = { subject = \"s\", hash = \"0123456\" }",
            "f:7:24: found \"0123456\", expected 12 hexadecimal digits as hash"),
        Arguments.of(
            GOOD + "fix = { subject = \"s\", release = \"5.6\" }",
            "f:7:24: found \"5.6\", expected a release such as v5.9 as release"),
        Arguments.of(
            GOOD + "fix = { subject = \"s\", tree = \"t\" }",
            "f:7:24: found the key \"tree\", expected a key of a fix (one of subject, hash, release)"),
        Arguments.of(
            GOOD + "change = \"subsection-hotplg\"",
            "f:7:1: found \"subsection-hotplg\","
                + " expected a catalogued change (did you mean subsection-hotplug?)"),
        Arguments.of(
            GOOD + "change = \"subsection-hotplug\"\nfix.subject = \"s\"",
            "f:8:1: found a fix beside a change, expected one of both"),
        Arguments.of(
            GOOD.replace("B14", "B01") + "change = \"subsection-hotplug\"",
            "f:7:1: found a change of B01,"
                + " expected none, as the change b01-readded-early-usage is catalogued"),
        Arguments.of(
            GOOD.replace("B14", "B01") + "fix.subject = \"s\"",
            "f:7:1: found a fix of B01,"
                + " expected none, as the change b01-readded-early-usage is catalogued"),
        Arguments.of(
            GOOD.replace("B14", "L02") + "fix.subject = \"s\"",
            "f:7:1: found a fix of L02, expected none of a bug that is not mended"));
  }
}
