package org.mhpcheck.checker.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every package says what it is for. */
class PackagesTest {
  @ParameterizedTest
  @ValueSource(strings = {"model", "specs", "reports", "checker"})
  void isDocumented(String module) throws IOException {
    Path sources = Sources.root().resolve(module).resolve("src/main/java");
    assertTrue(packages(sources).size() >= 2);
    assertEquals(List.of(), undocumented(sources));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "package org.mhpcheck;"})
  void oneThatIsNotIsNoticed(String text, @TempDir Path sources) throws IOException {
    Path bare = Files.createDirectories(sources.resolve("org/mhpcheck"));
    Files.writeString(bare.resolve("Bare.java"), "");
    if (!text.isEmpty()) {
      Files.writeString(bare.resolve("package-info.java"), text);
    }
    assertEquals(List.of(bare), undocumented(sources));
  }

  /** Directories with Java files in them. */
  private static List<Path> packages(Path sources) throws IOException {
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .filter(f -> f.toString().endsWith(".java"))
          .map(Path::getParent)
          .distinct()
          .toList();
    }
  }

  private static List<Path> undocumented(Path sources) throws IOException {
    return packages(sources).stream().filter(p -> !isDocumented(p)).toList();
  }

  private static boolean isDocumented(Path directory) {
    try {
      Path info = directory.resolve("package-info.java");
      return Files.exists(info) && Files.readString(info).startsWith("/**");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
