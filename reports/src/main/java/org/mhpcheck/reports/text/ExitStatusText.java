package org.mhpcheck.reports.text;

/** What an exit status means, in words. */
public final class ExitStatusText {
  private ExitStatusText() {}

  public static String of(int status) {
    String meaning =
        switch (status) {
          case 0 -> "all as expected";
          case 1 -> "bad, as git bisect run has it: violated";
          case 5 -> "inconclusive: a limit or an interrupt came first";
          case 12 -> "violated, or different from what was expected";
          case 13 -> "vacuous: a property's premise was never met";
          case 64 -> "wrong usage";
          case 125 -> "cannot be told, as git bisect run has it";
          case 150 -> "a scenario or trace cannot be read";
          case 151 -> "no such design, kernel tree or compiler";
          case 153 -> "memory, disk or a child process failed";
          case 255 -> "internal error";
          default -> "no meaning is known";
        };
    return "exit status %d: %s".formatted(status, meaning);
  }
}
