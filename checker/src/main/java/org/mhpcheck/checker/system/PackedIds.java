package org.mhpcheck.checker.system;

import org.mhpcheck.checker.explore.StateSpaceTooLargeException;

/** A tuple of section ids, packed into one long that is not negative. */
final class PackedIds {
  private final int sections;
  private final int bitsPerSection;
  private final long mask;

  PackedIds(int sections) {
    this.sections = sections;
    this.bitsPerSection = Math.min(31, 63 / sections);
    this.mask = (1L << bitsPerSection) - 1;
  }

  /** The id of the section with index {@code section}. */
  int id(long packed, int section) {
    return (int) (packed >>> (section * bitsPerSection) & mask);
  }

  /**
   * {@code packed} with another id for one section.
   *
   * @throws StateSpaceTooLargeException if the id has no room
   */
  long with(long packed, int section, int id) {
    if (id > mask) {
      throw new StateSpaceTooLargeException(
          "more than %d states of one section, all that can be told apart in each of %d"
              .formatted(mask + 1, sections));
    }
    int shift = section * bitsPerSection;
    return packed & ~(mask << shift) | (long) id << shift;
  }
}
