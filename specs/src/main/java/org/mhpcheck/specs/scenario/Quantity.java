package org.mhpcheck.specs.scenario;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with a unit: {@code 30s}, {@code 5m}, {@code 1h}; {@code 512M}, {@code 2G}. */
public final class Quantity {
  /** Few enough digits for every sum of nanoseconds or bytes to fit into a long. */
  private static final Pattern NUMBER_AND_UNIT = Pattern.compile("([1-9][0-9]{0,5})([smhMG])");

  private Quantity() {}

  /** A positive time; empty if {@code text} is none. */
  public static Optional<Duration> time(String text) {
    Matcher m = NUMBER_AND_UNIT.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(m.group(1));
    return switch (m.group(2)) {
      case "s" -> Optional.of(Duration.ofSeconds(number));
      case "m" -> Optional.of(Duration.ofMinutes(number));
      case "h" -> Optional.of(Duration.ofHours(number));
      default -> Optional.empty();
    };
  }

  /** A positive size in bytes; empty if {@code text} is none. */
  public static Optional<Long> bytes(String text) {
    Matcher m = NUMBER_AND_UNIT.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(m.group(1));
    return switch (m.group(2)) {
      case "M" -> Optional.of(number << 20);
      case "G" -> Optional.of(number << 30);
      default -> Optional.empty();
    };
  }
}
