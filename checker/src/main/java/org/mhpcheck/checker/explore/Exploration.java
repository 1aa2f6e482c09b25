package org.mhpcheck.checker.explore;

import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an exploration found.
 *
 * @param violations the first of each property, by the property's bit number
 * @param waysUnknown why it is not known of every state whether there is a way back from it; empty
 *     if it is, or if nothing was asked that needs to know
 * @param met the properties whose premise was met
 * @param levels by depth, how many distinct states there are that take so many transitions
 * @param fired by kind of call, how many transitions there were
 * @param sections the states that single sections are in, in all states reached
 * @param depth of the last level that was expanded in full, plus one: every sequence of that many
 *     transitions was looked at; when complete, the depth of the furthest state
 * @param unfinished why it is not complete; empty if every reachable state was expanded
 * @param bytes what the states took
 */
public record Exploration(
    Map<Integer, Violation> violations,
    Optional<String> waysUnknown,
    long met,
    List<Long> levels,
    List<Long> fired,
    BitSet sections,
    int depth,
    Optional<String> unfinished,
    long bytes,
    Duration time) {

  public boolean isComplete() {
    return unfinished.isEmpty();
  }

  /** Distinct states, all told. */
  public long states() {
    return levels.stream().mapToLong(n -> n).sum();
  }

  /** Transitions, self-loops and repetitions included. */
  public long transitions() {
    return fired.stream().mapToLong(n -> n).sum();
  }
}
