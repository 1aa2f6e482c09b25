package org.mhpcheck.model.logic;

import java.util.List;

/**
 * One path of a function: what it comes to, and when.
 *
 * @param result what the function returned on this path
 * @param conditions what was answered on the way; the path is taken where all of them hold
 */
public record Run<T>(T result, List<Bit> conditions) {
  public Bit condition() {
    return Bit.allOf(conditions);
  }
}
