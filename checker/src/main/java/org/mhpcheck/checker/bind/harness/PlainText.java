package org.mhpcheck.checker.bind.harness;

/** What a child process says, fit to be told: it may have overwritten any of it. */
final class PlainText {
  private PlainText() {}

  /** {@code text} with a question mark for all that is not to be seen in ASCII. */
  static String of(String text) {
    return text.replaceAll("[^ -~]", "?");
  }
}
