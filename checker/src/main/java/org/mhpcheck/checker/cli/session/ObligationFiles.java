package org.mhpcheck.checker.cli.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mhpcheck.checker.cli.console.CliException;
import org.mhpcheck.checker.prove.ObligationListener;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.reports.OutputFile;

/** Writes each obligation to a file of its own, in directories by its name. */
public final class ObligationFiles implements ObligationListener {
  private final Path directory;

  ObligationFiles(Path directory) {
    this.directory = directory;
  }

  /** What can be told before the work: that {@code directory} is a file. */
  public static void requireDirectory(Path directory) {
    if (Files.exists(directory) && !Files.isDirectory(directory)) {
      throw new CliException(
          ExitStatus.SYSTEM, "--export '%s': not a directory".formatted(directory));
    }
  }

  @Override
  public void onObligation(String name, String smtLib) {
    Path file = directory.resolve(name + ".smt2");
    try {
      Files.createDirectories(file.getParent());
    } catch (IOException e) {
      throw new CliException(
          ExitStatus.SYSTEM,
          "--export '%s': cannot make %s".formatted(directory, file.getParent()));
    }
    OutputFile.write(file, out -> out.write(smtLib.getBytes(StandardCharsets.UTF_8)));
  }
}
