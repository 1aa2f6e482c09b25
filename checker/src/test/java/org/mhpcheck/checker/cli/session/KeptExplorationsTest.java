package org.mhpcheck.checker.cli.session;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptExplorationsTest {
  private static final Instant NOW = Instant.now();

  @TempDir private Path directory;

  private Path keptSince(int days) throws IOException {
    Path file = Files.writeString(directory.resolve("of-" + days), "levels");
    return Files.setLastModifiedTime(file, FileTime.from(NOW.minus(Duration.ofDays(days))));
  }

  @Test
  void whatIsOlderThanAMonthGoes() throws IOException {
    Path old = keptSince(31);
    Path young = keptSince(29);
    KeptExplorations.deleteForgotten(directory, NOW);
    assertFalse(Files.exists(old));
    assertTrue(Files.exists(young));
    KeptExplorations.deleteForgotten(directory.resolve("none"), NOW);
  }
}
