package org.mhpcheck.checker.bind.tool;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What gcc and the linker complain about, to be told in terms of the kernel. */
public final class GccErrors {
  private static final String EXPECTED = "expected linux 5.3 to 6.12, this is ";
  private static final int MOST_NAMES = 5;
  private static final Pattern FUNCTION =
      Pattern.compile("\\S.*?: [Ii]n function [`'](\\w+)':(?: .*)?");
  private static final Pattern ERROR =
      Pattern.compile("([^\\s:][^:]*):(\\d{1,9}):(?:\\d+:)? (?:fatal )?error: (.*)");
  private static final Pattern UNDEFINED =
      Pattern.compile(
          "(?:\\S*ld: )?([^\\s:][^:]*):(?:(\\d{1,9})|\\([^)]*\\)): (undefined reference to [`']\\w+').*");
  private static final Pattern SANITIZER =
      Pattern.compile("(?s).*cannot find (?:-l(?:a|ub)san|\\S*lib(?:a|ub)san\\S*).*");

  /** A name that nothing defines. */
  private static final List<Pattern> MISSING =
      List.of(
          Pattern.compile("implicit declaration of function '(\\w+)'.*"),
          Pattern.compile("'(\\w+)' undeclared.*"),
          Pattern.compile("unknown type name '(\\w+)'.*"),
          Pattern.compile("undefined reference to [`'](\\w+)'"),
          Pattern.compile(".*\\b(?:undefined|incomplete) type '((?:struct|union|enum) \\w+)'.*"));

  private final List<Complaint> complaints;
  private final Collection<String> files;

  private GccErrors(List<Complaint> complaints, Collection<String> files) {
    this.complaints = List.copyOf(complaints);
    this.files = files;
  }

  /**
   * @param file by its path within the tree, if it is of the kernel
   * @param function which has it; empty outside of functions
   */
  private record Complaint(String file, int line, String function, String text) {
    Optional<String> missing() {
      return MISSING.stream()
          .map(p -> p.matcher(text))
          .filter(Matcher::matches)
          .map(m -> m.group(1))
          .findFirst();
    }

    /** Such as {@code mm/sparse.c:12 (section_activate): expected ';'}. */
    String words() {
      return "%s:%d%s: %s"
          .formatted(file, line, function.isEmpty() ? "" : " (" + function + ")", text);
    }
  }

  /**
   * @param stderr what a tool wrote
   * @param files of the kernel, by their paths within the tree
   */
  static GccErrors of(String stderr, Collection<String> files) {
    List<Complaint> complaints = new ArrayList<>();
    String function = "";
    for (String line : stderr.lines().toList()) {
      Matcher in = FUNCTION.matcher(line);
      Matcher error = ERROR.matcher(line);
      Matcher undefined = UNDEFINED.matcher(line);
      if (in.matches()) {
        function = in.group(1);
      } else if (line.endsWith(": At top level:")) {
        function = "";
      } else if (error.matches()) {
        complaints.add(
            new Complaint(
                error.group(1), Integer.parseInt(error.group(2)), function, error.group(3)));
      } else if (undefined.matches()) {
        int number = undefined.group(2) == null ? 0 : Integer.parseInt(undefined.group(2));
        complaints.add(
            new Complaint(within(undefined.group(1), files), number, function, undefined.group(3)));
      } else if (SANITIZER.matcher(line).matches()) {
        complaints.add(
            new Complaint("gcc", 0, "", "has no sanitizers; install: libasan and libubsan"));
      }
    }
    if (complaints.isEmpty()) {
      String first = stderr.lines().findFirst().orElse("it does not say why");
      complaints.add(new Complaint("gcc", 0, "", first));
    }
    return new GccErrors(complaints, files);
  }

  /** What a file is called within the tree, whatever directory the tool put before it. */
  private static String within(String file, Collection<String> files) {
    return files.stream().filter(f -> file.endsWith("/" + f)).findFirst().orElse(file);
  }

  /** The first of the kernel's; else the first. */
  String first() {
    return complaints.stream()
        .filter(c -> files.contains(c.file()))
        .findFirst()
        .orElse(complaints.get(0))
        .words();
  }

  /**
   * Why a sliced kernel does not compile; one line, or several if names are missing.
   *
   * @param release what the kernel calls itself
   */
  public String message(String release) {
    Map<String, Complaint> missing = new LinkedHashMap<>();
    complaints.forEach(e -> e.missing().ifPresent(name -> missing.putIfAbsent(name, e)));
    if (missing.isEmpty()) {
      return "the sliced kernel does not compile: %s%s; %s%s"
          .formatted(
              first(),
              complaints.size() == 1 ? "" : ", and %d more".formatted(complaints.size() - 1),
              EXPECTED,
              release);
    }
    List<String> told = new ArrayList<>();
    missing.forEach(
        (name, error) -> {
          if (told.size() < MOST_NAMES) {
            told.add(
                "%s, mentioned in %s:%d%s, is neither in the files read nor shimmed"
                    .formatted(
                        name,
                        error.file(),
                        error.line(),
                        error.function().isEmpty() ? "" : " by " + error.function() + "()"));
          }
        });
    int untold = missing.size() - told.size();
    if (untold > 0) {
      told.add("and %d more names".formatted(untold));
    }
    return String.join("\n", told) + "; " + EXPECTED + release;
  }
}
