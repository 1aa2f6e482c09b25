package org.mhpcheck.specs.toml;

import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseOptions;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlVersion;

/** From text to a table: TOML 1.0. */
public final class Syntax {
  private static final String UNEXPECTED = "Unexpected ";
  private static final String EXPECTED = ", expected ";

  /** The formats read here nest four deep; the limit keeps the parser's stack small. */
  private static final TomlParseOptions OPTIONS =
      TomlParseOptions.defaults().withVersion(TomlVersion.V1_0_0).withMaxNestingDepth(16);

  private Syntax() {}

  /** The file's table; where it is no TOML, problems and what could be read all the same. */
  public static Table parse(String text, Problems problems) {
    TomlParseResult toml = Toml.parse(text, OPTIONS);
    toml.errors().forEach(e -> add(e, problems));
    return new Table(toml, TomlPosition.positionAt(1, 1), problems);
  }

  /** The parser says "Unexpected X, expected Y" of tokens, and is free in the rest. */
  private static void add(TomlParseError error, Problems problems) {
    String message = Wording.oneLine(error.getMessage());
    int expected = message.lastIndexOf(EXPECTED);
    if (message.startsWith(UNEXPECTED) && expected >= UNEXPECTED.length()) {
      problems.addSyntax(
          error.position(),
          message.substring(UNEXPECTED.length(), expected),
          message.substring(expected + EXPECTED.length()));
    } else {
      problems.addSyntax(error.position(), "a mistake (" + message + ")", "TOML 1.0");
    }
  }
}
