package org.mhpcheck.model.state;

/**
 * The size of the world: sections, numbered from 1, of so many subsections each.
 *
 * <p>Sections are numbered from 1 since in section 0 the encoding of a NULL memmap is 0, and hides
 * what it does elsewhere.
 *
 * @param sections 1 to {@value #MAX_SECTIONS}
 * @param subsections of one section, {@value #MIN_SUBSECTIONS} to {@value #MAX_SUBSECTIONS}: 8 is
 *     ppc64's, 64 x86-64's, 512 sparc64's
 */
public record Geometry(int sections, int subsections) {
  public static final int MAX_SECTIONS = 8;
  public static final int MIN_SUBSECTIONS = 2;
  public static final int MAX_SUBSECTIONS = 512;

  public Geometry {
    requireWithin("sections", sections, 1, MAX_SECTIONS);
    requireWithin("subsections", subsections, MIN_SUBSECTIONS, MAX_SUBSECTIONS);
  }

  /** All subsections there are. */
  public int total() {
    return sections * subsections;
  }

  private static void requireWithin(String what, int value, int min, int max) {
    if (value < min || max < value) {
      throw new IllegalArgumentException(
          "%s is %d, expected %d to %d".formatted(what, value, min, max));
    }
  }
}
