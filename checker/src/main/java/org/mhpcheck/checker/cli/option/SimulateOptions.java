package org.mhpcheck.checker.cli.option;

import org.mhpcheck.checker.cli.console.CliException;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.question.Question;
import picocli.CommandLine.Option;

/** That some sequences of calls are walked at random, and not all of them explored. */
public final class SimulateOptions {
  private static final long USUAL_SEED = 1;
  private static final int USUAL_WALKS = 1000;

  @Option(
      names = "--simulate",
      description =
          "Walk some sequences of calls at random, where there are too many for all of them: finds"
              + " violations, and never shows that there are none. --depth is then the most calls"
              + " of a walk (default: 40).")
  private boolean simulate;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "With --simulate: of the random numbers, any 64-bit number (default: 1).")
  private Long seed;

  @Option(
      names = "--walks",
      paramLabel = "N",
      description = "With --simulate: how many, each from a boot (default: 1000).")
  private Integer walks;

  /** Refuses what says nothing without --simulate, or is impossible. */
  public void requirePossible() {
    refuse(seed != null && !simulate, "--seed is for --simulate");
    refuse(walks != null && !simulate, "--walks is for --simulate");
    refuse(walks != null && walks < 1, "--walks is %d, expected at least 1".formatted(walks));
  }

  /** Refuses {@code option} beside --simulate, if it is given. */
  public void refuseBeside(String option, boolean given) {
    refuse(simulate && given, option + " is not for --simulate");
  }

  public void refuseScenarios(boolean given) {
    refuse(simulate && given, "a scenario says itself how it is asked: not with --simulate");
  }

  private static void refuse(boolean wrong, String why) {
    if (wrong) {
      throw new CliException(ExitStatus.USAGE, why);
    }
  }

  /** {@code explored}, or walks through the same. */
  public Question question(Question explored) {
    if (!simulate || !(explored instanceof Question.Explore calls)) {
      return explored;
    }
    return new Question.Simulate(
        calls, seed == null ? USUAL_SEED : seed, walks == null ? USUAL_WALKS : walks);
  }
}
