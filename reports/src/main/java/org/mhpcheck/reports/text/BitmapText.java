package org.mhpcheck.reports.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.mhpcheck.model.logic.Bits;

/** Known bitmaps over the subsections of a section: one character each, or ranges if many. */
public final class BitmapText {
  /** The largest number of subsections that are written one by one. */
  public static final int LONGEST = 16;

  private BitmapText() {}

  /** {@code 1100}; of more than {@value #LONGEST} subsections {@code 0-31,40} or {@code none}. */
  public static String of(Bits bits) {
    return bits.size() <= LONGEST ? bits.toString() : ranges(bits);
  }

  /** The subsections that are set, as ranges: {@code 0-31,40}; {@code none} if there are none. */
  public static String ranges(Bits bits) {
    List<String> ranges = new ArrayList<>();
    for (int from = 0; from < bits.size(); from++) {
      if (bits.get(from)) {
        int to = from;
        while (to + 1 < bits.size() && bits.get(to + 1)) {
          to++;
        }
        ranges.add(range(from, to));
        from = to;
      }
    }
    return ranges.isEmpty() ? "none" : String.join(",", ranges);
  }

  /** {@code 0-3}, or {@code 0} alone; both ends belong to it. */
  static String range(int first, int last) {
    return first == last ? String.valueOf(first) : first + "-" + last;
  }

  /** A bitmap that is written with a letter. */
  record Lettered(char letter, Bits bits) {}

  /** Bitmaps that share no subsection, as one: {@code bb.p}, or {@code b:0-31 p:40} if long. */
  static String of(int size, List<Lettered> parts) {
    if (size > LONGEST) {
      List<String> texts = new ArrayList<>();
      for (Lettered part : parts) {
        if (!part.bits().isEmpty().isTrue()) {
          texts.add(part.letter() + ":" + ranges(part.bits()));
        }
      }
      return texts.isEmpty() ? "none" : String.join(" ", texts);
    }
    IntFunction<Character> letter =
        i ->
            parts.stream()
                .filter(p -> p.bits().get(i))
                .map(Lettered::letter)
                .findFirst()
                .orElse('.');
    StringBuilder text = new StringBuilder(size);
    for (int i = 0; i < size; i++) {
      text.append(letter.apply(i));
    }
    return text.toString();
  }
}
