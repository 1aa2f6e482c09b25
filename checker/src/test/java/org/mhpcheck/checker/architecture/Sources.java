package org.mhpcheck.checker.architecture;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the sources are. */
public final class Sources {
  private Sources() {}

  /** The directory of all modules; tests run in that of their own. */
  public static Path root() {
    Path directory = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(directory.resolve("model/src/main/java"))) {
      directory = directory.getParent();
    }
    return directory;
  }
}
