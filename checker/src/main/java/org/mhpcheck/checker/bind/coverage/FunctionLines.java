package org.mhpcheck.checker.bind.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * The lines of a function of the kernel that can run, in order, and whether they did.
 *
 * @param file the path within the tree
 */
record FunctionLines(String file, String function, SortedMap<Integer, Boolean> lines) {
  int reached() {
    return (int) lines.values().stream().filter(ran -> ran).count();
  }

  /**
   * The lines that ran, or those that did not, such as {@code 812-815} and {@code 820}; lines that
   * cannot run (braces, comments) do not part them.
   */
  List<String> ranges(boolean ran) {
    List<String> ranges = new ArrayList<>();
    int first = 0;
    int last = 0;
    for (Map.Entry<Integer, Boolean> line : lines.entrySet()) {
      if (line.getValue() == ran) {
        first = first == 0 ? line.getKey() : first;
        last = line.getKey();
      } else if (first != 0) {
        ranges.add(text(first, last));
        first = 0;
      }
    }
    if (first != 0) {
      ranges.add(text(first, last));
    }
    return ranges;
  }

  private static String text(int first, int last) {
    return first == last ? String.valueOf(first) : first + "-" + last;
  }
}
