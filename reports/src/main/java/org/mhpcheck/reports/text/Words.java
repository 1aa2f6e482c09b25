package org.mhpcheck.reports.text;

import java.util.Locale;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.kernel.Errno;

/** Single values in words. */
public final class Words {
  private static final int LONGEST_BRIEF = 60;

  private Words() {}

  /** The word for a constant of the model: {@code slab}, {@code null_encoded}. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** A status as number and meaning. */
  public static String of(ExitStatus status) {
    return "exit status %d: %s".formatted(status.code(), status.text());
  }

  /** A return code as name and number: {@code 0}, {@code -EEXIST (-17)}. */
  public static String of(Errno rc) {
    return rc == Errno.OK ? rc.text() : "%s (%d)".formatted(rc.text(), rc.code());
  }

  /** {@code 1 call}, {@code 3 calls}. */
  public static String count(long number, String noun) {
    return "%d %s%s".formatted(number, noun, number == 1 ? "" : "s");
  }

  /** {@code 0-3}, or {@code 0} alone; both ends belong to it. */
  public static String range(int first, int last) {
    return first == last ? String.valueOf(first) : first + "-" + last;
  }

  /** {@code text} on one line. */
  public static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }

  /**
   * {@code text} on one line that says all there is in it: a terminal obeys some characters, and
   * shows others as none or in another order.
   */
  public static String visible(String text) {
    StringBuilder visible = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (isVisible(c)) {
                visible.appendCodePoint(c);
              } else {
                visible.append(String.format(Locale.ROOT, "\\u{%x}", c));
              }
            });
    return visible.toString();
  }

  /** As {@link #visible}, but no more than its beginning: a file may have a text of any length. */
  public static String brief(String text) {
    return brief(text, LONGEST_BRIEF);
  }

  /** The same, with at most {@code most} characters of {@code text}. */
  public static String brief(String text, int most) {
    return visible(text.length() <= most ? text : text.substring(0, most) + "...");
  }

  private static boolean isVisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
