package org.mhpcheck.reports.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mhpcheck.model.logic.Bits;

/**
 * What is known of each subsection of a section in one respect: known bitmaps that share no
 * subsection.
 */
public record Lane(List<Part> parts) {

  /**
   * The subsections that are marked with {@code letter}.
   *
   * @param word what the letter stands for
   */
  public record Part(char letter, String word, Bits bits) {}

  static Lane of(char letter, String word, Bits bits) {
    return new Lane(List.of(new Part(letter, word, bits)));
  }

  /** What is said of subsection {@code i}; empty if nothing is. */
  public Optional<Part> at(int i) {
    return parts.stream().filter(p -> p.bits().get(i)).findFirst();
  }

  public int subsections() {
    return parts.get(0).bits().size();
  }

  boolean isEmpty() {
    return parts.stream().allMatch(p -> p.bits().isEmpty().isTrue());
  }

  /** A character a subsection, {@code bb.p}; or {@code b:0-31 p:40} if there are many. */
  String text() {
    return subsections() <= Bits.MOST_DIGITS ? letters() : ranges();
  }

  private String letters() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < subsections(); i++) {
      text.append(at(i).map(Part::letter).orElse('.'));
    }
    return text.toString();
  }

  private String ranges() {
    return isEmpty()
        ? "none"
        : parts.stream()
            .filter(p -> !p.bits().isEmpty().isTrue())
            .map(p -> p.letter() + ":" + p.bits().ranges())
            .collect(Collectors.joining(" "));
  }
}
