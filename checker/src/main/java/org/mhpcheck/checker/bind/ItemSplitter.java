package org.mhpcheck.checker.bind;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mhpcheck.checker.bind.Item.Kind;

/**
 * Splits preprocessed C (conditionals decided, macros and line markers still there) into its
 * top-level items.
 */
final class ItemSplitter {
  private static final Pattern LINE_MARKER =
      Pattern.compile("#\\s*(?:line\\s+)?(\\d+)\\s+\"([^\"]*)\".*", Pattern.DOTALL);
  private static final Pattern DEFINE =
      Pattern.compile("#\\s*define\\s+([A-Za-z_]\\w*).*", Pattern.DOTALL);
  private static final Pattern TAG = Pattern.compile("\\b(?:struct|union|enum)\\s+(\\w+)\\s*\\{");
  private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("_*\\w*(?:initdata|aligned(?:_in_smp)?|mostly|after_init|percpu)");

  private final String text;
  private final String code;
  private final String wanted;
  private final List<Item> items = new ArrayList<>();
  private String file;
  private int line = 1;
  private int at;

  private ItemSplitter(String text, String file) {
    this.text = text;
    this.code = CodeMask.of(text);
    this.wanted = file;
    this.file = file;
  }

  /** The items of {@code file}; what line markers ascribe to other files is passed over. */
  static List<Item> split(String text, String file) {
    ItemSplitter splitter = new ItemSplitter(text, file);
    splitter.run();
    return splitter.items;
  }

  private void run() {
    while (true) {
      skipSpace();
      if (at >= code.length()) {
        return;
      }
      int start = at;
      int startLine = line;
      if (code.charAt(at) == '#') {
        at = endOfDirective();
        directive(text.substring(start, at), code.substring(start, at), startLine);
      } else {
        at = endOfItem();
        line += newlines(start, at);
        add(text.substring(start, at), code.substring(start, at), startLine);
      }
    }
  }

  private void skipSpace() {
    while (at < code.length() && (Character.isWhitespace(code.charAt(at)))) {
      line += code.charAt(at) == '\n' ? 1 : 0;
      at++;
    }
  }

  private int newlines(int from, int to) {
    return (int) code.substring(from, to).chars().filter(c -> c == '\n').count();
  }

  private int endOfDirective() {
    int end = at;
    do {
      int newline = code.indexOf('\n', end);
      end = newline < 0 ? code.length() : newline + 1;
    } while (end < code.length() && end >= 2 && code.charAt(end - 2) == '\\');
    return end;
  }

  private void directive(String directive, String masked, int startLine) {
    Matcher marker = LINE_MARKER.matcher(directive);
    if (marker.matches()) {
      line = Integer.parseInt(marker.group(1));
      file = marker.group(2);
      return;
    }
    line += newlines(at - directive.length(), at);
    Matcher define = DEFINE.matcher(masked);
    if (define.matches()) {
      keep(new Item(Kind.MACRO, Set.of(define.group(1)), directive, masked, file, startLine));
    }
  }

  /** Past the semicolon that ends a declaration, or the brace that ends a function. */
  private int endOfItem() {
    int depth = 0;
    boolean function = false;
    for (int i = at; i < code.length(); i++) {
      switch (code.charAt(i)) {
        case '(', '[' -> depth++;
        case ')', ']' -> depth--;
        case '{' -> {
          if (depth == 0) {
            function = beginsBody(code.substring(at, i));
          }
          depth++;
        }
        case '}' -> {
          depth--;
          if (depth == 0 && function) {
            return i + 1;
          }
        }
        case ';' -> {
          if (depth == 0) {
            return i + 1;
          }
        }
        default -> {}
      }
    }
    return code.length();
  }

  private static boolean beginsBody(String head) {
    return head.contains(")") && outsideParentheses(head).indexOf('=') < 0 && !isTypedef(head);
  }

  private static boolean isTypedef(String head) {
    return head.startsWith("typedef") && !Character.isJavaIdentifierPart(head.charAt(7));
  }

  /** With what stands in parentheses and brackets blanked. */
  private static String outsideParentheses(String code) {
    return blankNested(code, "([", ")]");
  }

