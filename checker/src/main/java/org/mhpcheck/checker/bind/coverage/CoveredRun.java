package org.mhpcheck.checker.bind.coverage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mhpcheck.checker.bind.build.KernelBuild;
import org.mhpcheck.checker.bind.source.KernelFunction;
import org.mhpcheck.checker.bind.tool.CacheDirectory;
import org.mhpcheck.checker.bind.tool.Flavour;

/**
 * A run of a program that tells which lines ran, with a directory of its own for what is counted,
 * so that two runs do not add up. The directory goes when it is closed.
 */
final class CoveredRun implements AutoCloseable {
  private final Path program;
  private final Path directory;
  private final List<KernelFunction> functions;

  CoveredRun(KernelBuild build, int subsections) {
    this.program = build.program(subsections, Flavour.COVERED);
    this.functions = build.functions();
    try {
      this.directory = Files.createTempDirectory(build.directory(), "run-");
    } catch (IOException e) {
      throw CacheDirectory.unwritable(build.directory(), e);
    }
  }

  /** What makes a program leave its counts here, and not in the directory it was compiled in. */
  Map<String, String> environment() {
    return Map.of("GCOV_PREFIX", directory.toString(), "GCOV_PREFIX_STRIP", "1000");
  }

  /** Of each function of the kernel; to be asked when all programs have ended. */
  List<FunctionLines> lines() {
    String name = program.getFileName().toString();
    try {
      String notes = name + ".gcno";
      Files.copy(program.resolveSibling(notes), directory.resolve(notes));
      SortedMap<String, SortedMap<Integer, Boolean>> files = Gcov.lines(directory, name, functions);
      return functions.stream().map(f -> lines(f, files)).toList();
    } catch (IOException e) {
      throw CacheDirectory.unwritable(directory, e);
    }
  }

  private static FunctionLines lines(
      KernelFunction function, SortedMap<String, SortedMap<Integer, Boolean>> files) {
    SortedMap<Integer, Boolean> ofFile = files.getOrDefault(function.file(), new TreeMap<>());
    return new FunctionLines(
        function.file(), function.name(), ofFile.subMap(function.line(), function.lastLine() + 1));
  }

  @Override
  public void close() {
    CacheDirectory.delete(directory);
  }
}
