package org.mhpcheck.checker.bind.source;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mhpcheck.checker.bind.tool.BindException;

/** A patch as git or diff writes it, cut into what it does to each file. */
final class PatchFile {
  private static final Pattern HUNK =
      Pattern.compile("@@ -\\d+(?:,(\\d+))? \\+\\d+(?:,(\\d+))? @@.*");
  private static final int MOST_DIGITS = 9;
  private static final String NOTHING = "/dev/null";

  private final List<Part> parts;

  private PatchFile(List<Part> parts) {
    this.parts = parts;
  }

  /** The lines about one file, and the paths that they name, less the first directory (-p1). */
  private record Part(Set<String> paths, StringBuilder text) {}

  /**
   * Text before the first file, such as a mail's, is passed over.
   *
   * @param file what the patch is called
   * @throws BindException if a hunk has no number of lines that can be
   */
  static PatchFile parse(String file, String text) {
    List<Part> parts = new ArrayList<>();
    Part part = null;
    boolean inHeader = false;
    int removed = 0;
    int added = 0;
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      Matcher hunk = HUNK.matcher(line);
      if (removed > 0 || added > 0) {
        removed -= line.startsWith("+") || line.startsWith("\\") ? 0 : 1;
        added -= line.startsWith("-") || line.startsWith("\\") ? 0 : 1;
      } else if (line.startsWith("diff --git ") || (line.startsWith("--- ") && !inHeader)) {
        part = new Part(new LinkedHashSet<>(), new StringBuilder());
        parts.add(part);
        inHeader = true;
      } else if (part != null && hunk.matches()) {
        inHeader = false;
        String place = file + ":" + number;
        removed = count(place, hunk.group(1));
        added = count(place, hunk.group(2));
      } else if (!inHeader && !line.startsWith("\\")) {
        part = null; // what stands between or behind the hunks
      }
      if (part != null) {
        if (inHeader) {
          addPaths(line, part.paths());
        }
        part.text().append(line).append('\n');
      }
    }
    parts.removeIf(p -> p.paths().isEmpty());
    return new PatchFile(parts);
  }

  private static int count(String place, String group) {
    if (group != null && group.length() > MOST_DIGITS) {
      throw new BindException(
          "%s: found a hunk of %s... lines, expected at most %d digits"
              .formatted(place, group.substring(0, MOST_DIGITS), MOST_DIGITS));
    }
    return group == null ? 1 : Integer.parseInt(group);
  }

  private static void addPaths(String line, Set<String> paths) {
    for (String key : List.of("--- ", "+++ ")) {
      if (line.startsWith(key)) {
        String path = line.substring(key.length()).split("\t", 2)[0].strip();
        if (!path.equals(NOTHING)) {
          paths.add(path.substring(path.indexOf('/') + 1));
        }
      }
    }
    for (String key : List.of("rename from ", "rename to ")) {
      if (line.startsWith(key)) {
        paths.add(line.substring(key.length()).strip());
      }
    }
  }

  /** Every path it names. */
  Set<String> paths() {
    Set<String> paths = new LinkedHashSet<>();
    parts.forEach(p -> paths.addAll(p.paths()));
    return paths;
  }

  /** What it does to files that are {@code wanted}, as a patch. */
  String restrictedTo(Predicate<String> wanted) {
    StringBuilder text = new StringBuilder();
    parts.stream()
        .filter(p -> p.paths().stream().anyMatch(wanted))
        .forEach(p -> text.append(p.text()));
    return text.toString();
  }
}
