package org.mhpcheck.checker.cli.option;

import java.util.function.Supplier;
import org.mhpcheck.checker.cli.console.CliException;
import org.mhpcheck.model.answer.ExitStatus;

/** What the model makes of an option's value: what it refuses is wrong usage of that option. */
public final class OptionValue {
  private OptionValue() {}

  /** {@code made}; if it is refused, that is said of {@code option}. */
  public static <T> T of(String option, Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw new CliException(ExitStatus.USAGE, option + ": " + e.getMessage());
    }
  }
}
