package org.mhpcheck.checker.cli.option;

import java.util.Optional;
import java.util.function.Function;
import org.mhpcheck.checker.cli.console.CliException;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.question.Limits;
import org.mhpcheck.specs.scenario.Quantity;
import picocli.CommandLine.Option;

/** Options that end an exploration early. What is cut off is inconclusive. */
public final class LimitOptions {
  @Option(names = "--depth", paramLabel = "N", description = "At most this many calls.")
  private Integer depth;

  @Option(names = "--time", paramLabel = "T", description = "Such as 30s, 5m or 1h.")
  private String time;

  @Option(names = "--states", paramLabel = "N", description = "About this many states.")
  private Long states;

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      description = "For states, such as 512M or 2G (default: most of Java's heap).")
  private String memory;

  public boolean givesDepth() {
    return depth != null;
  }

  public boolean givesAny() {
    return depth != null || time != null || states != null || memory != null;
  }

  public boolean givesStates() {
    return states != null;
  }

  public boolean givesMemory() {
    return memory != null;
  }

  /** These limits, and those of {@code otherwise} where nothing is said here. */
  public Limits limits(Limits otherwise) {
    return new Limits(
        positive("--depth", depth).or(otherwise::depth),
        quantity("--time", time, Quantity::time, "30s, 5m or 1h").or(otherwise::time),
        positive("--states", states).or(otherwise::states),
        bytes("--memory", memory).or(otherwise::memoryBytes));
  }

  /** Bytes, as they are typed; empty for {@code null}. */
  public static Optional<Long> bytes(String option, String text) {
    return quantity(option, text, Quantity::bytes, "512M or 2G");
  }

  private static <N extends Number> Optional<N> positive(String option, N value) {
    if (value != null && value.longValue() < 1) {
      throw new CliException(
          ExitStatus.USAGE, "%s is %s, expected at least 1".formatted(option, value));
    }
    return Optional.ofNullable(value);
  }

  public static <T> Optional<T> quantity(
      String option, String text, Function<String, Optional<T>> reader, String such) {
    if (text == null) {
      return Optional.empty();
    }
    Optional<T> value = reader.apply(text);
    if (value.isEmpty()) {
      throw new CliException(
          ExitStatus.USAGE, "%s is '%s', expected such as %s".formatted(option, text, such));
    }
    return value;
  }
}
