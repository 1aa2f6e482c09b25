package org.mhpcheck.checker.bind;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Our own C: what kernel text is read with, compiled with and driven by. */
final class Resources {
  static final String CONFIG = "config.h";
  static final String PRELUDE = "prelude.h";
  static final String HARNESS = "harness.c";

  /** What stands before the loops of mm/memory_hotplug.c. */
  static final String STEPS = "steps.h";

  static final String WATCHED = "watched.h";

  static final List<String> ALL =
      List.of(
          CONFIG,
          PRELUDE,
          STEPS,
          WATCHED,
          HARNESS,
          "records.h",
          "usages.c",
          "memmaps.c",
          "notices.c",
          "states.c",
          "calls.c",
          "pipe.c",
          "text.c");

  private Resources() {}

  static String read(String name) {
    try (InputStream in = Resources.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("not packaged: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void copyTo(Path directory) throws IOException {
    for (String name : ALL) {
      CacheDirectory.put(directory.resolve(name), read(name));
    }
  }
}
