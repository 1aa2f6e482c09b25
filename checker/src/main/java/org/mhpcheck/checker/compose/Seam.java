package org.mhpcheck.checker.compose;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.mhpcheck.checker.parts.Numbering;
import org.mhpcheck.checker.parts.SpanningCall;

/**
 * The parts that sections can have in calls, by number, and which of them two sections beside each
 * other have at once.
 *
 * <p>Found by taking calls over more and more sections apart, until more sections bring nothing
 * new: neither a part nor a pair.
 */
public final class Seam {
  /** The part of a section that a call has nothing to do with. */
  static final int NONE = 0;

  /** What is beside the first section, and beside the last: the end of the world. */
  static final int WALL = 1;

  private final Numbering<Part> parts = new Numbering<>();
  private final List<BitSet> atLeft = new ArrayList<>();
  private final List<BitSet> atRight = new ArrayList<>();
  private int pairs;
  private int sections;

  private Seam() {
    makeRoom();
  }

  /**
   * All parts of {@code calls}.
   *
   * @param most the most sections to look at
   * @throws NotSettledException if they still bring something new, or if it takes too long
   */
  public static Seam of(Calls calls, int most, Limit limit) {
    Seam seam = new Seam();
    for (int sections = calls.unit(); sections <= most; sections += calls.unit()) {
      int before = seam.pairs;
      seam.addAll(calls.over(sections), sections, limit);
      if (seam.pairs == before) {
        return seam;
      }
      seam.sections = sections;
    }
    throw new NotSettledException(
        "calls over %d sections still do to one section what those over fewer do not"
            .formatted(seam.sections));
  }

  private void addAll(List<SpanningCall> calls, int sections, Limit limit) {
    for (SpanningCall call : calls) {
      limit
          .reached(0, 0)
          .ifPresent(
              why -> {
                throw new NotSettledException(why);
              });
      Courses.of(call, sections, this::addCourse);
    }
  }

  /** A pair is new if a part is: this is how both are counted. */
  private void addCourse(List<Part> course) {
    int left = WALL;
    for (Part part : course) {
      int number = part.isNone() ? NONE : number(part);
      pair(left, number);
      left = number;
    }
    pair(left, WALL);
  }

  private void pair(int left, int right) {
    if (!atRight.get(left).get(right)) {
      atRight.get(left).set(right);
      atLeft.get(right).set(left);
      pairs++;
    }
  }

  private int number(Part part) {
    int number = WALL + 1 + parts.of(part);
    makeRoom();
    return number;
  }

  private void makeRoom() {
    while (atLeft.size() < end()) {
      atLeft.add(new BitSet());
      atRight.add(new BitSet());
    }
  }

  /** All numbers of parts are below this; {@link #NONE} and {@link #WALL} are no parts. */
  int end() {
    return WALL + 1 + parts.size();
  }

  /** How many parts there are. */
  public int size() {
    return parts.size();
  }

  /** The fewest sections, calls over which have all parts and pairs. */
  public int sections() {
    return sections;
  }

  /** Whether a number is that of a part. */
  public boolean isPart(int number) {
    return number > WALL;
  }

  public Part part(int number) {
    return parts.value(number - WALL - 1);
  }

  /** What the section at the left can have, where this one has {@code part}. */
  BitSet atLeft(int part) {
    return atLeft.get(part);
  }

  /** What the section at the right can have, where this one has {@code part}. */
  BitSet atRight(int part) {
    return atRight.get(part);
  }
}
