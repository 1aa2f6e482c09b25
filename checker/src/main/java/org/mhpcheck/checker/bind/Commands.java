package org.mhpcheck.checker.bind;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs other programs; never through a shell, so that names need no quoting. */
final class Commands {
  private static final int SECONDS = 600;

  private Commands() {}

  /** What became of a program. */
  record Ended(int status, String out, String err) {}

  static Ended run(List<String> command, String in) {
    return run(command, in, Path.of("").toAbsolutePath());
  }

  /**
   * Runs {@code command} to its end.
   *
   * @param in what it finds on its standard input
   * @param directory where it runs
   * @throws BindException if there is no such program, or it does not end
   */
  static Ended run(List<String> command, String in, Path directory) {
    Path out = null;
    Path err = null;
    try {
      out = Files.createTempFile("mhpcheck", ".out");
      err = Files.createTempFile("mhpcheck", ".err");
      Process process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      feed(process, in);
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new BindException(command.get(0) + " did not end within " + SECONDS + " s");
      }
      return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    } catch (IOException e) {
      throw new BindException("cannot run " + command.get(0) + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BindException("interrupted while " + command.get(0) + " ran", e);
    } finally {
      delete(out);
      delete(err);
    }
  }

  private static void feed(Process process, String in) {
    try (OutputStream stdin = process.getOutputStream()) {
      stdin.write(in.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // It ended without reading all; its status says why.
    }
  }

  private static void delete(Path path) {
    try {
      if (path != null) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      // A file left in the temporary directory does no harm.
    }
  }
}
