package org.mhpcheck.reports.past;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Of things that are known by name and digest, which are others, or there in one run only. */
public record NamesChanged(Set<String> changed, Set<String> gone, Set<String> added) {

  static NamesChanged of(Map<String, String> before, Map<String, String> after) {
    Set<String> changed = new TreeSet<>(before.keySet());
    changed.retainAll(after.keySet());
    changed.removeIf(name -> before.get(name).equals(after.get(name)));
    return new NamesChanged(changed, without(before, after), without(after, before));
  }

  private static Set<String> without(Map<String, String> some, Map<String, String> others) {
    Set<String> left = new TreeSet<>(some.keySet());
    left.removeAll(others.keySet());
    return left;
  }

  public boolean isEmpty() {
    return changed.isEmpty() && gone.isEmpty() && added.isEmpty();
  }
}
