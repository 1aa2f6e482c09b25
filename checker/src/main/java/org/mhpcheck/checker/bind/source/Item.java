package org.mhpcheck.checker.bind.source;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mhpcheck.checker.bind.tool.BindException;

/**
 * One top-level thing of a C file.
 *
 * @param names what it defines; none if it only declares
 * @param text as it stands in the file, comments and all
 * @param code the same without comments and the insides of strings
 * @param file the path within the tree
 * @param line where it begins, from 1
 * @param lastLine where it ends
 */
record Item(
    Kind kind, Set<String> names, String text, String code, String file, int line, int lastLine) {
  /** A number goes with its letters, so that none of them is taken for a name. */
  private static final Pattern WORD = Pattern.compile("\\w+");

  private static final Pattern DIRECTIVE =
      Pattern.compile("(?m)^[ \\t]*#(?:[^\\n\\\\]|\\\\[\\s\\S])*+");

  /** What kind of thing. */
  enum Kind {
    MACRO,
    TYPE,
    VARIABLE,
    FUNCTION,
    /** Prototypes, extern declarations, EXPORT_SYMBOL() and the like. */
    DECLARATION
  }

  /** Of a function: what it is called. */
  String name() {
    return names.iterator().next();
  }

  /** Every identifier in it that may be defined elsewhere; not what follows a dot or an arrow. */
  Set<String> mentioned() {
    Set<String> mentioned = new LinkedHashSet<>();
    Matcher word = WORD.matcher(code);
    int behind = 0;
    while (word.find()) {
      if (!Character.isDigit(code.charAt(word.start())) && !isMember(behind, word.start())) {
        mentioned.add(word.group());
      }
      behind = word.end();
    }
    return mentioned;
  }

  /** Of a function: the line that its name stands in. */
  int lineOfName() {
    return line
        + (int)
            text.substring(0, parametersStart())
                .stripTrailing()
                .chars()
                .filter(c -> c == '\n')
                .count();
  }

  /** Whether what stands before a word makes it a member; three dots do not. */
  private boolean isMember(int from, int to) {
    String before = code.substring(from, to).strip();
    return before.endsWith("->") || before.endsWith(".") && !before.endsWith("...");
  }

  /** Of a function: how it is declared. */
  String prototype() {
    String head = plainHead();
    // The old style has the parameters' types behind the parentheses.
    return head.indexOf(';') < 0
        ? text.substring(0, head.length()).strip() + ";"
        : text.substring(0, parametersStart()).strip() + ");";
  }

  /** Of a function: what stands before its body, directives blanked. */
  private String plainHead() {
    StringBuilder plain = new StringBuilder(code);
    Matcher directive = DIRECTIVE.matcher(code);
    while (directive.find()) {
      for (int i = directive.start(); i < directive.end(); i++) {
        plain.setCharAt(i, ' ');
      }
    }
    return plain.substring(0, Math.max(0, plain.indexOf("{")));
  }

  /** Of a function: how many parameters it has. */
  int parameters() {
    String head = plainHead();
    int depth = 1;
    int commas = 0;
    int start = parametersStart();
    int at = start;
    for (; depth > 0 && at < head.length(); at++) {
      switch (head.charAt(at)) {
        case '(', '[' -> depth++;
        case ')', ']' -> depth--;
        case ',' -> commas += depth == 1 ? 1 : 0;
        default -> {}
      }
    }
    String between = head.substring(start, Math.max(start, at - 1)).strip();
    return between.isEmpty() || between.equals("void") ? 0 : commas + 1;
  }

  private int parametersStart() {
    Matcher matcher =
        Pattern.compile("\\b" + Pattern.quote(name()) + "\\s*\\(").matcher(plainHead());
    if (!matcher.find()) {
      throw new BindException(
          "%s:%d: cannot tell the parameters of %s".formatted(file, line, names));
    }
    return matcher.end();
  }
}
