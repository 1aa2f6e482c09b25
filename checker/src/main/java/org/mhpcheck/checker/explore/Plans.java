package org.mhpcheck.checker.explore;

import java.util.ArrayList;
import java.util.List;
import org.mhpcheck.checker.parts.Numbering;
import org.mhpcheck.checker.parts.SpanningCall.Node;

/**
 * The places in all plans by number: places from which calls go on alike are one, whichever call
 * came there.
 */
final class Plans {
  /** Nothing can be told of what comes after. */
  static final int LOST = 0;

  /** At the end of a call. */
  static final int NOWHERE = -1;

  private record Place(int section, int step, List<Integer> on, int code) {
    // As for Need.
    @Override
    public int hashCode() {
      return 31 * (31 * (31 * section + step) + on.hashCode()) + code;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Place p
          && p.section == section
          && p.step == step
          && p.code == code
          && p.on.equals(on);
    }
  }

  private final Numbering<Place> places = new Numbering<>();
  private final List<Facts> facts = new ArrayList<>();

  /** What is told of a place again and again. */
  private record Facts(int section, int step, int[] on, int code, long codes, long sections) {}

  Plans() {
    place(new Place(NOWHERE, -1, List.of(), -1), 0, 0);
  }

  /** The number of a plan's beginning. */
  int of(Node node) {
    if (node.isReturn()) {
      return place(new Place(NOWHERE, -1, List.of(), node.code()), 1L << node.code(), 0);
    }
    List<Integer> on = new ArrayList<>();
    long codes = 0;
    long sections = node.section() == Node.ALL ? -1L : 1L << node.section();
    for (Node next : node.on()) {
      int number = next == null ? -1 : of(next);
      on.add(number);
      if (next != null) {
        codes |= facts.get(number).codes();
        sections |= facts.get(number).sections();
      }
    }
    return place(new Place(node.section(), node.step(), on, -1), codes, sections);
  }

  private int place(Place place, long codes, long sections) {
    int number = places.of(place);
    if (number == facts.size()) {
      facts.add(
          new Facts(
              place.section(),
              place.step(),
              place.on().stream().mapToInt(i -> i).toArray(),
              place.code(),
              codes,
              sections));
    }
    return number;
  }

  /** Whose step is next; {@link Node#ALL}, or {@link #NOWHERE}. */
  int section(int place) {
    return facts.get(place).section();
  }

  int step(int place) {
    return facts.get(place).step();
  }

  /**
   * Where a step leads that returned {@code code}.
   *
   * @throws IllegalStateException if the plan does not say
   */
  int on(int place, int code) {
    int[] on = facts.get(place).on();
    if (code >= on.length || on[code] < 0) {
      throw new IllegalStateException(
          "step %d returned %d, which its call has no plan for".formatted(step(place), code));
    }
    return on[code];
  }

  /** What a call returns that ends here. */
  int code(int place) {
    return facts.get(place).code();
  }

  /** What calls can return from here on, as bits. */
  long codes(int place) {
    return facts.get(place).codes();
  }

  /** The sections that may be stepped on from here on, as bits. */
  long sections(int place) {
    return facts.get(place).sections();
  }

  /** Whether {@code section} may be stepped on from here on. */
  boolean comesTo(int place, int section) {
    return (sections(place) & 1L << section) != 0;
  }
}
