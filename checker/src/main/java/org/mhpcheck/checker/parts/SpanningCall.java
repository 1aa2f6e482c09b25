package org.mhpcheck.checker.parts;

import java.util.List;

/**
 * A call over any of a few sections, by numbers: what has to hold of them, and a decision tree of
 * steps.
 *
 * @param operation which kind of call it is, from 0
 * @param needs all of them, for the call to be made
 */
public record SpanningCall(int operation, List<Need> needs, Node plan) {

  /** One of the only kind there is. */
  public SpanningCall(List<Need> needs, Node plan) {
    this(0, needs, plan);
  }

  /**
   * That a condition holds of a section.
   *
   * @param section its index, from 0
   */
  public record Need(int section, int condition) {
    // What a record gets by itself is linked when it is used first, which takes longer than all
    // the rest of a small exploration.
    @Override
    public int hashCode() {
      return 31 * section + condition;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Need n && n.section == section && n.condition == condition;
    }
  }

  /**
   * A step, and the way on; or the end of the call.
   *
   * @param section whose step it is; {@link #ALL} if it is one of all sections together, {@code -1}
   *     at the end
   * @param on by what the step returned; {@code null} where it never does
   * @param code what the call returns, at its end
   */
  public record Node(int section, int step, Node[] on, int code) {
    /** No section's in particular. */
    public static final int ALL = -2;

    /** The call returns 0. */
    public static final Node RETURN = returning(0);

    /** A step. */
    public Node(int section, int step, Node[] on) {
      this(section, step, on, -1);
    }

    /** The call returns {@code code}. */
    public static Node returning(int code) {
      return new Node(-1, -1, new Node[0], code);
    }

    public boolean isReturn() {
      return step < 0;
    }
  }
}
