package org.mhpcheck.specs.toml;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The data files of this module, in a directory of classes or in a jar.
 *
 * <p>A class loader lists no directories. So {@code arches.toml}, which is always there, shows
 * where the files are, and what is beside it is listed by its own means.
 */
public final class PackagedFiles {
  private static final String ROOT = "org/mhpcheck/specs/";
  private static final String LANDMARK = "arches.toml";

  private PackagedFiles() {}

  /**
   * The text of one of them.
   *
   * @throws UnreadableException if it is no text
   * @throws UncheckedIOException if it is not there
   */
  public static String text(String path) {
    try (InputStream in = PackagedFiles.class.getResourceAsStream("/" + ROOT + path)) {
      if (in == null) {
        throw new FileNotFoundException(ROOT + path);
      }
      return SourceText.of(path, in);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  /** The paths under {@code folder}, with its name and with slashes, sorted. */
  public static List<String> list(String folder) throws IOException {
    URL landmark = PackagedFiles.class.getResource("/" + ROOT + LANDMARK);
    if (landmark == null) {
      throw new FileNotFoundException(ROOT + LANDMARK);
    }
    return landmark.getProtocol().equals("file")
        ? inDirectory(Path.of(URI.create(landmark.toString())).resolveSibling(folder))
        : inJar(landmark, ROOT + folder + "/");
  }

  private static List<String> inDirectory(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(f -> folder.getParent().relativize(f).toString())
          .map(f -> f.replace(folder.getFileSystem().getSeparator(), "/"))
          .sorted()
          .toList();
    }
  }

  private static List<String> inJar(URL landmark, String folder) throws IOException {
    JarURLConnection connection = (JarURLConnection) landmark.openConnection();
    // A cached jar is shared with the class loader, and closing it here would close it there.
    connection.setUseCaches(false);
    try (JarFile jar = connection.getJarFile()) {
      return jar.stream()
          .filter(e -> !e.isDirectory() && e.getName().startsWith(folder))
          .map(e -> e.getName().substring(ROOT.length()))
          .sorted()
          .toList();
    }
  }
}
