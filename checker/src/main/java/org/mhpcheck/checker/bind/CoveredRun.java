package org.mhpcheck.checker.bind;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A run of a program that tells which lines ran, with a directory of its own for what is counted,
 * so that two runs do not add up. The directory goes when it is closed.
 */
final class CoveredRun implements AutoCloseable {
  private final Path program;
  private final Path directory;
  private final List<Item> functions;

  CoveredRun(KernelBuild build, int subsections) {
    this.program = build.program(subsections, Flavour.COVERED);
    this.functions = build.functions();
    try {
      this.directory = Files.createTempDirectory(build.directory(), "run-");
    } catch (IOException e) {
      throw new BindException("cannot write to the cache directory " + build.directory(), e);
    }
  }

  Path program() {
    return program;
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
      throw new BindException("cannot write to the cache directory " + directory, e);
    }
  }

  private static FunctionLines lines(
      Item function, SortedMap<String, SortedMap<Integer, Boolean>> files) {
    SortedMap<Integer, Boolean> ofFile = files.getOrDefault(function.file(), new TreeMap<>());
    return new FunctionLines(
        function.file(),
        function.names().iterator().next(),
        ofFile.subMap(function.line(), function.lastLine() + 1));
  }

  @Override
  public void close() {
    CacheDirectory.delete(directory);
  }
}
