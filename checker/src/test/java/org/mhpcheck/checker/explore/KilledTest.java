package org.mhpcheck.checker.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed in the middle of an exploration leaves what another goes on with. */
class KilledTest {
  private static final long KEPT = 2_000;
  private static final int SIGKILL = 128 + 9;

  @Test
  void isGoneOnWith(@TempDir Path directory) throws IOException, InterruptedException {
    Path file = directory.resolve("exploration");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SlowChain.class.getName(),
                file.toString())
            .inheritIO()
            .start();
    try {
      while (process.isAlive() && !(Files.exists(file) && Files.size(file) > KEPT)) {
        LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
      }
    } finally {
      process.destroyForcibly();
    }
    assertEquals(SIGKILL, process.waitFor(), "it was killed, and did not end by itself");
    Exploration resumed = SlowChain.explore(file, true, Duration.ZERO);
    assertEquals(SlowChain.LENGTH + 1, resumed.states());
    assertEquals(2 * SlowChain.LENGTH, resumed.transitions());
    assertEquals(SlowChain.LENGTH, resumed.depth());
    assertEquals(SlowChain.LENGTH + 1, resumed.violations().get(0).path().size());
    assertFalse(Files.exists(file));
  }
}
