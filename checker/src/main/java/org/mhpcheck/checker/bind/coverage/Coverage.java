package org.mhpcheck.checker.bind.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.mhpcheck.checker.bind.build.KernelBuild;
import org.mhpcheck.checker.bind.harness.CompiledKernel;
import org.mhpcheck.checker.bind.tool.BindException;

/** Which lines of a kernel's own functions can run, and which of them ran. */
public final class Coverage {
  private final List<FunctionLines> functions;

  private Coverage(List<FunctionLines> functions) {
    this.functions = List.copyOf(functions);
  }

  /**
   * Of what {@code use} asks of the kernel; of what a child process did that died, nothing is
   * known.
   *
   * @param subsections one of {@link KernelBuild#SUBSECTIONS}
   * @throws BindException if it cannot be compiled, or there is no gcov
   */
  public static Coverage of(KernelBuild build, int subsections, Consumer<CompiledKernel> use) {
    try (CoveredRun run = new CoveredRun(build, subsections)) {
      try (CompiledKernel kernel = CompiledKernel.covered(build, subsections, run.environment())) {
        use.accept(kernel);
      }
      return new Coverage(run.lines());
    }
  }

  /** How many lines can run. */
  public int lines() {
    return functions.stream().mapToInt(f -> f.lines().size()).sum();
  }

  /** How many lines ran. */
  public int reached() {
    return functions.stream().mapToInt(FunctionLines::reached).sum();
  }

  /** The others, each such as {@code mm/sparse.c:241-243,250 in sparse_init_nid}. */
  public List<String> notReached() {
    List<String> places = new ArrayList<>();
    for (FunctionLines function : functions) {
      List<String> ranges = function.ranges(false);
      if (!ranges.isEmpty()) {
        places.add(
            "%s:%s in %s"
                .formatted(function.file(), String.join(",", ranges), function.function()));
      }
    }
    return places;
  }
}
