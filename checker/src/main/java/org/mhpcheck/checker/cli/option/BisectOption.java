package org.mhpcheck.checker.cli.option;

import org.mhpcheck.model.answer.ExitStatus;
import picocli.CommandLine.Option;

/**
 * What {@code git bisect run} is to be told. It takes 0 for good, 125 for a commit that cannot be
 * tested, anything else below 128 for bad, and ends at what is above.
 */
public final class BisectOption {
  public static final String NAME = "--bisect";

  private static final int GOOD = 0;
  private static final int BAD = 1;
  private static final int SKIP = 125;
  private static final int FIRST_THAT_ENDS_IT = 128;

  @Option(
      names = NAME,
      description =
          "End as git bisect run expects it: 0 if all holds, 1 if something is violated, 125 if"
              + " this commit cannot tell (inconclusive, vacuous, a tree that does not compile),"
              + " and 128 or more, which ends the bisection, if no commit could.")
  private boolean isGiven;

  /** What to end with where there was an answer. */
  public int code(ExitStatus answer) {
    if (!isGiven) {
      return answer.code();
    }
    return switch (answer) {
      case OK -> GOOD;
      case VIOLATED -> BAD;
      default -> unanswered(answer);
    };
  }

  /**
   * What to end with where there was none. A tree that parts from the model, so that it is not
   * explored, is neither good nor bad.
   */
  public static int unanswered(ExitStatus why) {
    return switch (why) {
      case OK, INCONCLUSIVE, VACUOUS, VIOLATED, CONFIGURATION -> SKIP;
      case USAGE -> FIRST_THAT_ENDS_IT + why.code();
      case UNREADABLE, SYSTEM, INTERNAL -> why.code();
    };
  }
}
