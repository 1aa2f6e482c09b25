package org.mhpcheck.checker.bind.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CacheDirectoryTest {
  @Test
  void itsOwnVariableComesFirstThenXdgThenHome() {
    Map<String, String> both = Map.of("MHPCHECK_CACHE", "/own", "XDG_CACHE_HOME", "/xdg");
    assertEquals(Path.of("/own"), CacheDirectory.of(both, "/home/a"));
    Map<String, String> xdg = Map.of("MHPCHECK_CACHE", "", "XDG_CACHE_HOME", "/xdg");
    assertEquals(Path.of("/xdg/mhpcheck"), CacheDirectory.of(xdg, "/home/a"));
    Map<String, String> relative = Map.of("XDG_CACHE_HOME", "xdg");
    assertEquals(Path.of("/home/a/.cache/mhpcheck"), CacheDirectory.of(relative, "/home/a"));
    assertEquals(Path.of("/home/a/.cache/mhpcheck"), CacheDirectory.of(Map.of(), "/home/a"));
  }

  @Test
  void whatCannotBeMadeIsSaidWithTheWayOut(@TempDir Path directory) throws IOException {
    Path taken = Files.writeString(directory.resolve("taken"), "a file");
    UncheckedIOException refused =
        assertThrows(UncheckedIOException.class, () -> CacheDirectory.make(taken));
    assertEquals(
        "cannot make the cache directory " + taken + " (MHPCHECK_CACHE names another)",
        refused.getMessage());
  }
}
