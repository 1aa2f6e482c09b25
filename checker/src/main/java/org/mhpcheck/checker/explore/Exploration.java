package org.mhpcheck.checker.explore;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What an exploration found.
 *
 * @param violations the first of each property, by the property's bit number
 * @param waysUnknown why it is not known of every state whether there is a way back from it; empty
 *     if it is, or if nothing was asked that needs to know
 * @param met the properties whose premise was met
 * @param depth of the last level that was expanded in full, plus one: every sequence of that many
 *     transitions was looked at; when complete, the depth of the furthest state
 * @param unfinished why it is not complete; empty if every reachable state was expanded
 */
public record Exploration(
    Map<Integer, Violation> violations,
    Optional<String> waysUnknown,
    long met,
    long states,
    long transitions,
    int depth,
    Optional<String> unfinished,
    Duration time) {

  public boolean isComplete() {
    return unfinished.isEmpty();
  }
}
