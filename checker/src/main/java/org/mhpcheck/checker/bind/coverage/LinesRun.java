package org.mhpcheck.checker.bind.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mhpcheck.checker.bind.build.KernelBuild;
import org.mhpcheck.checker.bind.harness.CompiledKernel;
import org.mhpcheck.checker.bind.harness.Request;
import org.mhpcheck.checker.bind.tool.BindException;

/** Which lines of the kernel one question makes run. */
public final class LinesRun {
  private LinesRun() {}

  /**
   * Such as {@code mm/sparse.c:812-815,820}, for each file that has any; none if the question kills
   * the program.
   *
   * @param sections that {@code line} has, 1 to 8
   * @param subsections one of {@link KernelBuild#SUBSECTIONS}
   * @param line a question as {@link Request#line} has it
   * @throws BindException if it cannot be compiled, or there is no gcov
   */
  public static List<String> of(KernelBuild build, int sections, int subsections, String line) {
    try (CoveredRun run = new CoveredRun(build, subsections);
        CompiledKernel kernel = CompiledKernel.covered(build, subsections, run.environment())) {
      return kernel.answers(sections, line) ? places(run) : List.of();
    }
  }

  private static List<String> places(CoveredRun run) {
    Map<String, List<String>> ranges = new TreeMap<>();
    for (FunctionLines f : run.lines()) {
      ranges.computeIfAbsent(f.file(), file -> new ArrayList<>()).addAll(f.ranges(true));
    }
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
