package org.mhpcheck.checker.tool;

/** What a child process says, fit to be told: it may say anything, at any length. */
public final class PlainText {
  private static final int LONGEST_BRIEF = 200;

  private PlainText() {}

  /** {@code text} with a question mark for all that is not to be seen in ASCII. */
  public static String of(String text) {
    return text.replaceAll("[^ -~]", "?");
  }

  /** The same of no more than its beginning. */
  public static String brief(String text) {
    return of(text.length() <= LONGEST_BRIEF ? text : text.substring(0, LONGEST_BRIEF) + "...");
  }
}
