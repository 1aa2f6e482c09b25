package org.mhpcheck.reports.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.mhpcheck.model.logic.Bits;

/** Several known bitmaps over the subsections of a section as one: a character each, or ranges. */
final class BitmapText {
  private BitmapText() {}

  /** {@code 0-3}, or {@code 0} alone; both ends belong to it. */
  static String range(int first, int last) {
    return first == last ? String.valueOf(first) : first + "-" + last;
  }

  /** A bitmap that is written with a letter. */
  record Lettered(char letter, Bits bits) {}

  /** Bitmaps that share no subsection, as one: {@code bb.p}, or {@code b:0-31 p:40} if long. */
  static String of(int size, List<Lettered> parts) {
    if (size > Bits.MOST_DIGITS) {
      List<String> texts = new ArrayList<>();
      for (Lettered part : parts) {
        if (!part.bits().isEmpty().isTrue()) {
          texts.add(part.letter() + ":" + part.bits().ranges());
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
