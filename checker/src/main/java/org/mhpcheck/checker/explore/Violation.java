package org.mhpcheck.checker.explore;

import java.util.List;

/**
 * How a property was broken first.
 *
 * @param path states from an initial one on, over which it goes
 * @param transition the number, from 0, of the transition out of the last state that broke the
 *     property; -1 if the last state itself does
 */
public record Violation(List<Long> path, int transition) {

  /** Whether a transition broke it, rather than a state. */
  public boolean isOfTransition() {
    return transition >= 0;
  }
}
