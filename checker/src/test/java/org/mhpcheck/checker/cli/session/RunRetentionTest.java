package org.mhpcheck.checker.cli.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mhpcheck.checker.cli.console.CliException;
import org.mhpcheck.model.answer.ExitStatus;

/** Which runs are deleted, and that nothing else ever is. */
class RunRetentionTest {
  private static final Instant LATER = Instant.now().plus(Duration.ofDays(1));

  @TempDir Path parent;

  private void make(String name) throws IOException {
    Files.createDirectories(parent.resolve(name).resolve("traces"));
    Files.writeString(parent.resolve(name).resolve("traces/a.itf.json"), "{}");
    Files.writeString(parent.resolve(name).resolve("summary.json"), "{}");
  }

  private Set<String> names() throws IOException {
    try (Stream<Path> entries = Files.list(parent)) {
      return entries.map(e -> e.getFileName().toString()).collect(Collectors.toSet());
    }
  }

  @Test
  void theOldestGo() throws IOException {
    for (String name :
        List.of(
            "2025-01-02T03-04-05Z",
            "2025-01-02T03-04-05Z-2",
            "2025-01-02T03-04-05Z-10",
            "2024-12-31T00-00-00Z")) {
      make(name);
    }
    assertEquals(
        List.of(parent.resolve("2024-12-31T00-00-00Z"), parent.resolve("2025-01-02T03-04-05Z")),
        RunRetention.keep(parent, 2, LATER));
    assertEquals(Set.of("2025-01-02T03-04-05Z-2", "2025-01-02T03-04-05Z-10"), names());
    assertEquals(List.of(), RunRetention.keep(parent, 2, LATER));
  }

  /** Runs of another name, files, links and what they lead to. */
  @Test
  void nothingElseGoes() throws IOException {
    for (String name : List.of("mine", "2025-01-02", "2025-01-02T03-04-05Z-x", "kept")) {
      make(name);
    }
    Files.createSymbolicLink(parent.resolve("2020-01-02T03-04-05Z"), parent.resolve("kept"));
    Files.writeString(parent.resolve("2021-01-02T03-04-05Z"), "a file");
    make("2025-01-02T03-04-05Z");
    Set<String> before = names();
    assertEquals(List.of(), RunRetention.keep(parent, 1, LATER));
    assertEquals(before, names());
  }

  /** One that was gone on with has the name of the day it began. */
  @Test
  void whatTheCallerHasWrittenStaysHoweverOldItsName() throws IOException {
    make("2024-12-31T00-00-00Z");
    make("2025-01-02T03-04-05Z");
    Instant began = Instant.now().minus(Duration.ofHours(1));
    assertEquals(List.of(), RunRetention.keep(parent, 1, began));
    assertEquals(Set.of("2024-12-31T00-00-00Z", "2025-01-02T03-04-05Z"), names());
  }

  @Test
  void whatMayBeGoingOnStaysForSomeDays() throws IOException {
    Path going = Files.createDirectory(parent.resolve("2024-12-31T00-00-00Z"));
    make("2025-01-02T03-04-05Z");
    assertEquals(List.of(), RunRetention.keep(parent, 1, LATER));
    Instant muchLater = LATER.plus(Duration.ofDays(2));
    assertEquals(List.of(going), RunRetention.keep(parent, 1, muchLater));
  }

  @Test
  void whatWasLeftByOneThatWasKilledGoesToo() throws IOException {
    make(".2024-12-31T00-00-00Z.gone");
    make(".mine.gone");
    assertEquals(List.of(), RunRetention.keep(parent, 1, LATER));
    assertEquals(Set.of(".mine.gone"), names());
  }

  @Test
  void aParentThatIsNotThereIsToldOf() {
    CliException e =
        assertThrows(CliException.class, () -> RunRetention.keep(parent.resolve("no"), 1, LATER));
    assertEquals(ExitStatus.SYSTEM, e.status());
    assertTrue(e.getMessage().startsWith("cannot list the runs in "), e.getMessage());
  }
}
