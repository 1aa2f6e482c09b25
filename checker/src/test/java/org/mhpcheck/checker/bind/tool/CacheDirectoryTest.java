package org.mhpcheck.checker.bind.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
}
