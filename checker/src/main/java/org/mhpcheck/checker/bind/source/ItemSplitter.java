package org.mhpcheck.checker.bind.source;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mhpcheck.checker.bind.source.Item.Kind;
import org.mhpcheck.checker.bind.tool.BindException;

/**
 * Splits preprocessed C (conditionals decided, macros and line markers still there) into its
 * top-level items.
 */
final class ItemSplitter {
  private static final Pattern LINE_MARKER =
      Pattern.compile("#\\s*(?:line\\s+)?(\\d{1,9})\\s+\"([^\"]*)\".*", Pattern.DOTALL);
  private static final Pattern DEFINE =
      Pattern.compile("#\\s*define\\s+([A-Za-z_]\\w*).*", Pattern.DOTALL);

  private final String text;
  private final String code;

  /** The code with all directives blanked, so that their braces and words are none of C's. */
  private final StringBuilder plain;

  private final String wanted;
  private final List<Item> items = new ArrayList<>();
  private String file;
  private int line = 1;
  private int at;

  private ItemSplitter(String text, String file) {
    this.text = text;
    this.code = CodeMask.of(text);
    this.plain = new StringBuilder(code);
    this.wanted = file;
    this.file = file;
  }

  /**
   * The items of {@code file}; what line markers ascribe to other files is passed over.
   *
   * @throws BindException if it cannot be told what something is, or where it ends
   */
  static List<Item> split(String text, String file) {
    ItemSplitter splitter = new ItemSplitter(text, file);
    splitter.run();
    return splitter.items;
  }

  private void run() {
    while (skipSpace()) {
      String startFile = file;
      int startLine = line;
      int start = at;
      Set<String> macros = new LinkedHashSet<>();
      if (code.charAt(at) == '#') {
        passDirective(macros);
        if (!macros.isEmpty()) {
          keep(item(Kind.MACRO, macros, start, startFile, startLine));
        }
      } else {
        passItem(macros);
        Declared declared = declared(start, startFile, startLine);
        Set<String> names = new LinkedHashSet<>(declared.names());
        names.addAll(macros);
        keep(item(declared.kind(), names, start, startFile, startLine));
      }
    }
  }

  private Item item(Kind kind, Set<String> names, int start, String startFile, int startLine) {
    return new Item(
        kind,
        names,
        text.substring(start, at),
        code.substring(start, at),
        startFile,
        startLine,
        text.charAt(at - 1) == '\n' ? line - 1 : line);
  }

  private Declared declared(int start, String startFile, int startLine) {
    return Declared.of(plain.substring(start, at))
        .orElseThrow(
            () ->
                new BindException(
                    "%s:%d: cannot tell what this defines".formatted(startFile, startLine)));
  }

  private void keep(Item item) {
    if (item.file().equals(wanted)) {
      items.add(item);
    }
  }

  /** To the next item; false if there is none. */
  private boolean skipSpace() {
    while (at < code.length() && Character.isWhitespace(code.charAt(at))) {
      advance(at + 1);
    }
    return at < code.length();
  }

  private void advance(int to) {
    for (; at < to; at++) {
      line += text.charAt(at) == '\n' ? 1 : 0;
    }
  }

  /** Past a directive, which may say where we are, or define a macro. */
  private void passDirective(Set<String> macros) {
    int start = at;
    int end = Math.min(CodeMask.endOfLine(code, at) + 1, code.length());
    advance(end);
    for (int i = start; i < end; i++) {
      plain.setCharAt(i, ' ');
    }
    Matcher marker = LINE_MARKER.matcher(text.substring(start, end));
    Matcher define = DEFINE.matcher(code.substring(start, end));
    if (marker.matches()) {
      line = Integer.parseInt(marker.group(1));
      file = marker.group(2);
    } else if (define.matches()) {
      macros.add(define.group(1));
    }
  }

  /** Past the semicolon that ends a declaration, or the brace that ends a function. */
  private void passItem(Set<String> macros) {
    int start = at;
    String startFile = file;
    int startLine = line;
    int depth = 0;
    boolean braced = false;
    boolean function = false;
    boolean lineIsFresh = false;
    while (at < code.length()) {
      char c = code.charAt(at);
      if (c == '#' && lineIsFresh) {
        passDirective(macros);
        continue;
      }
      lineIsFresh = c == '\n' || lineIsFresh && Character.isWhitespace(c);
      if (c == '{' && depth == 0 && !braced) {
        function = Declared.beginsBody(plain.substring(start, at));
        braced = true;
      }
      depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
      advance(at + 1);
      if (depth < 0) {
        throw new BindException("%s:%d: a '%c' that closes nothing".formatted(file, line, c));
      }
      boolean mayEnd = depth == 0 && (c == '}' && function || c == ';');
      if (mayEnd && (function || !Declared.isOldStyle(plain.substring(start, at)))) {
        return;
      }
    }
    if (depth > 0) {
      throw new BindException(
          "%s:%d: what begins here does not end".formatted(startFile, startLine));
    }
  }
}
