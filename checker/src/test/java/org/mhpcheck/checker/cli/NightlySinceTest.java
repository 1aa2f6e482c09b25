package org.mhpcheck.checker.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a nightly run tells of the one before. */
class NightlySinceTest {
  @TempDir private Path parent;

  private CommandLineRun nightly(String name, String... more) {
    String[] all = {
      "nightly", "--only", "history/b01-readded-early-usage", "--out", parent.resolve(name) + ""
    };
    String[] arguments = Arrays.copyOf(all, all.length + more.length);
    System.arraycopy(more, 0, arguments, all.length, more.length);
    return CommandLineRun.of(arguments);
  }

  @Test
  void theDifferenceIsToldAfterTheTable() throws IOException {
    nightly("1").endsWith(0).hasNoLine("since ");
    CommandLineRun second = nightly("2").endsWith(0).hasLine("since ");
    assertTrue(second.out().contains("Z: 0 new, 0 changed, 0 lost, 0 fixed"), second.out());
    assertTrue(second.out().indexOf("\nsince ") > second.out().indexOf("\nid "), second.out());

    Path summary = parent.resolve("2/summary.json");
    Files.writeString(
        summary,
        Files.readString(summary)
            .replaceFirst("\"verdict\" : \"VIOLATED\"", "\"verdict\" : \"HOLDS\""));
    Path broken = Files.createDirectory(parent.resolve("broken"));
    Files.writeString(broken.resolve("summary.json"), "[]");
    nightly("3")
        .endsWith(0) // what differs does not change what the run itself comes to
        .hasLine("NEW history/b01-readded-early-usage@")
        .complains("not compared: ");
    nightly("4", "--quiet").endsWith(0).hasNoLine("since ").hasNoLine("NEW ");
  }
}
