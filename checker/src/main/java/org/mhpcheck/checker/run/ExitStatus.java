package org.mhpcheck.checker.run;

/** What the process ends with. The worst of several wins; they stand here from good to worst. */
public enum ExitStatus {
  /** All as expected; without an expectation: holds, complete, not vacuous. */
  OK(0),
  /** A limit or an interrupt came before the answer. */
  INCONCLUSIVE(5),
  /** A premise was never met. */
  VACUOUS(13),
  /** Violated, or different from what was expected. */
  VIOLATED(12),
  /** The command line makes no sense. */
  USAGE(64),
  /** A scenario or trace cannot be read. */
  UNREADABLE(150),
  /** No such design, tree or compiler. */
  CONFIGURATION(151),
  /** Memory, disk or a child process. */
  SYSTEM(153),
  /** A fault of mhpcheck's own. */
  INTERNAL(255);

  private final int code;

  ExitStatus(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  public ExitStatus worse(ExitStatus other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
