package org.mhpcheck.reports.past;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a command line asks: all of it but where results go, how much is said, and how it is worked
 * on. Two runs that ask the same can be compared, wherever they were written to.
 *
 * @param words as a shell would have them, quotes kept
 */
public record AskedCommand(List<String> words) {
  /** Possessive, as a file may have a word of any length. */
  private static final Pattern WORD = Pattern.compile("(?:'[^']*'|\\\\.|[^\\s'\\\\])++");

  private static final Set<String> WITH_VALUE =
      Set.of("--out", "--json", "--mail", "--threads", "--keep");
  private static final Set<String> ALONE = Set.of("--quiet", "--verbose", "--resume");

  /**
   * @param command as a run keeps it
   */
  public static AskedCommand of(String command) {
    List<String> asked = new ArrayList<>();
    boolean isValue = false;
    for (String word : WORD.matcher(command).results().map(MatchResult::group).toList()) {
      if (isValue) {
        isValue = false;
      } else if (WITH_VALUE.contains(word)) {
        isValue = true;
      } else if (!ALONE.contains(word) && !WITH_VALUE.contains(word.replaceFirst("=.*", ""))) {
        asked.add(word);
      }
    }
    return new AskedCommand(List.copyOf(asked));
  }
}
