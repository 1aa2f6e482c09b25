package org.mhpcheck.checker.bind.shim;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.mhpcheck.checker.bind.tool.CacheDirectory;

/** Our own C: what kernel text is read with, compiled with and driven by. */
public final class Resources {
  /** The configuration, which decides conditionals. */
  public static final String CONFIG = "config.h";

  /** What stands in the kernel's place; before all text of the kernel. */
  public static final String PRELUDE = "prelude.h";

  /** What stands before the loops of mm/memory_hotplug.c. */
  public static final String STEPS = "steps.h";

  /** What drives the kernel's functions; behind all text of the kernel. */
  public static final String HARNESS = "harness.c";

  /** What stands in the kernel's place besides, where zones and spans are asked about. */
  public static final String ZONES = "zones.h";

  /** What drives the functions of zones and spans. */
  public static final String SPANS = "spans.c";

  /** What stands in the kernel's place besides, where boot places usages. */
  public static final String PLACEMENTS_PRELUDE = "placements.h";

  /** What drives boot's placement of usages. */
  public static final String PLACEMENTS = "placements.c";

  /** All of them, by name. */
  public static final List<String> ALL =
      List.of(
          CONFIG,
          PRELUDE,
          STEPS,
          "watched.h",
          HARNESS,
          "records.h",
          "usages.c",
          "memmaps.c",
          "allocations.c",
          "counts.c",
          "notices.c",
          "states.c",
          "calls.c",
          "pipe.c",
          "text.c",
          ZONES,
          SPANS,
          PLACEMENTS_PRELUDE,
          PLACEMENTS);

  private Resources() {}

  /** The text of one of them. */
  public static String read(String name) {
    try (InputStream in = Resources.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("not packaged: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts all of them into a directory that is there, where gcc finds them. */
  public static void copyTo(Path directory) throws IOException {
    for (String name : ALL) {
      CacheDirectory.put(directory.resolve(name), read(name));
    }
  }
}
