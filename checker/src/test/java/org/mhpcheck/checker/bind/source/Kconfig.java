package org.mhpcheck.checker.bind.source;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of a Kconfig file's language as says which numbers an architecture has. */
final class Kconfig {
  private static final Pattern TOKEN = Pattern.compile("\\s*(&&|\\|\\||[!()]|\\w+)");

  private final String text;

  Kconfig(String text) {
    this.text = text;
  }

  /** The number that {@code config} has by default where {@code symbols} are set. */
  Optional<Integer> number(String config, Set<String> symbols) {
    Matcher block =
        Pattern.compile("(?m)^config " + config + "\\n((?:[ \\t].*\\n|\\n)*)").matcher(text + "\n");
    if (!block.find()) {
      return Optional.empty();
    }
    Matcher defaults =
        Pattern.compile("(?m)^\\s+default\\s+\"?(\\d+)\"?(?:[ \\t]+if (.*))?$")
            .matcher(block.group(1));
    while (defaults.find()) {
      if (isSet(defaults.group(2), symbols)) {
        return Optional.of(Integer.valueOf(defaults.group(1)));
      }
    }
    return Optional.empty();
  }

  /** Whether something that is configured with {@code symbols} selects {@code config}. */
  boolean selects(String config, Set<String> symbols) {
    Matcher selecting =
        Pattern.compile("(?m)^\\s+select " + config + "(?:[ \\t]+if (.*))?$").matcher(text);
    while (selecting.find()) {
      if (isSet(selecting.group(1), symbols)) {
        return true;
      }
    }
    return false;
  }

  /** An expression of symbols; none is true. */
  static boolean isSet(String expression, Set<String> symbols) {
    return expression == null || new Expression(expression, symbols).value();
  }

  private static final class Expression {
    private final String text;
    private final Set<String> symbols;
    private final Matcher tokens;
    private String token;

    Expression(String text, Set<String> symbols) {
      this.text = text;
      this.symbols = symbols;
      this.tokens = TOKEN.matcher(text);
      advance();
    }

    boolean value() {
      boolean value = either();
      if (!token.isEmpty()) {
        throw new IllegalArgumentException("not understood: " + text);
      }
      return value;
    }

    private boolean either() {
      boolean value = both();
      while (token.equals("||")) {
        advance();
        value |= both();
      }
      return value;
    }

    private boolean both() {
      boolean value = one();
      while (token.equals("&&")) {
        advance();
        value &= one();
      }
      return value;
    }

    private boolean one() {
      if (token.equals("!")) {
        advance();
        return !one();
      }
      if (token.equals("(")) {
        advance();
        boolean value = either();
        advance();
        return value;
      }
      boolean value = symbols.contains(token);
      advance();
      return value;
    }

    private void advance() {
      int from = token == null ? 0 : tokens.end();
      boolean more = tokens.find() && tokens.start() == from;
      token = more ? tokens.group(1) : "";
      if (!more && !text.substring(from).isBlank()) {
        throw new IllegalArgumentException("not understood: " + text);
      }
    }
  }
}
