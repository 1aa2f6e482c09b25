package org.mhpcheck.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mhpcheck.checker.architecture.Sources;
import org.mhpcheck.checker.bind.source.KernelSource;
import org.mhpcheck.checker.bind.source.KernelTree;
import org.mhpcheck.checker.bind.source.Trees;

/** Kernel text is nobody's to ship: it leaves neither the tree nor the cache directory. */
class KernelTextTest {
  private static final int LONG_ENOUGH_TO_BE_ITS_OWN = 45;

  @TempDir private Path directory;

  /** A process of its own, since the environment is what it is about. */
  private record Run(int status, String out, String err) {}

  private Run run(Map<String, String> environment, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-Djava.io.tmpdir=" + place("temporary"),
                "-Duser.home=" + place("home"),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(arguments));
    Path out = directory.resolve("out");
    Path err = directory.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(place("working").toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("MHPCHECK_CACHE", place("cache").toString());
    builder.environment().put("TMPDIR", place("temporary").toString());
    builder.environment().put("HOME", place("home").toString());
    builder.environment().putAll(environment);
    Process process = builder.start();
    assertTrue(process.waitFor(5, TimeUnit.MINUTES));
    return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private Path place(String name) throws IOException {
    return Files.createDirectories(directory.resolve(name));
  }

  /** What compares all there is, and what compiles no more than it asks. */
  @ParameterizedTest
  @CsvSource({
    "12, kernel lines reached: , conform --design v5.4 --verbose",
    "12, kernel lines reached: , conform --design v5.4 --asan",
    "0, HOLDS , check --sections 1 --subsections 4 --property boot-usage-never-freed"
  })
  void staysInTheCache(int status, String said, String words) throws Exception {
    KernelTree tree = Trees.of("6.12");
    List<String> arguments = new ArrayList<>(List.of(words.split(" ")));
    arguments.addAll(List.of("--kernel", tree.directory().toString()));
    if (words.startsWith("check ")) {
      arguments.addAll(List.of("--out", directory.resolve("run").toString()));
    }
    try (WatchService watch = directory.getFileSystem().newWatchService()) {
      for (String name : List.of("temporary", "working", "home")) {
        place(name).register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      }
      Run run = run(Map.of(), arguments.toArray(new String[0]));
      assertEquals(status, run.status(), run.out() + run.err());
      assertTrue(run.out().contains(said), run.out());
      WatchKey key = watch.poll();
      assertEquals(
          null, key, () -> "made outside of the cache: " + key.pollEvents().get(0).context());
    }
    Set<String> lines = distinctive(tree);
    assertTrue(lines.size() > 500, "lines: " + lines.size());
    assertEquals(List.of(), holders(directory, lines, List.of("cache")));
    assertEquals(List.of("kernel.c"), holders(place("cache"), lines, List.of()));
  }

  @Test
  void isNotInTheRepository() throws IOException {
    for (String version : List.of("6.12", "6.1")) {
      Set<String> lines = distinctive(Trees.of(version));
      assertEquals(List.of(), holders(Sources.root(), lines, List.of(".git", "target")));
    }
  }

  @Test
  void withoutACompilerItIsToldWhatToInstall() throws Exception {
    Path tree = directory.resolve("tree");
    for (String file : List.of("mm/sparse.c", "include/linux/mmzone.h")) {
      Files.createDirectories(tree.resolve(file).getParent());
      Files.writeString(tree.resolve(file), "");
    }
    Run run =
        run(
            Map.of("PATH", place("nothing").toString()),
            "conform",
            "--kernel",
            tree.toString(),
            "--design",
            "v6.12");
    assertEquals(151, run.status(), run.err());
    assertEquals("mhpcheck: no gcc found; install: gcc libc6-dev\n", run.err());
  }

  @Test
  void withoutATreeItIsToldHowToGetOne() throws IOException {
    CommandLineRun.of(
            "conform", "--kernel", directory.resolve("none").toString(), "--design", "v6.12")
        .endsWith(151)
        .complains("none is no directory\nmhpcheck: ./mhpcheck kernel get 6.12 fetches one");
    CommandLineRun.of("conform", "--kernel", directory.toString(), "--design", "v6.12")
        .endsWith(151)
        .complains("has no mm/sparse.c");
  }

  /** Lines of code that nobody writes again by chance. */
  static Set<String> distinctive(KernelTree tree) throws IOException {
    Set<String> lines = new HashSet<>();
    List<String> files = new ArrayList<>(KernelSource.FILES);
    files.add("mm/bootmem_info.c");
    for (String file : files) {
      Files.readAllLines(tree.directory().resolve(file), StandardCharsets.ISO_8859_1).stream()
          .map(String::strip)
          .filter(l -> l.length() >= LONG_ENOUGH_TO_BE_ITS_OWN)
          .filter(l -> l.matches("[^/*].*[();={,].*") && !l.startsWith("MODULE_"))
          .forEach(lines::add);
    }
    return lines;
  }

  /** Names of files with such a line in them. */
  private static List<String> holders(Path root, Set<String> lines, List<String> except)
      throws IOException {
    Set<String> holders = new HashSet<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        boolean excepted = false;
        for (Path part : root.relativize(file)) {
          excepted |= except.contains(part.toString());
        }
        if (!excepted && holds(file, lines)) {
          holders.add(file.getFileName().toString());
        }
      }
    }
    return holders.stream().sorted().toList();
  }

  /** A line of its own, or a part of one. */
  private static boolean holds(Path file, Set<String> lines) throws IOException {
    return holds(Files.readString(file, StandardCharsets.ISO_8859_1), lines);
  }

  static boolean holds(String text, Set<String> lines) {
    return lines.stream().anyMatch(text::contains);
  }
}
