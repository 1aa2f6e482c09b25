package org.mhpcheck.checker.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a page shows of what a command prints: lines that follow each other, but for empty ones.
 * {@code ...} in a line of its own stands for any number of lines, and within a line for the rest
 * of a word or more. What comes before the first line shown, and after the last, may be left out.
 */
final class ShownOutput {
  private static final String GAP = "...";

  private ShownOutput() {}

  /** What is shown and not printed; empty if all is as shown. */
  static Optional<String> difference(List<String> shown, List<String> printed) {
    List<String> rest = dense(printed);
    for (List<Pattern> piece : pieces(dense(shown))) {
      int longest = 0;
      int start = 0;
      while (start < rest.size() && longest < piece.size()) {
        longest = Math.max(longest, matching(piece, rest.subList(start, rest.size())));
        start++;
      }
      if (longest < piece.size()) {
        return Optional.of("not printed here: " + piece.get(longest).pattern());
      }
      rest = rest.subList(start - 1 + piece.size(), rest.size());
    }
    return Optional.empty();
  }

  private static List<String> dense(List<String> lines) {
    return lines.stream().filter(l -> !l.isBlank()).map(String::stripTrailing).toList();
  }

  private static List<List<Pattern>> pieces(List<String> shown) {
    List<List<Pattern>> pieces = new ArrayList<>();
    List<Pattern> piece = new ArrayList<>();
    for (String line : shown) {
      if (line.strip().equals(GAP)) {
        pieces.add(piece);
        piece = new ArrayList<>();
      } else {
        piece.add(pattern(line));
      }
    }
    pieces.add(piece);
    pieces.removeIf(List::isEmpty);
    return pieces;
  }

  private static Pattern pattern(String line) {
    return Pattern.compile(
        Arrays.stream(line.split(Pattern.quote(GAP), -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*")));
  }

  /** How many lines of {@code piece} are the first ones of {@code printed}. */
  private static int matching(List<Pattern> piece, List<String> printed) {
    int i = 0;
    while (i < piece.size()
        && i < printed.size()
        && piece.get(i).matcher(printed.get(i)).matches()) {
      i++;
    }
    return i;
  }
}
