package org.mhpcheck.reports.past;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs that asked the same, one after the other.
 *
 * @param runs the newest last
 * @param unreadable why a run is not among them though it is there, one line each
 */
public record History(List<Entry> runs, List<String> unreadable) {

  /** A run, and how to find it. */
  public record Named(Optional<String> directory, PastRun run) {}

  /**
   * One run.
   *
   * @param directory its name in the directory that all runs are in; empty while it is not written
   * @param sinceBefore what differs from the run before; empty for the oldest
   */
  public record Entry(
      Optional<String> directory, PastRun run, Optional<RunDifference> sinceBefore) {}

  /**
   * @param runs the newest last
   */
  static History of(List<Named> runs, List<String> unreadable) {
    List<Entry> entries = new ArrayList<>();
    Optional<PastRun> before = Optional.empty();
    for (Named named : runs) {
      PastRun run = named.run();
      entries.add(new Entry(named.directory(), run, before.map(b -> RunDifference.of(b, run))));
      before = Optional.of(run);
    }
    return new History(List.copyOf(entries), List.copyOf(unreadable));
  }

  /** The last one; empty where there is none. */
  public Optional<Entry> newest() {
    return runs.isEmpty() ? Optional.empty() : Optional.of(runs.get(runs.size() - 1));
  }
}
