package org.mhpcheck.checker.bind.coverage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mhpcheck.checker.bind.source.KernelFunction;
import org.mhpcheck.checker.bind.tool.BindException;
import org.mhpcheck.checker.tool.Commands;
import org.mhpcheck.checker.tool.Commands.Ended;

/** The part of gcc that tells which lines ran. */
final class Gcov {
  private static final Pattern SOURCE = Pattern.compile("\\s*-:\\s*0:Source:(.*)");

  /** How often a line ran, and its number. Lines that cannot run have no count, but a dash. */
  private static final Pattern LINE =
      Pattern.compile("\\s*(?:(#{5}|={5}|[$%]{5})|-?\\d[^:]*):\\s*(\\d{1,9}):.*");

  private Gcov() {}

  /**
   * Of each file of the kernel the lines that can run, and whether they did. Of the files' text
   * nothing is read: gcov, which tells no numbers without a text, finds files of blank lines.
   *
   * @param directory with {@code NAME.gcno} and {@code NAME.gcda}
   * @param functions that there are
   * @throws BindException if there is no gcov, or it fails
   */
  static SortedMap<String, SortedMap<Integer, Boolean>> lines(
      Path directory, String name, List<KernelFunction> functions) throws IOException {
    Map<String, Integer> lengths = new TreeMap<>();
    functions.forEach(f -> lengths.merge(f.file(), f.lastLine(), Integer::max));
    for (Map.Entry<String, Integer> length : lengths.entrySet()) {
      Path blank = directory.resolve(length.getKey());
      Files.createDirectories(blank.getParent());
      Files.writeString(blank, "\n".repeat(length.getValue()));
    }
    Ended ended = Commands.run(List.of("gcov", "-t", name), "", directory);
    if (ended.status() != 0) {
      throw new BindException(
          "gcov failed: " + ended.err().lines().findFirst().orElse("it does not say why"));
    }
    return read(ended.out(), lengths.keySet());
  }

  /** Of some files only; what is ours is listed too. */
  static SortedMap<String, SortedMap<Integer, Boolean>> read(String listing, Set<String> wanted) {
    SortedMap<String, SortedMap<Integer, Boolean>> files = new TreeMap<>();
    String file = "";
    for (String line : listing.lines().toList()) {
      Matcher source = SOURCE.matcher(line);
      Matcher count = LINE.matcher(line);
      if (source.matches()) {
        file = source.group(1);
      } else if (wanted.contains(file) && count.matches()) {
        files
            .computeIfAbsent(file, f -> new TreeMap<>())
            .merge(Integer.valueOf(count.group(2)), count.group(1) == null, Boolean::logicalOr);
      }
    }
    return files;
  }
}
