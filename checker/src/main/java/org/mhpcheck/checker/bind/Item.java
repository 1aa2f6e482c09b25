package org.mhpcheck.checker.bind;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One top-level thing of a C file.
 *
 * @param names what it defines; none if it only declares
 * @param text as it stands in the file, comments and all
 * @param code the same without comments and the insides of strings
 * @param file the path within the tree
 * @param line where it begins, from 1
 */
record Item(Kind kind, Set<String> names, String text, String code, String file, int line) {
  private static final Pattern IDENTIFIER = Pattern.compile("(\\.|->)?\\s*\\b([A-Za-z_]\\w*)");

  /** What kind of thing. */
  enum Kind {
    MACRO,
    TYPE,
    VARIABLE,
    FUNCTION,
    /** Prototypes, extern declarations, EXPORT_SYMBOL() and the like. */
    DECLARATION
  }

  /** Every identifier in it that may be defined elsewhere; not what follows a dot or an arrow. */
  Set<String> mentioned() {
    Set<String> mentioned = new LinkedHashSet<>();
    Matcher matcher = IDENTIFIER.matcher(code);
    while (matcher.find()) {
      if (matcher.group(1) == null) {
        mentioned.add(matcher.group(2));
      }
    }
    return mentioned;
  }

  /** Of a function: what stands before its body. */
  String head() {
    return text.substring(0, code.indexOf('{')).strip();
  }

  /** Of a function: how many parameters it has. */
  int parameters() {
    String name = names.iterator().next();
    Matcher matcher = Pattern.compile("\\b" + name + "\\s*\\(").matcher(code);
    if (!matcher.find()) {
      throw new IllegalStateException("no parameters: " + name);
    }
    int depth = 1;
    int commas = 0;
    int start = matcher.end();
    int at = start;
    for (; depth > 0; at++) {
      switch (code.charAt(at)) {
        case '(' -> depth++;
        case ')' -> depth--;
        case ',' -> commas += depth == 1 ? 1 : 0;
        default -> {}
      }
    }
    String between = code.substring(start, at - 1).strip();
    return between.isEmpty() || between.equals("void") ? 0 : commas + 1;
  }
}