  private static String blankNested(String code, String open, String close) {
    StringBuilder outside = new StringBuilder(code);
    int depth = 0;
    for (int i = 0; i < code.length(); i++) {
      depth += open.indexOf(code.charAt(i)) >= 0 ? 1 : 0;
      boolean end = close.indexOf(code.charAt(i)) >= 0;
      if (depth > 0) {
        outside.setCharAt(i, ' ');
      }
      depth -= end ? 1 : 0;
    }
    return outside.toString();
  }

  private void add(String itemText, String itemCode, int startLine) {
    String flat = blankNested(itemCode, "([{", ")]}");
    Kind kind;
    Set<String> names = new LinkedHashSet<>();
    if (itemCode.endsWith("}")) {
      kind = Kind.FUNCTION;
      names.add(functionName(itemCode.substring(0, itemCode.indexOf('{'))));
    } else if (isTypedef(itemCode)) {
      kind = Kind.TYPE;
      names.addAll(tags(itemCode));
      names.add(typedefName(itemCode, flat));
    } else if (TAG.matcher(itemCode).find() || itemCode.matches("(?s)enum\\s*\\{.*")) {
      kind = Kind.TYPE;
      names.addAll(tags(itemCode));
    } else if (flat.indexOf('=') < 0 && itemCode.indexOf('(') >= 0
        || itemCode.matches("(?s)extern\\b.*")
        || itemCode.matches("(?s)(struct|union|enum)\\s+\\w+\\s*;|;")) {
      kind = Kind.DECLARATION;
    } else {
      kind = Kind.VARIABLE;
      names.addAll(variableNames(flat));
    }
    keep(new Item(kind, names, itemText, itemCode, file, startLine));
  }

  private void keep(Item item) {
    if (item.file().equals(wanted)) {
      items.add(item);
    }
  }

  private static Set<String> tags(String itemCode) {
    Set<String> names = new LinkedHashSet<>();
    Matcher tag = TAG.matcher(itemCode);
    while (tag.find()) {
      names.add(tag.group(1));
    }
    Matcher body = Pattern.compile("\\benum\\b[^{;]*\\{([^}]*)\\}").matcher(itemCode);
    while (body.find()) {
      // Directives may stand between enumerators; commas within parentheses do not divide them.
      String list = body.group(1).replaceAll("(?m)^\\s*#.*$", "");
      for (String enumerator : outsideParentheses(list).split(",")) {
        Matcher word = WORD.matcher(enumerator);
        if (word.find()) {
          names.add(word.group());
        }
      }
    }
    return names;
  }

  private static String typedefName(String itemCode, String flat) {
    Matcher pointer = Pattern.compile("\\(\\s*\\*\\s*(\\w+)\\s*\\)").matcher(itemCode);
    return pointer.find() ? pointer.group(1) : lastWord(flat, itemCode);
  }

  private static String lastWord(String flat, String itemCode) {
    String last = "";
    Matcher word = WORD.matcher(flat);
    while (word.find()) {
      last = word.group();
    }
    if (last.isEmpty()) {
      throw new BindException("cannot tell what this declares: " + itemCode.strip());
    }
    return last;
  }

  /** The word before the last parenthesis that is not an attribute's. */
  private static String functionName(String head) {
    String outside = outsideParentheses(head);
    String name = "";
    for (int i = 0; i < head.length(); i++) {
      if (head.charAt(i) == '(' && (i == 0 || outside.charAt(i) == ' ') && opens(head, i)) {
        Matcher word = Pattern.compile("(\\w+)\\s*$").matcher(head.substring(0, i));
        if (word.find() && (name.isEmpty() || !word.group(1).startsWith("__"))) {
          name = word.group(1);
        }
      }
    }
    if (name.isEmpty()) {
      throw new BindException("cannot tell which function this is: " + head.strip());
    }
    return name;
  }

  private static boolean opens(String head, int i) {
    int depth = 0;
    for (int j = 0; j < i; j++) {
      depth += head.charAt(j) == '(' ? 1 : head.charAt(j) == ')' ? -1 : 0;
    }
    return depth == 0;
  }

  private static Set<String> variableNames(String flat) {
    Set<String> names = new LinkedHashSet<>();
    for (String declarator : flat.split(",")) {
      String name = "";
      Matcher word = WORD.matcher(declarator.split("=", 2)[0]);
      while (word.find()) {
        if (!ATTRIBUTE.matcher(word.group()).matches()) {
          name = word.group();
        }
      }
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return names;
  }
}
