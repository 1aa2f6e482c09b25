package org.mhpcheck.checker.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mhpcheck.checker.architecture.Sources;

/** The pages that people read: those at the top of the repository, and all in {@code docs}. */
final class Documentation {
  private static final int INDENT = 4;
  private static final String FENCE = "```";

  private Documentation() {}

  /**
   * Text that stands apart, as it is: indented by four blanks, or between fences.
   *
   * @param number of its first line in the page, from 1
   * @param word what follows the opening fence, such as {@code toml mine.toml} of a scenario with
   *     that name, or {@code java} and the file that it is taken from; else empty
   */
  record Block(int number, String word, List<String> lines) {}

  /** All pages, in the order of their names. */
  static List<Path> pages() {
    Path root = Sources.root();
    try (Stream<Path> top = Files.list(root);
        Stream<Path> below = Files.walk(root.resolve("docs"))) {
      return Stream.concat(top, below)
          .filter(p -> p.toString().endsWith(".md") && Files.isRegularFile(p))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> lines(Path page) {
    try {
      return Files.readAllLines(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Block> blocks(List<String> page) {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < page.size(); ) {
      if (page.get(i).startsWith(FENCE)) {
        Block fenced = fenced(page, i);
        blocks.add(fenced);
        i += fenced.lines().size() + 2;
      } else if (isIndented(page.get(i))) {
        Block indented = indented(page, i);
        blocks.add(indented);
        i += indented.lines().size();
      } else {
        i++;
      }
    }
    return blocks;
  }

  private static Block fenced(List<String> page, int at) {
    int end = at + 1;
    while (end < page.size() && !page.get(end).startsWith(FENCE)) {
      end++;
    }
    String word = page.get(at).substring(FENCE.length()).strip();
    return new Block(at + 2, word, page.subList(at + 1, end));
  }

  private static Block indented(List<String> page, int at) {
    int end = at;
    for (int i = at; i < page.size() && (isIndented(page.get(i)) || page.get(i).isBlank()); i++) {
      end = isIndented(page.get(i)) ? i + 1 : end;
    }
    List<String> lines =
        page.subList(at, end).stream().map(l -> l.isBlank() ? "" : l.substring(INDENT)).toList();
    return new Block(at + 1, "", lines);
  }

  private static boolean isIndented(String line) {
    return line.startsWith(" ".repeat(INDENT)) && !line.isBlank();
  }
}
