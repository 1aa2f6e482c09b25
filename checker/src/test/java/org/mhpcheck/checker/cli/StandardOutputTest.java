package org.mhpcheck.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mhpcheck.checker.cli.console.Console;
import org.mhpcheck.checker.cli.console.Environment;
import org.mhpcheck.checker.cli.console.Interrupt;

/** What nobody could read is no success; a violation stays one. */
class StandardOutputTest {
  @TempDir private Path directory;

  /** A disk that is full. */
  private static final class Full extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("No space left on device");
    }
  }

  @ParameterizedTest
  @CsvSource({"v5.5, 153", "v5.4, 12"})
  void thatIsFull(String design, int status) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new PrintStream(new Full(), true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            false,
            80);
    String arguments =
        "check --design %s --sections 1 --subsections 4 --property boot-usage-never-freed --out %s"
            .formatted(design, directory.resolve("out"));
    List<String> words = List.of(arguments.split(" "));
    assertEquals(status, Main.run(new Environment(console, new Interrupt(), words)));
    assertEquals(
        "mhpcheck: standard output cannot be written\n", err.toString(StandardCharsets.UTF_8));
    assertTrue(Files.exists(directory.resolve("out/summary.json")));
  }
}
