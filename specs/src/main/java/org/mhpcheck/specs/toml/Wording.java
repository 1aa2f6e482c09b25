package org.mhpcheck.specs.toml;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mhpcheck.model.design.Names;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/** How problems speak of what was found and what was expected. */
public final class Wording {
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_MESSAGE = 1000;
  private static final int MOST_NAMES = 150;

  private Wording() {}

  /** A value as it was found: its type, and the value itself where that is short. */
  public static String found(Object value) {
    if (value instanceof String text) {
      return "the string " + quoted(text);
    } else if (value instanceof Long number) {
      return "the integer " + number;
    } else if (value instanceof Double number) {
      return "the float " + number;
    } else if (value instanceof Boolean truth) {
      return "the boolean " + truth;
    } else if (value instanceof TomlArray) {
      return "an array";
    } else if (value instanceof TomlTable) {
      return "a table";
    } else {
      return "the date or time " + value;
    }
  }

  /** In quotes, shortened, and without what would break or disguise a line of output. */
  public static String quoted(String text) {
    String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"");
    return '"' + visible(escaped, LONGEST_NAME) + '"';
  }

  /** A message that repeats what was typed, without what would break or disguise the line. */
  public static String oneLine(String message) {
    return visible(message, LONGEST_MESSAGE);
  }

  private static String visible(String text, int longest) {
    StringBuilder visible = new StringBuilder();
    text.codePoints().limit(longest).forEach(c -> appendVisibly(visible, c));
    if (text.codePointCount(0, text.length()) > longest) {
      visible.append("...");
    }
    return visible.toString();
  }

  private static void appendVisibly(StringBuilder to, int c) {
    if (c == '\n') {
      to.append("\\n");
    } else {
      switch (Character.getType(c)) {
        case Character.CONTROL,
            Character.FORMAT,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR,
            Character.SURROGATE,
            Character.UNASSIGNED ->
            to.append("\\u%04x".formatted(c));
        default -> to.appendCodePoint(c);
      }
    }
  }

  /**
   * What was expected instead of {@code typed}: the nearest name, or all there are. Names may be
   * the file's own, such as those of its designs.
   */
  public static String oneOf(String what, String typed, Collection<String> names) {
    Optional<String> nearest = Names.nearest(typed, names);
    if (nearest.isPresent()) {
      return "%s (did you mean %s?)".formatted(what, visible(nearest.get(), LONGEST_NAME));
    }
    String all =
        names.stream()
            .limit(MOST_NAMES)
            .map(name -> visible(name, LONGEST_NAME))
            .collect(Collectors.joining(", "));
    return names.isEmpty()
        ? what
        : "%s (one of %s%s)".formatted(what, all, names.size() > MOST_NAMES ? ", ..." : "");
  }
}
