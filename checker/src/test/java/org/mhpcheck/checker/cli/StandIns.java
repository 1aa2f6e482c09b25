package org.mhpcheck.checker.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mhpcheck.checker.bind.source.Trees;

/**
 * What is put in the place of words such as {@code DIR} and {@code TRACE}, so that it can be run.
 */
final class StandIns {
  /** Nothing has to be there to see whether such a command can be understood. */
  private static final Map<String, String> WORDS =
      Map.of("D", "v6.12", "P", "boot-usage-never-freed", "NAME", "x86_64", "N", "2", "ID", "B01");

  private static final String SCENARIO = "history/b01-readded-early-usage";
  private static final String TREE = "6.12";

  private final Path directory;
  private int runs;
  private Path old;

  StandIns(Path directory) {
    this.directory = directory;
  }

  /** What can be understood as {@code arguments} can; nothing of it need be there. */
  static List<String> understood(List<String> arguments) {
    return arguments.stream().map(a -> WORDS.getOrDefault(a, a)).toList();
  }

  /** With all that they name there. Files that pages give the text of are in the directory. */
  List<String> there(List<String> arguments) {
    List<String> there = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      there.add(there(i == 0 ? "" : arguments.get(i - 1), arguments.get(i)));
    }
    return there;
  }

  private String there(String before, String argument) {
    return switch (argument) {
      case "DIR" -> before.equals("--kernel") ? tree() : fresh().toString();
      case "FILE" -> fresh().toString();
      case "SCENARIO" -> SCENARIO;
      case "TRACE" -> trace().toString();
      case "OLD" -> old().toString();
      case "NEW" -> run().toString();
      default -> {
        Path given = directory.resolve(argument);
        yield argument.endsWith(".toml")
            ? given.toString()
            : WORDS.getOrDefault(argument, argument);
      }
    };
  }

  /** The test is skipped if there is none. */
  private static String tree() {
    return Trees.of(TREE).directory().toString();
  }

  Path fresh() {
    return directory.resolve("run-" + ++runs);
  }

  private Path run() {
    Path out = fresh();
    CommandLineRun.of("check", SCENARIO, "--quiet", "--out", out.toString()).endsWith(0);
    return out;
  }

  private Path old() {
    if (old == null) {
      old = run();
    }
    return old;
  }

  private Path trace() {
    try (Stream<Path> traces = Files.list(old().resolve("traces"))) {
      Optional<Path> first = traces.sorted().findFirst();
      return first.orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
