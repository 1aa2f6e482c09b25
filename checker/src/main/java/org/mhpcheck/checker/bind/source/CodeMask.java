package org.mhpcheck.checker.bind.source;

/**
 * C text with its comments and the insides of its strings blanked, character for character. Line
 * ends within them are blanked too: what goes on over a line's end is one line to C.
 */
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
        end = endOfLine(text, i);
        blank(code, i, end);
      } else if (text.charAt(i) == '"' || text.charAt(i) == '\'') {
        end = endOfQuoted(text, i);
        blank(code, i + 1, end - 1);
      }
      i = end;
    }
    return code.toString();
  }

  /** Before the first line end that no backslash takes back. */
  static int endOfLine(String text, int start) {
    int newline = text.indexOf('\n', start);
    while (newline >= 0 && isTakenBack(text, newline)) {
      newline = text.indexOf('\n', newline + 1);
    }
    return newline < 0 ? text.length() : newline;
  }

  private static boolean isTakenBack(String text, int newline) {
    int before = newline - 1;
    if (before >= 0 && text.charAt(before) == '\r') {
      before--;
    }
    return before >= 0 && text.charAt(before) == '\\';
  }

  private static int endOfQuoted(String text, int start) {
    char quote = text.charAt(start);
    for (int i = start + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i += text.startsWith("\r\n", i + 1) ? 2 : 1;
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
      code.setCharAt(i, ' ');
    }
  }
}
