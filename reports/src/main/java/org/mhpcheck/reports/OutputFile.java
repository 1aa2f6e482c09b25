package org.mhpcheck.reports;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes a file whole or not at all: under another name in the same directory first, then renamed.
 * What is no regular file (a terminal, a pipe) is written to as it is.
 */
public final class OutputFile {
  private OutputFile() {}

  /** What is to be written. */
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes {@code content} to {@code file}, in place of what is there.
   *
   * @throws OutputException if that cannot be done; what was there before is there still
   */
  public static void write(Path file, Content content) {
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        writeTo(file, content);
      } else {
        // Through a link, so that the link stays one.
        replace(Files.exists(file) ? file.toRealPath() : file.toAbsolutePath(), content);
      }
    } catch (IOException e) {
      throw new OutputException("write", file, e);
    }
  }

  private static void replace(Path file, Content content) throws IOException {
    Path unfinished = beside(file);
    try {
      writeTo(unfinished, content);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** A hidden name in the same directory, this process's own. */
  static Path beside(Path file) {
    return file.resolveSibling(
        ".%s.%d.tmp".formatted(file.getFileName(), ProcessHandle.current().pid()));
  }

  private static void writeTo(Path file, Content content) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      content.writeTo(out);
    }
  }
}
