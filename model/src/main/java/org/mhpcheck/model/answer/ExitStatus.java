package org.mhpcheck.model.answer;

/** What the process ends with. The worst of several wins; they stand here from good to worst. */
public enum ExitStatus {
  OK(0, "all as expected, or holds where nothing was expected"),
  INCONCLUSIVE(5, "inconclusive: a limit or an interrupt came first"),
  VACUOUS(13, "vacuous: a premise was never met, or part of the model never ran"),
  VIOLATED(12, "violated, or different from what was expected"),
  USAGE(64, "wrong usage"),
  UNREADABLE(150, "a scenario, trace or run cannot be read"),
  CONFIGURATION(151, "no such design, kernel tree or compiler"),
  SYSTEM(153, "memory, disk or a child process failed"),
  INTERNAL(255, "internal error");

  private final int code;
  private final String text;

  ExitStatus(int code, String text) {
    this.code = code;
    this.text = text;
  }

  public int code() {
    return code;
  }

  /** What it means, in words. */
  public String text() {
    return text;
  }

  public ExitStatus worse(ExitStatus other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
