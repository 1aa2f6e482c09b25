package org.mhpcheck.model.state;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Somebody who is within a walk, held up between two of its reads.
 *
 * @param seen what the reads so far have come to: from that, where in the function it stands
 * @param freed whether the usage that it holds a pointer to has been freed
 * @param waitedFor whether it is an RCU reader that the grace period of a usage waits for
 */
public record Walker(Walk walk, List<Seen> seen, boolean freed, boolean waitedFor) {

  /** What a read comes to. */
  public enum Seen {
    TRUE("true"),
    FALSE("false"),
    /** A usage pointer that is not NULL. */
    USAGE("a usage");

    private final String text;

    Seen(String text) {
      this.text = text;
    }
  }

  /** Whether it holds a usage pointer that it has not followed yet. */
  public boolean holdsUsage() {
    return !seen.isEmpty() && seen.get(seen.size() - 1) == Seen.USAGE;
  }

  /** Such as {@code pfn_valid() that has read true, false, a usage}. */
  @Override
  public String toString() {
    String reads = seen.stream().map(s -> s.text).collect(Collectors.joining(", "));
    return walk.text() + "() that has read " + (seen.isEmpty() ? "nothing" : reads);
  }
}
