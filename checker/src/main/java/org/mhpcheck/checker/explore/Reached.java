package org.mhpcheck.checker.explore;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The states reached, in the order of discovery, each with its predecessor: breadth first, so the
 * path over predecessors is a shortest one.
 */
final class Reached {
  private static final long NONE = -1;

  private final LongSet visited = new LongSet();
  private final LongList states = new LongList();
  private final LongList predecessors = new LongList();

  boolean contains(long state) {
    return visited.contains(state);
  }

  /** Whether {@code state} is new; {@code predecessor} is an index. */
  boolean add(long state, long predecessor) {
    if (!visited.add(state)) {
      return false;
    }
    states.add(state);
    predecessors.add(predecessor);
    return true;
  }

  boolean addInitial(long state) {
    return add(state, NONE);
  }

  int size() {
    return states.size();
  }

  long state(int index) {
    return states.get(index);
  }

  /** The states from an initial one to the one at {@code index}. */
  List<Long> pathTo(int index) {
    List<Long> path = new ArrayList<>();
    for (long i = index; i != NONE; i = predecessors.get((int) i)) {
      path.add(states.get((int) i));
    }
    Collections.reverse(path);
    return path;
  }

  /** What they take, in bytes. */
  long bytes() {
    return visited.bytes() + states.bytes() + predecessors.bytes();
  }

  /**
   * What holding more could take, in bytes: tables grow by doubling, and the old one stands beside
   * the new one meanwhile.
   */
  long bytesToGrow() {
    return 3 * bytes();
  }
}
