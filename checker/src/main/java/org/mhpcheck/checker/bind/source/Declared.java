package org.mhpcheck.checker.bind.source;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mhpcheck.checker.bind.source.Item.Kind;

/**
 * What a top-level item of C defines, as far as its look tells.
 *
 * @param names none if it only declares
 */
record Declared(Kind kind, Set<String> names) {
  private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");
  private static final Pattern TAG = Pattern.compile("\\b(?:struct|union|enum)\\s+(\\w+)\\s*\\{");
  private static final Pattern ENUM = Pattern.compile("\\benum\\b[^{;]*\\{([^}]*)\\}");
  private static final Pattern WITH_BODY =
      Pattern.compile("\\b(?:struct|union|enum)\\b[^({;=]*\\{");

  /** Nothing in it repeats but characters, or for good: there may be any number of words. */
  private static final Pattern HEAD =
      Pattern.compile("[\\w\\s]*?\\b(?:struct|union|enum)\\b\\s*(?:__\\w+\\s+)*+\\w*");

  private static final Pattern ONLY_TAG = Pattern.compile("(?:struct|union|enum)\\s+\\w+\\s*;|;?");
  private static final Pattern POINTER =
      Pattern.compile("\\(\\s*\\*[^()]*?(\\w+)\\s*(?:\\[[^\\]]*\\]\\s*)*+\\)\\s*\\(");
  private static final Pattern RETURNS_POINTER = Pattern.compile("\\(\\s*\\*[\\s*]*(\\w+)\\s*\\(");

  /** What begins a type, and so the parameters of an old-style function. */
  private static final Pattern TYPE_WORD =
      Pattern.compile(
          "void|char|short|int|long|float|double|signed|unsigned|bool|const|volatile|register"
              + "|struct|union|enum|_Bool");

  /** What may come before a type and is none, or stand in a type's place. */
  private static final Pattern STORAGE_WORD =
      Pattern.compile("static|extern|inline|const|volatile|register|noinline|noinline_for_stack");

  private static final Pattern ATTRIBUTE =
      Pattern.compile(
          "_*\\w*(?:initdata|initconst|aligned(?:_in_smp)?|mostly|after_init|percpu|packed)|__init"
              + "|__attribute(?:__)?|__section|__visible|__used|__maybe_unused|__weak|__ref|__refdata"
              + "|__asm(?:__)?|asm|__counted_by|__ro_after_init|__printf|__scanf|__acquires"
              + "|__releases|__must_hold|__cond_acquires|__cond_releases|__no_sanitize|__malloc"
              + "|__alloc_size|__typeof(?:__)?|typeof|typeof_unqual|_Alignas|__free|__nonnull"
              + "|__assume_aligned|__realloc_size|__diagnose_as|if|while|for|switch|sizeof|return");

  /**
   * @param item without comments, the insides of strings, and directives
   * @return empty if it cannot be told
   */
  static Optional<Declared> of(String item) {
    String code = item.strip();
    String outer = blank(code, "{", "}");
    if (code.endsWith("}") && beginsBody(code.substring(0, Math.max(0, code.indexOf('{'))))) {
      return functionName(code.substring(0, code.indexOf('{')))
          .map(name -> new Declared(Kind.FUNCTION, Set.of(name)));
    }
    if (isTypedef(code)) {
      Set<String> names = tags(code);
      names.addAll(declarators(outer));
      return names.isEmpty() ? Optional.empty() : Optional.of(new Declared(Kind.TYPE, names));
    }
    if (WITH_BODY.matcher(code).lookingAt() || isTagged(code)) {
      return Optional.of(typeOrVariable(code, outer));
    }
    String flat = blank(outer, "([", ")]");
    if (flat.indexOf('=') < 0 && outer.indexOf('(') >= 0 && !POINTER.matcher(outer).find()
        || startsWith(code, "extern")
        || ONLY_TAG.matcher(code).matches()) {
      return Optional.of(new Declared(Kind.DECLARATION, Set.of()));
    }
    return Optional.of(new Declared(Kind.VARIABLE, declarators(outer)));
  }

  /** A type with a body, and variables of it perhaps; one without a tag is there for these only. */
  private static Declared typeOrVariable(String code, String outer) {
    Set<String> names = tags(code);
    Kind kind = names.isEmpty() ? Kind.VARIABLE : Kind.TYPE;
    if (!startsWith(code, "extern")) {
      names.addAll(declarators(outer.substring(bodyEnd(outer))));
    }
    return new Declared(kind, names);
  }

  /** Behind the braces of the first type; in {@code outer} these are blank. */
  private static int bodyEnd(String outer) {
    Matcher head = HEAD.matcher(outer);
    return head.lookingAt() ? head.end() : 0;
  }

  private static boolean isTagged(String code) {
    Matcher tag = TAG.matcher(code);
    return tag.find()
        && code.substring(0, tag.start()).indexOf('=') < 0
        && code.substring(0, tag.start()).indexOf('(') < 0;
  }

