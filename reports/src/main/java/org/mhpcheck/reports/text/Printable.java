package org.mhpcheck.reports.text;

/**
 * Text from files and command lines, made fit for files that are shown: what would steer a terminal
 * or cannot be in XML is replaced.
 */
public final class Printable {
  private static final int REPLACEMENT = 0xFFFD;

  private Printable() {}

  /** {@code text} with line ends and tabs, and without any other control character. */
  public static String of(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.replaceAll("\\r\\n?", "\n")
        .codePoints()
        .forEach(c -> printable.appendCodePoint(isPrintable(c) ? c : REPLACEMENT));
    return printable.toString();
  }

  /** The same on one line. */
  public static String line(String text) {
    return of(Words.oneLine(text)).replace('\t', ' ');
  }

  private static boolean isPrintable(int c) {
    boolean isHalf = Character.getType(c) == Character.SURROGATE;
    boolean isNoCharacter = (c & 0xFFFE) == 0xFFFE;
    return c == '\n' || c == '\t' || !(Character.isISOControl(c) || isHalf || isNoCharacter);
  }
}
