package org.mhpcheck.checker.bind;

/** C text with its comments and the insides of its strings blanked, character for character. */
final class CodeMask {
  private CodeMask() {}

  static String of(String text) {
    StringBuilder code = new StringBuilder(text);
    int i = 0;
    while (i < text.length()) {
      int end = i + 1;
      if (text.startsWith("/*", i)) {
        int close = text.indexOf("*/", i + 2);
        end = close < 0 ? text.length() : close + 2;
        blank(code, i, end);
      } else if (text.startsWith("//", i)) {
        int newline = text.indexOf('\n', i);
        end = newline < 0 ? text.length() : newline;
        blank(code, i, end);
      } else if (text.charAt(i) == '"' || text.charAt(i) == '\'') {
        end = endOfQuoted(text, i);
        blank(code, i + 1, end - 1);
      }
      i = end;
    }
    return code.toString();
  }

  private static int endOfQuoted(String text, int start) {
    char quote = text.charAt(start);
    for (int i = start + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == quote) {
        return i + 1;
      } else if (c == '\n') {
        return start + 1; // a lone quote, as in the words of an #error
      }
    }
    return start + 1;
  }

  private static void blank(StringBuilder code, int from, int to) {
    for (int i = from; i < to; i++) {
      if (code.charAt(i) != '\n') {
        code.setCharAt(i, ' ');
      }
    }
  }
}
