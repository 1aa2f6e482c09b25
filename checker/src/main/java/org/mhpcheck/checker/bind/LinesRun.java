package org.mhpcheck.checker.bind;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which lines of the kernel one question makes run. */
public final class LinesRun {
  private LinesRun() {}

  /**
   * Such as {@code mm/sparse.c:812-815,820}, for each file that has any; none if the question kills
   * the program.
   *
   * @param sections that {@code line} has
   * @param subsections one of {@link KernelBuild#SUBSECTIONS}
   * @param line a question as a {@link Disagreement} has it
   * @throws BindException if it cannot be compiled, or there is no gcov
   */
  public static List<String> of(KernelBuild build, int sections, int subsections, String line) {
    try (CoveredRun run = new CoveredRun(build, subsections)) {
      return ask(run, sections, line) ? places(run) : List.of();
    }
  }

  /** Whether it was answered. */
  private static boolean ask(CoveredRun run, int sections, String line) {
    Child child = Child.start(run.program(), run.environment(), String.valueOf(sections), "cover");
    try (InputStream out = child.out()) {
      child.in().write((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
      child.in().flush();
      int first = out.read();
      child.finish();
      return first >= 0;
    } catch (IOException e) {
      child.kill();
      return false;
    }
  }

  private static List<String> places(CoveredRun run) {
    Map<String, List<String>> ranges = new TreeMap<>();
    run.lines().stream()
        .forEach(
            f ->
                ranges.computeIfAbsent(f.file(), file -> new ArrayList<>()).addAll(f.ranges(true)));
    List<String> places = new ArrayList<>();
    ranges.forEach(
        (file, lines) -> {
          if (!lines.isEmpty()) {
            places.add(file + ":" + String.join(",", lines));
          }
        });
    return places;
  }
}
