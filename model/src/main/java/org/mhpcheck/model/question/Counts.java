package org.mhpcheck.model.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How large a scenario's author says that the state space of a design is: what a checker that
 * explores something else, or not all of it, does not come to.
 *
 * @param states distinct system states
 * @param transitions with self-loops
 */
public record Counts(Optional<Long> states, Optional<Long> transitions) {
  public static final Counts NONE = new Counts(Optional.empty(), Optional.empty());

  /** What is not as expected, in words: {@code 12 states, expected 13}. */
  public List<String> differences(long statesFound, long transitionsFound) {
    List<String> differences = new ArrayList<>();
    add(differences, statesFound, states, "states");
    add(differences, transitionsFound, transitions, "transitions");
    return List.copyOf(differences);
  }

  private static void add(
      List<String> differences, long found, Optional<Long> expected, String what) {
    expected
        .filter(count -> count != found)
        .ifPresent(count -> differences.add("%d %s, expected %d".formatted(found, what, count)));
  }
}
