package org.mhpcheck.checker.cli.session;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.mhpcheck.checker.cli.console.CliException;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.reports.text.IoReason;

/**
 * That one run at a time is written into a directory. The system takes the lock back when the
 * process ends, however it ends; the file it is on stays.
 */
public final class RunLock {
  private static final String NAME = ".lock";

  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock of {@code directory}, which is made if need be.
   *
   * @throws CliException if another run has it, or it cannot be made
   */
  public static RunLock of(Path directory) {
    try {
      Files.createDirectories(directory);
      FileChannel channel =
          FileChannel.open(
              directory.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (isTaken(channel)) {
        return new RunLock(channel);
      }
      channel.close();
    } catch (IOException e) {
      throw new CliException(
          ExitStatus.SYSTEM, "cannot take the lock of %s: %s".formatted(directory, IoReason.of(e)));
    }
    throw new CliException(
        ExitStatus.SYSTEM, "another run is being written into " + directory + ": wait for its end");
  }

  private static boolean isTaken(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false; // by this very process
    }
  }

  public void release() {
    try {
      channel.close();
    } catch (IOException e) {
      // The lock goes with the process.
    }
  }
}
