package org.mhpcheck.checker.explore;

/**
 * States of all sections but the last, and of the word if there is one, packed into one long: what
 * a row of states has in common.
 */
final class Prefixes {
  private final int sections;
  private final int parts;
  private final int bits;
  private final long mask;

  /**
   * @param hasWord whether states have a word behind their sections
   */
  Prefixes(int sections, boolean hasWord) {
    this.sections = sections;
    this.parts = sections - 1 + (hasWord ? 1 : 0);
    this.bits = parts == 0 ? 31 : Math.min(31, 63 / parts);
    this.mask = (1L << bits) - 1;
  }

  /** The index of the section that is not in a prefix. */
  int last() {
    return sections - 1;
  }

  int of(long prefix, int section) {
    return (int) (prefix >>> section * bits & mask);
  }

  /**
   * {@code prefix} with another state of one section; or another word, as of the last section.
   *
   * @throws StateSpaceTooLargeException if the state has no room
   */
  long with(long prefix, int section, int state) {
    if (state > mask) {
      throw new StateSpaceTooLargeException(
          "more than %d states of one section, all that can be told apart in each of %d"
              .formatted(mask + 1, sections));
    }
    int shift = section * bits;
    return prefix & ~(mask << shift) | (long) state << shift;
  }

  /** Of a whole state. */
  long of(int[] state) {
    long prefix = 0;
    for (int i = 0; i < parts; i++) {
      prefix = with(prefix, i, state[i < last() ? i : i + 1]);
    }
    return prefix;
  }

  /** The whole state in which the last section is in {@code state}. */
  int[] state(long prefix, int state) {
    int[] all = new int[parts + 1];
    for (int i = 0; i < parts; i++) {
      all[i < last() ? i : i + 1] = of(prefix, i);
    }
    all[last()] = state;
    return all;
  }
}
