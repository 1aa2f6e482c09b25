package org.mhpcheck.checker.bind;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where kernel text and what is made of it may lie: {@code $MHPCHECK_CACHE}, else {@code
 * $XDG_CACHE_HOME/mhpcheck}, else {@code ~/.cache/mhpcheck}.
 */
public final class CacheDirectory {
  private CacheDirectory() {}

  public static Path ofProcess() {
    return of(System.getenv(), System.getProperty("user.home"));
  }

  static Path of(Map<String, String> environment, String home) {
    String own = environment.getOrDefault("MHPCHECK_CACHE", "");
    if (!own.isEmpty()) {
      return Path.of(own).toAbsolutePath();
    }
    String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
    // Relative ones are to be ignored, says the XDG specification.
    Path base = xdg.startsWith("/") ? Path.of(xdg) : Path.of(home, ".cache");
    return base.resolve("mhpcheck");
  }

  /** A directory within, made if need be. */
  static Path make(Path directory) {
    try {
      return Files.createDirectories(directory);
    } catch (IOException e) {
      throw new BindException("cannot make the cache directory " + directory, e);
    }
  }
}
