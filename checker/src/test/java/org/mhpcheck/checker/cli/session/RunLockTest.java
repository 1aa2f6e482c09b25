package org.mhpcheck.checker.cli.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mhpcheck.checker.cli.CommandLineRun;
import org.mhpcheck.checker.cli.console.CliException;
import org.mhpcheck.model.answer.ExitStatus;

/** One run at a time in a directory. */
class RunLockTest {
  @TempDir Path directory;

  @Test
  void aSecondRunIsRefusedUntilTheFirstHasEnded() {
    RunLock first = RunLock.of(directory.resolve("new"));
    CliException e = assertThrows(CliException.class, () -> RunLock.of(directory.resolve("new")));
    assertEquals(ExitStatus.SYSTEM, e.status());
    assertTrue(e.getMessage().startsWith("another run is being written into "), e.getMessage());
    RunLock.of(directory.resolve("other")).release();
    first.release();
    RunLock.of(directory.resolve("new")).release();
  }

  @Test
  void whatCannotBeLockedIsToldOf() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");
    CliException e = assertThrows(CliException.class, () -> RunLock.of(file));
    assertEquals(ExitStatus.SYSTEM, e.status());
    assertTrue(e.getMessage().startsWith("cannot take the lock of "), e.getMessage());
  }

  /** What nightly says of it. */
  @Test
  void nightlyDoesNotWriteWhereAnotherDoes() throws IOException {
    RunLock other = RunLock.of(directory.resolve("out"));
    try {
      CommandLineRun.withOut("nightly", directory, "--only history/b02*")
          .endsWith(153)
          .complains("another run is being written into " + directory.resolve("out"));
    } finally {
      other.release();
    }
    assertTrue(Files.notExists(directory.resolve("out/summary.json")));
  }
}
