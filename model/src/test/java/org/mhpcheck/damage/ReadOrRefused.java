package org.mhpcheck.damage;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.function.ThrowingSupplier;

/**
 * The rule of whatever reads what others wrote: there comes a value of it, or the refusal that is
 * meant for people, and soon.
 */
public final class ReadOrRefused {
  /** Far more than anything takes: only what would never end is noticed by it. */
  private static final Duration SOON = Duration.ofSeconds(60);

  private static final int LONGEST_LINE = 10_000;

  private ReadOrRefused() {}

  /**
   * What {@code reader} gives; empty if it refuses.
   *
   * @param refusal the only exception that is one
   * @param file what each line of its message is about
   */
  public static <T> Optional<T> by(
      Class<? extends RuntimeException> refusal, String file, ThrowingSupplier<T> reader) {
    return assertTimeoutPreemptively(
        SOON,
        () -> {
          try {
            return Optional.of(reader.get());
          } catch (RuntimeException e) {
            if (!refusal.isInstance(e)) {
              throw e;
            }
            requireShowable(e.getMessage());
            e.getMessage().lines().forEach(line -> requireShort(file, line));
            return Optional.<T>empty();
          }
        });
  }

  /** What is told to people has something in each line, and nothing that a terminal would obey. */
  public static void requireShowable(String message) {
    assertTrue(!message.isBlank(), "nothing is said");
    message
        .lines()
        .forEach(
            line ->
                assertTrue(
                    line.codePoints().allMatch(ReadOrRefused::isShown), () -> escaped(line)));
  }

  private static void requireShort(String file, String line) {
    assertTrue(line.contains(file), line);
    assertTrue(line.length() <= LONGEST_LINE, line);
  }

  private static boolean isShown(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          c == '\t';
      default -> true;
    };
  }

  private static String escaped(String line) {
    StringBuilder escaped = new StringBuilder("not to be shown: ");
    line.codePoints()
        .forEach(c -> escaped.append(isShown(c) ? Character.toString(c) : "<%x>".formatted(c)));
    return escaped.toString();
  }
}
