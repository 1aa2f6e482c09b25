package org.mhpcheck.checker.cli.option;

import java.nio.file.Files;
import java.nio.file.Path;
import org.mhpcheck.checker.cli.console.CliException;
import org.mhpcheck.model.answer.ExitStatus;
import picocli.CommandLine.Option;

/** Options of every command that runs something: where results go, and how much is said. */
public final class OutputOptions {
  /** What runs are written into, unless they are told where to. */
  public static final Path DEFAULT_PARENT = Path.of("mhpcheck-out");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Directory of this run's files (default: mhpcheck-out/<time>).")
  public Path out;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the JSON summary here too.")
  public Path json;

  @Option(
      names = "--mail",
      paramLabel = "FILE",
      description = "Write the counterexamples as plain text for a mailing list, 72 columns wide.")
  public Path mail;

  @Option(names = "--quiet", description = "Result lines, summary and table only.")
  public boolean quiet;

  @Option(names = "--verbose", description = "Every counterexample, and every remark.")
  public boolean verbose;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Worker threads (default: one a processor). Results do not depend on it.")
  public Integer threads;

  /**
   * How many worker threads there are.
   *
   * @throws CliException if fewer than 1 were asked for
   */
  public int threads() {
    if (threads != null && threads < 1) {
      throw new CliException(
          ExitStatus.USAGE, "--threads is %d, expected at least 1".formatted(threads));
    }
    return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
  }

  /** The same for a run beside this one, in a directory called after it and {@code name}. */
  public OutputOptions beside(String name) {
    OutputOptions other = new OutputOptions();
    other.out = out == null ? null : named(out.toAbsolutePath().normalize(), name);
    other.quiet = quiet;
    other.verbose = verbose;
    other.threads = threads;
    return other;
  }

  private static Path named(Path directory, String name) {
    return directory.resolveSibling(directory.getFileName() + "-" + name);
  }

  /** What can be told before the work: that what is to be written has no place to be in. */
  public void requireFiles() {
    if (json != null) {
      requireFile("--json", json);
    }
    if (mail != null) {
      requireFile("--mail", mail);
    }
  }

  /** What can be told before the work: that {@code file} is none, or has no place to be in. */
  public static void requireFile(String option, Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file) || folder == null || !Files.isDirectory(folder)) {
      throw new CliException(
          ExitStatus.SYSTEM, "%s '%s': not a file in a directory".formatted(option, file));
    }
  }
}
