package org.mhpcheck.model.kernel;

import org.mhpcheck.model.logic.Bits;
import org.mhpcheck.model.state.Walk;

/**
 * What somebody may meet who looks at a section while a step changes it.
 *
 * @param subsections whose pfns the walk would have to be about
 * @param story how it comes to that, in words
 */
public record Encounter(Walk walk, Kind kind, Bits subsections, String story) {

  /** What is met. */
  public enum Kind {
    /** The usage is reached through a NULL pointer. */
    NULL_USAGE,
    /** The usage is reached that has been freed. */
    FREED_USAGE,
    /** A pfn is valid, and has no memmap. */
    NO_MEMMAP,
    /** A page is found that is a device's, or is to be, or was until a moment ago. */
    DEVICE_PAGE
  }
}
