package org.mhpcheck.checker.tool;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs other programs; never through a shell, so that names need no quoting. What they write is
 * read through pipes, and their own temporary files lie where they run: kernel text may be among
 * it.
 */
public final class Commands {
  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** The packages of what we run, where that is not its own name. */
  private static final Map<String, String> PACKAGES =
      Map.of("gcc", "gcc libc6-dev", "gcov", "gcc", "apt-get", "apt", "dpkg-deb", "dpkg");

  private Commands() {}

  /** Whether there is a program of this name in {@code $PATH}. */
  public static boolean isInstalled(String name) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .filter(d -> !d.isEmpty())
        .anyMatch(d -> Files.isExecutable(Path.of(d, name)));
  }

  private static boolean isThere(String program) {
    return program.contains("/") ? Files.exists(Path.of(program)) : isInstalled(program);
  }

  /**
   * What became of a program.
   *
   * @param status 0 to 255, as it ended with
   * @param out what it wrote to standard output, a character for a byte
   * @param err what it wrote to standard error, likewise
   */
  public record Ended(int status, String out, String err) {}

  /** Runs {@code command} to its end, which comes within 10 minutes. */
  public static Ended run(List<String> command, String in, Path directory) {
    return run(command, in, directory, LONGEST);
  }

  /**
   * Runs {@code command} to its end; what it ends with is the caller's to judge.
   *
   * @param command the program, found by {@code $PATH}, and its arguments
   * @param in what it finds on its standard input, a byte for a character
   * @param directory where it runs
   * @param longest how long it may take
   * @throws ToolException if there is no such program, or it does not end in that time
   */
  public static Ended run(List<String> command, String in, Path directory, Duration longest) {
    Process process = start(command, directory);
    try {
      Drain out = new Drain(process.getInputStream());
      Drain err = new Drain(process.getErrorStream());
      Daemon.of("feeds " + command.get(0), () -> feed(process, in)).start();
      if (!process.waitFor(longest.toSeconds(), TimeUnit.SECONDS)) {
        throw new ToolException(
            "%s did not end within %d s".formatted(command.get(0), longest.toSeconds()));
      }
      return new Ended(process.exitValue(), out.text(), err.text());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ToolException("interrupted while " + command.get(0) + " ran", e);
    } finally {
      // What it has started goes with it, as a compiler's own programs.
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static Process start(List<String> command, Path directory) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("TMPDIR", directory.toAbsolutePath().toString());
    try {
      return builder.start();
    } catch (IOException e) {
      String name = command.get(0);
      // What Java says of one that is not there is worded otherwise from release to release.
      throw isThere(name)
          ? new ToolException("cannot run " + name + ": " + e.getMessage(), e)
          : new ToolException(
              "no %s found; install: %s".formatted(name, PACKAGES.getOrDefault(name, name)), e);
    }
  }

  private static void feed(Process process, String in) {
    try (OutputStream stdin = process.getOutputStream()) {
      stdin.write(in.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      // It ended without reading all; its status says why.
    }
  }

  /** Reads a stream to its end, so that its writer never waits. */
  private static final class Drain {
    private static final Duration MOST_PATIENCE = Duration.ofSeconds(10);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Thread thread;

    Drain(InputStream stream) {
      this.thread = Daemon.of("drain", () -> drain(stream));
      thread.start();
    }

    private void drain(InputStream stream) {
      try (stream) {
        stream.transferTo(bytes);
      } catch (IOException e) {
        // What was read is what there is.
      }
    }

    /** To the end; or, if a child of the program keeps the stream open, what there is so far. */
    String text() throws InterruptedException {
      thread.join(MOST_PATIENCE.toMillis());
      return bytes.toString(StandardCharsets.ISO_8859_1);
    }
  }
}
