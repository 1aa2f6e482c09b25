package org.mhpcheck.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same question gives the same summary, whoever computes it, but for times. */
class SameAnswersTest {
  @TempDir private Path directory;

  private JsonNode summary(String arguments, int threads) throws IOException {
    Path out = directory.resolve(String.valueOf(threads));
    CommandLineRun.check(out, arguments + " --threads " + threads);
    ObjectNode summary =
        (ObjectNode) new ObjectMapper().readTree(out.resolve("out/summary.json").toFile());
    removeTimes(summary);
    return summary;
  }

  private static void removeTimes(ObjectNode summary) {
    summary.remove("started");
    summary.remove("seconds");
    summary.remove("command"); // holds the number of threads, and the directory
    for (JsonNode finding : summary.get("findings")) {
      ObjectNode statistics = (ObjectNode) finding.get("statistics");
      statistics.remove("seconds");
      statistics.remove("transitionsPerSecond");
      statistics.remove("bytesPerState");
      statistics.remove("bytes");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--design v5.4 --sections 1 --subsections 4 --faults",
        "--design v5.8 --sections 2 --subsections 4 --callers device",
        "--design v6.12 --sections 2 --subsections 4 --callers device --faults",
        "--design v5.3 --sections 1 --subsections 4 --callers direct,device",
        "history/b01-readded-early-usage latent/l01-add-without-rollback",
      })
  void forAnyNumberOfThreads(String arguments) throws IOException {
    JsonNode one = summary(arguments, 1);
    assertTrue(one.get("findings").size() > 3);
    assertEquals(one, summary(arguments, 2));
    assertEquals(one, summary(arguments, 3));
  }

  @Test
  void ofProofsToo() throws IOException {
    String arguments = "--design v5.4 --arch ppc64 --property boot-usage-never-freed";
    assertEquals(proof(arguments, 1), proof(arguments, 2));
  }

  private JsonNode proof(String arguments, int threads) throws IOException {
    Path out = directory.resolve(String.valueOf(threads));
    CommandLineRun.withOut("prove", out, arguments + " --threads " + threads).endsWith(12);
    ObjectNode summary =
        (ObjectNode) new ObjectMapper().readTree(out.resolve("out/summary.json").toFile());
    removeTimes(summary);
    return summary;
  }
}
