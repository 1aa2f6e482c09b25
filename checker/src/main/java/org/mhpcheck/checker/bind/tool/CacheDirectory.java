package org.mhpcheck.checker.bind.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where kernel text and what is made of it may lie: {@code $MHPCHECK_CACHE}, else {@code
 * $XDG_CACHE_HOME/mhpcheck}, else {@code ~/.cache/mhpcheck}.
 */
public final class CacheDirectory {
  private CacheDirectory() {}

  /** That of this process's environment; it need not be there yet. */
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

  /**
   * A directory within, made if need be.
   *
   * @throws UncheckedIOException if it cannot be made
   */
  public static Path make(Path directory) {
    try {
      return Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the cache directory " + named(directory), e);
    }
  }

  /** What is in a directory, by name; nothing if it is not there. */
  public static List<String> names(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.map(e -> e.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new BindException("cannot list the cache directory " + directory, e);
    }
  }

  /** What is thrown where one cannot be written to. */
  public static UncheckedIOException unwritable(Path directory, IOException why) {
    return new UncheckedIOException("cannot write to the cache directory " + named(directory), why);
  }

  private static String named(Path directory) {
    return directory + " (MHPCHECK_CACHE names another)";
  }

  /**
   * Puts a text in place, bytes for characters; all at once, since another process may be reading
   * it. What is there already and the same is left alone.
   *
   * @param place a file, in a directory that is there
   */
  public static void put(Path place, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    if (Files.exists(place) && Arrays.equals(Files.readAllBytes(place), bytes)) {
      return;
    }
    Path fresh = Files.createTempFile(place.toAbsolutePath().getParent(), "fresh-", ".new");
    Files.write(fresh, bytes);
    Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
  }

  /** With all that is in it, as far as it is there and can be; links are not followed. */
  public static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : all) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // What is left in the cache does no harm.
    }
  }
}
