package org.mhpcheck.model.kernel;

import org.mhpcheck.model.logic.Bit;

/**
 * An event that a run came by.
 *
 * @param place where it happened: the kernel function, and of a compiled kernel file and line
 * @param when under which condition; known in known runs
 */
public record Note(Event event, Place place, Bit when) {

  /** The kernel function it happened in. */
  public String function() {
    return place.function();
  }
}
