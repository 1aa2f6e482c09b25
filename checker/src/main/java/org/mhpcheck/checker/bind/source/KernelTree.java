package org.mhpcheck.checker.bind.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mhpcheck.checker.bind.tool.BindException;

/** A kernel source tree, of which mm/ and include/linux are enough. */
public final class KernelTree {
  static final String MAKEFILE = "Makefile";

  /** What a kernel tree is known by. */
  private static final List<String> NEEDED = List.of("mm/sparse.c", "include/linux/mmzone.h");

  private final Path directory;
  private final String suffix;

  /**
   * @throws BindException if this is no kernel tree
   */
  public KernelTree(Path directory) {
    this(directory, "");
  }

  /**
   * @param suffix what its name has behind the release
   */
  KernelTree(Path directory, String suffix) {
    this.directory = directory;
    this.suffix = suffix;
    for (String needed : NEEDED) {
      if (!Files.isRegularFile(directory.resolve(needed))) {
        throw new BindException(
            "no kernel tree: %s %s%n./mhpcheck kernel get 6.12 fetches one"
                .formatted(
                    directory,
                    Files.isDirectory(directory) ? "has no " + needed : "is no directory"));
      }
    }
  }

  /** Whether there is one in {@code directory}. */
  static boolean isThere(Path directory) {
    return NEEDED.stream().allMatch(f -> Files.isRegularFile(directory.resolve(f)));
  }

  /** As it was given. */
  public Path directory() {
    return directory;
  }

  /** {@code linux-6.12.117}; of a patched one {@code linux-6.12.117+NAME}. */
  public String name() {
    return "linux-" + release() + suffix;
  }

  /** The text of a file, bytes for characters; empty if there is no such file. */
  Optional<String> read(String path) {
    Path file = directory.resolve(path);
    try {
      return Files.isRegularFile(file)
          ? Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1))
          : Optional.empty();
    } catch (IOException e) {
      throw new BindException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /** Such as {@code 6.12.117}, from the Makefile; {@code unknown} without one. */
  public String release() {
    Map<String, String> version = new LinkedHashMap<>();
    Matcher matcher =
        Pattern.compile(
                "(?m)^(VERSION|PATCHLEVEL|SUBLEVEL|EXTRAVERSION)[ \\t]*=[ \\t]*([\\w.+~-]{0,40})")
            .matcher(read(MAKEFILE).orElse(""));
    while (matcher.find()) {
      version.putIfAbsent(matcher.group(1), matcher.group(2));
    }
    return version.containsKey("VERSION") && version.containsKey("PATCHLEVEL")
        ? version.get("VERSION")
            + "."
            + version.get("PATCHLEVEL")
            + "."
            + version.getOrDefault("SUBLEVEL", "0")
            + version.getOrDefault("EXTRAVERSION", "")
        : "unknown";
  }
}
