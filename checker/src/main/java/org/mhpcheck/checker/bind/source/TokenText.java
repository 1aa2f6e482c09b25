package org.mhpcheck.checker.bind.source;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * C as the compiler reads it: words and signs, a blank between any two. However it is laid out, and
 * wherever it stands in its file, the same code is the same text.
 */
final class TokenText {
  private static final Pattern LINE_MARKER =
      Pattern.compile("(?m)^[ \\t]*#[ \\t]*(?:line[ \\t]+)?[0-9][^\\n]*$");

  private static final Pattern TAKEN_BACK = Pattern.compile("\\\\\\r?\\n");

  /** The longest sign first. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\w+|<<=|>>=|\\.\\.\\.|->|\\+\\+|--|&&|\\|\\||<<|>>|##|[-+*/%&|^<>=!]=|[^\\w\\s]");

  private TokenText() {}

  /**
   * @param code without comments and the insides of strings
   */
  static String of(String code) {
    String plain = TAKEN_BACK.matcher(LINE_MARKER.matcher(code).replaceAll("")).replaceAll(" ");
    return TOKEN.matcher(plain).results().map(MatchResult::group).collect(Collectors.joining(" "));
  }
}
