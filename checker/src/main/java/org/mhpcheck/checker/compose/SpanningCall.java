package org.mhpcheck.checker.compose;

import java.util.List;

/**
 * A call over any of a few sections, by numbers: what has to hold of them, and a decision tree of
 * steps.
 *
 * @param needs all of them, for the call to be made
 */
public record SpanningCall(List<Need> needs, Node plan) {

  /**
   * That a condition holds of a section.
   *
   * @param section its index, from 0
   */
  public record Need(int section, int condition) {}

  /**
   * A step on a section, and the way on.
   *
   * @param on by what the step returned; {@code null} where it never does
   */
  public record Node(int section, int step, Node[] on) {
    /** The call returns. */
    public static final Node RETURN = new Node(-1, -1, new Node[0]);

    boolean isReturn() {
      return step < 0;
    }
  }
}
