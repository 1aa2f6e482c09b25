package org.mhpcheck.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mhpcheck.checker.architecture.Sources;

/** How pages are read; and that what they point at is there. */
class DocumentationTest {
  private static final Path PAGE = Sources.root().resolve("page.md");

  /** How the fence begins before what is taken from a file; then comes the file. */
  private static final String CODE = "java ";

  private static final Pattern LINK = Pattern.compile("(?:\\]\\(|src=\")([^)#:\"]*)(#[^)]*)?[)\"]");

  private static final Pattern FILE =
      Pattern.compile("`((?:docs|bench|specs|model|reports|checker)/[^ `{*<]*[.][a-z]+)`");

  private static List<DocumentedCommand> commands(String page) {
    return DocumentedCommand.in(PAGE, page.lines().toList());
  }

  @Test
  void commandsStandInBlocks() {
    List<DocumentedCommand> commands =
        commands(
            """
            Text, and `./mhpcheck list designs` in it.

                ./mhpcheck list changes   what it is good for
                $ ./mhpcheck explain \\
                    B01
                printed

                and more

            ./mhpcheck in a sentence is none.

            ```
            $ ./mhpcheck nightly --only 'history/*'
            printed
            ```
            """);
    assertEquals(
        List.of("list changes", "explain B01", "nightly --only 'history/*'", "list designs"),
        commands.stream().map(DocumentedCommand::text).toList());
    assertEquals(List.of(), commands.get(0).shown());
    assertEquals(List.of("printed", "", "and more"), commands.get(1).shown());
    assertEquals(List.of("nightly", "--only", "history/*"), commands.get(2).arguments());
    assertEquals("page.md:13 nightly --only 'history/*'", commands.get(2).toString());
  }

  @Test
  void aSynopsisIsAllThatMayBeGiven() {
    DocumentedCommand command =
        commands("    ./mhpcheck prove --arch NAME|all [--property P ...] [--export DIR]").get(0);
    assertTrue(command.isSynopsis());
    assertEquals(
        List.of("prove", "--arch", "NAME", "--property", "P", "--export", "DIR"),
        command.arguments());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "b c,            true",
    "a b c d,        true",
    "a ... d,        true",
    "... d,          true",
    "a ...,          true",
    "b ... c ... d,  true",
    "a c,            false",
    "b a,            false",
    "a ... a,        false",
    "d ... c,        false",
    "a b c d e,      false",
    "a b x d,        false",
  })
  void whatIsShownIsHeldAgainstWhatIsPrinted(String shown, boolean isSo) {
    List<String> printed = List.of("a", "", "b", "c", "d");
    assertEquals(isSo, ShownOutput.difference(List.of(shown.split(" ")), printed).isEmpty(), shown);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "states=3 transitions=4,       true",
    "states=... transitions=4,     true",
    "states=3 ...,                 true",
    "states=4 transitions=4,       false",
    "states=3,                     false",
    "states=... transitions=5,     false",
    "states.3 transitions=4,       false",
  })
  void aGapMayBeWithinALine(String shown, boolean isSo) {
    List<String> printed = List.of("states=3 transitions=4");
    assertEquals(isSo, ShownOutput.difference(List.of(shown), printed).isEmpty(), shown);
  }

  @Test
  void codeIsAsInTheFileThatIsNamed() throws IOException {
    List<String> others = new ArrayList<>();
    for (Path page : Documentation.pages()) {
      for (Documentation.Block block : Documentation.blocks(Documentation.lines(page))) {
        if (block.word().startsWith(CODE)) {
          String file = block.word().substring(CODE.length());
          String code = String.join("\n", block.lines());
          if (!Files.readString(Sources.root().resolve(file)).contains(code)) {
            others.add(Sources.root().relativize(page) + ":" + block.number());
          }
        }
      }
    }
    assertEquals(List.of(), others);
  }

  @Test
  void linksLeadSomewhere() {
    List<String> dead = new ArrayList<>();
    for (Path page : Documentation.pages()) {
      Matcher link = LINK.matcher(String.join("\n", Documentation.lines(page)));
      while (link.find()) {
        Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
        boolean isThere = Files.exists(target);
        boolean hasPlace =
            link.group(2) == null
                || isThere && headings(target).contains(link.group(2).substring(1));
        if (!isThere || !hasPlace) {
          dead.add(Sources.root().relativize(page) + ": " + link.group());
        }
      }
    }
    assertEquals(List.of(), dead);
  }

  @Test
  void filesThatAreNamedAreThere() {
    Set<String> missing = new TreeSet<>();
    for (Path page : Documentation.pages()) {
      Matcher file = FILE.matcher(String.join("\n", Documentation.lines(page)));
      while (file.find()) {
        if (!Files.exists(Sources.root().resolve(file.group(1)))) {
          missing.add(Sources.root().relativize(page) + ": " + file.group(1));
        }
      }
    }
    assertEquals(Set.of(), missing);
  }

  /** As they are linked to: in lower case, a dash for each blank, nothing else but letters. */
  private static Set<String> headings(Path page) {
    Set<String> headings = new TreeSet<>();
    for (String line : Documentation.lines(page)) {
      if (line.startsWith("#")) {
        headings.add(
            line.replaceFirst("^#+ *", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9 _-]", "")
                .replace(' ', '-'));
      }
    }
    return headings;
  }
}
