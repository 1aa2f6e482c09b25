package org.mhpcheck.checker.tool;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a program, whatever Java says of it. */
class CommandsTest {
  @TempDir private Path directory;

  private String refused(String program) {
    List<String> command = List.of(program);
    return assertThrows(ToolException.class, () -> Commands.run(command, "", directory))
        .getMessage();
  }

  private Path script(String text, String permissions) throws IOException {
    Path script = Files.writeString(directory.resolve("script"), text);
    return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString(permissions));
  }

  @Test
  void runsToItsEnd() {
    assertEquals(
        new Commands.Ended(3, "in", "err"),
        Commands.run(List.of("sh", "-c", "cat; printf err >&2; exit 3"), "in", directory));
  }

  @Test
  void isToBeInstalled() {
    assertEquals("no nowhere-to-be found; install: nowhere-to-be", refused("nowhere-to-be"));
    assertEquals("no /no/such found; install: /no/such", refused("/no/such"));
  }

  /** Nothing that installing it would mend. */
  @Test
  void cannotBeRun() throws IOException {
    String forbidden = script("#!/bin/sh\n", "rw-------").toString();
    assertTrue(refused(forbidden).startsWith("cannot run " + forbidden + ": "));
    String ofNoInterpreter = script("#!/no/such\n", "rwx------").toString();
    assertTrue(refused(ofNoInterpreter).startsWith("cannot run " + ofNoInterpreter + ": "));
  }

  /** So that its pipes are closed, too, and nobody waits for what it might still write. */
  @Test
  void leavesNothingBehind() {
    ToolException e =
        assertThrows(
            ToolException.class,
            () ->
                Commands.run(
                    List.of("sh", "-c", "sleep 61 & echo $! >child; wait"),
                    "",
                    directory,
                    Duration.ofSeconds(1)));
    assertEquals("sh did not end within 1 s", e.getMessage());
    long child =
        assertDoesNotThrow(
            () -> Long.parseLong(Files.readString(directory.resolve("child")).strip()));
    Optional<ProcessHandle> left = ProcessHandle.of(child);
    left.ifPresent(p -> p.onExit().orTimeout(10, TimeUnit.SECONDS).join());
  }

  @Test
  void doesNotEnd() {
    ToolException e =
        assertThrows(
            ToolException.class,
            () -> Commands.run(List.of("sleep", "60"), "", directory, Duration.ofSeconds(1)));
    assertEquals("sleep did not end within 1 s", e.getMessage());
  }
}
