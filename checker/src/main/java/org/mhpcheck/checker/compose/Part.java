package org.mhpcheck.checker.compose;

import java.util.List;
import java.util.SortedSet;

/**
 * What one section has to do with one course of a call: what has to hold of it, and its own steps
 * with what they return. What happens in other sections decides which course it is, and is not told
 * here.
 *
 * @param isLost whether the call ends with all lost, here or in another section, so that nothing
 *     comes of it
 */
public record Part(SortedSet<Integer> needs, List<Done> steps, boolean isLost) {
  /** The code of a step after which all is lost. */
  public static final int LOST = -1;

  /** A step and what it returned, or {@link #LOST}. */
  public record Done(int step, int code) {}

  /** Whether the call does not touch the section, nor ask anything of it. */
  boolean isNone() {
    return needs.isEmpty() && steps.isEmpty();
  }
}