  /** Whether a brace behind {@code head} begins a function's body. */
  static boolean beginsBody(String head) {
    String code = head.strip();
    return code.indexOf(')') >= 0
        && blank(code, "([", ")]").indexOf('=') < 0
        && !isTypedef(code)
        && !WITH_BODY.matcher(code + "{").lookingAt();
  }

  /**
   * Whether a semicolon ends not the item, but the type of a parameter: {@code int f(a) int a;}.
   *
   * @param item up to the semicolon
   */
  static boolean isOldStyle(String item) {
    if (item.indexOf('(') < 0 || item.indexOf('{') >= 0 || isTypedef(item.strip())) {
      return false;
    }
    String flat = blank(item, "([", ")]");
    if (flat.indexOf('=') >= 0) {
      return false;
    }
    int close = item.lastIndexOf(')');
    Matcher word = WORD.matcher(item.substring(close + 1));
    return word.find() && TYPE_WORD.matcher(word.group()).matches() && word.find();
  }

  private static boolean isTypedef(String code) {
    return startsWith(code, "typedef");
  }

  private static boolean startsWith(String code, String word) {
    return code.startsWith(word)
        && (code.length() == word.length()
            || !Character.isJavaIdentifierPart(code.charAt(word.length())));
  }

  /** With what stands between some brackets blanked, and these too. */
  private static String blank(String code, String open, String close) {
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

  /** Tags with a body, and enumerators. */
  private static Set<String> tags(String code) {
    Set<String> names = new LinkedHashSet<>();
    Matcher tag = TAG.matcher(code);
    while (tag.find()) {
      names.add(tag.group(1));
    }
    Matcher body = ENUM.matcher(code);
    while (body.find()) {
      // Commas within parentheses do not divide enumerators.
      for (String enumerator : blank(body.group(1), "([", ")]").split(",")) {
        Matcher word = WORD.matcher(enumerator);
        if (word.find()) {
          names.add(word.group());
        }
      }
    }
    return names;
  }

  /** What variables or types are called: the last word of each, before its initialiser. */
  private static Set<String> declarators(String outer) {
    Set<String> names = new LinkedHashSet<>();
    for (String declarator : split(outer)) {
      int equals = blank(declarator, "([", ")]").indexOf('=');
      String before = equals < 0 ? declarator : declarator.substring(0, equals);
      Matcher pointer = POINTER.matcher(before);
      if (pointer.find()) {
        names.add(pointer.group(1));
        continue;
      }
      String name = "";
      Matcher word = WORD.matcher(blank(before, "([", ")]"));
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

  /** At commas outside of parentheses. */
  private static List<String> split(String outer) {
    String flat = blank(outer, "([", ")]");
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int comma = flat.indexOf(','); comma >= 0; comma = flat.indexOf(',', start)) {
      parts.add(outer.substring(start, comma));
      start = comma + 1;
    }
    parts.add(outer.substring(start));
    return parts;
  }

  /** A word before a parenthesis, and whether a type stands before it. */
  private record Candidate(String name, boolean typed) {}

  /**
   * The word before the parenthesis that begins the parameters. Attributes have parentheses too,
   * before and behind; a function's name has a type before it, and fewer underscores.
   */
  private static Optional<String> functionName(String head) {
    List<Candidate> candidates = candidates(head);
    List<String> typed = candidates.stream().filter(Candidate::typed).map(Candidate::name).toList();
    List<String> names =
        typed.isEmpty() ? candidates.stream().map(Candidate::name).toList() : typed;
    Optional<String> bare = names.stream().filter(n -> !n.startsWith("__")).findFirst();
    if (bare.isPresent()) {
      return bare;
    }
    Matcher pointer = RETURNS_POINTER.matcher(head);
    return pointer.find() ? Optional.of(pointer.group(1)) : names.stream().findFirst();
  }

  private static List<Candidate> candidates(String head) {
    String flat = blank(head, "([", ")]");
    List<Candidate> candidates = new ArrayList<>();
    boolean typed = false;
    Matcher word = WORD.matcher(flat);
    int from = 0;
    while (word.find(from)) {
      from = word.end();
      int next = from;
      while (next < head.length() && Character.isWhitespace(head.charAt(next))) {
        next++;
      }
      boolean attribute = ATTRIBUTE.matcher(word.group()).matches();
      if (next < head.length()
          && head.charAt(next) == '('
          && !attribute
          && !TYPE_WORD.matcher(word.group()).matches()) {
        candidates.add(new Candidate(word.group(), typed));
      } else if (!attribute && !STORAGE_WORD.matcher(word.group()).matches()) {
        typed |= !word.group().startsWith("__") || TYPE_WORD.matcher(word.group()).matches();
      }
    }
    return candidates;
  }
}
