package org.mhpcheck.checker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A trace that was changed is refused, whatever was changed, in one line. */
class TamperedTraceTest {
  @TempDir private static Path directory;

  private static String trace;

  @BeforeAll
  static void makeATrace() throws IOException {
    CommandLineRun.check(
            directory,
            "--design v5.4 --sections 1 --subsections 4 --property boot-usage-never-freed")
        .endsWith(12);
    try (Stream<Path> files = Files.list(directory.resolve("out/traces"))) {
      trace = Files.readString(files.findFirst().orElseThrow());
    }
  }

  private static CommandLineRun replay(String text) throws IOException {
    Path file = directory.resolve("tampered.itf.json");
    Files.writeString(file, text);
    return CommandLineRun.of("replay", file.toString());
  }

  private static void refused(String text, String why) throws IOException {
    CommandLineRun run = replay(text).endsWith(150).complains("tampered.itf.json");
    run.complains(why);
    assertEquals(List.of(), run.out().lines().toList());
    assertEquals(1, run.err().lines().count(), run.err());
  }

  private static String changed(String from, String to) {
    String text = trace.replace(from, to);
    assertFalse(text.equals(trace), "'" + from + "' is not in the trace");
    return text;
  }

  @Test
  void untouchedItIsReplayed() throws IOException {
    replay(trace).endsWith(12);
  }

  /** That a trace breaks its property no more is an answer, and no fault of the file. */
  private static void mended(String text, String how) throws IOException {
    CommandLineRun run = replay(text).endsWith(0);
    assertTrue(run.out().contains(how), run.out());
    assertEquals("", run.err());
  }

  @Test
  void aPropertyThatThereIsNot() throws IOException {
    refused(
        changed("\"boot-usage-never-freed\"", "\"boot-usage\""),
        "no property of traces is named 'boot-usage'");
  }

  @Test
  void anotherPropertyIsNotBroken() throws IOException {
    mended(
        changed("\"boot-usage-never-freed\"", "\"boot-usage-is-reserved\""),
        "replayed in v5.4, the trace does not break boot-usage-is-reserved");
  }

  /** The states are recorded of one design and one sequence of calls, and of no other. */
  private static void hasOtherStates(String text, String which) throws IOException {
    CommandLineRun run = replay(text).endsWith(150).complains("tampered.itf.json");
    run.complains("its states are not what comes of its calls in ");
    run.complains(which);
    assertEquals(1, run.err().lines().count(), run.err());
  }

  @Test
  void anotherDesignComesToOtherStates() throws IOException {
    hasOtherStates(changed("\"v5.4\"", "\"v5.5\""), "in v5.5: states[3]: section 1 is recorded");
  }

  @Test
  void anotherStateThanIsReplayed() throws IOException {
    String map = "\"map\" : \"0000\"";
    assertTrue(trace.contains(map), trace);
    hasOtherStates(
        trace.replaceFirst(map, "\"map\" : \"0001\""),
        "states[1]: section 1 is recorded as '----  base null_encoded  usage boot  map 0001");
    hasOtherStates(changed("\"usage\" : \"boot\"", "\"usage\" : \"slab\""), "states[0]: ");
  }

  @Test
  void anotherReturnCodeThanIsReplayed() throws IOException {
    int at = trace.lastIndexOf("\"#bigint\" : \"0\"");
    hasOtherStates(
        trace.substring(0, at) + trace.substring(at).replaceFirst("\"0\"", "\"-17\""),
        "states[3]: -17 is recorded as returned, replayed it is 0");
  }

  @Test
  void showSaysSoToo() throws IOException {
    Path file = directory.resolve("tampered.itf.json");
    Files.writeString(file, changed("\"usage\" : \"boot\"", "\"usage\" : \"slab\""));
    CommandLineRun.of("show", file.toString()).endsWith(150).complains("states[0]: ");
  }

  @Test
  void aDesignThatThereIsNot() throws IOException {
    refused(changed("\"v5.4\"", "\"v5.44\""), "the nearest is v5.19");
  }

  @Test
  void anotherRangeComesToOtherStates() throws IOException {
    hasOtherStates(trace.replaceFirst("\"to\" ?: ?4", "\"to\": 3"), "states[1]: section 1");
  }

  @Test
  void aRangeBeyondTheSections() throws IOException {
    refused(trace.replaceFirst("\"to\" ?: ?4", "\"to\": 5"), "found 5, expected");
  }

  @Test
  void aCallThatThereIsNot() throws IOException {
    refused(changed("\"arch_add_memory\"", "\"arch_ad_memory\""), "did you mean arch_add_memory?");
  }

  @Test
  void aFormatOfOthers() throws IOException {
    refused(changed("\"ITF\"", "\"PDF\""), "found \"PDF\", expected \"ITF\"");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.01, 0.3, 0.7, 0.99})
  void truncated(double part) throws IOException {
    refused(trace.substring(0, (int) (part * trace.length())), "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "<xml/>", "{}", "[]", "null", "3", "{\"#meta\": {}}", "\0"})
  void noTraceAtAll(String text) throws IOException {
    refused(text, "");
  }

  @Test
  void textBehindIt() throws IOException {
    refused(trace + "more", "");
  }

  @Test
  void bytesThatAreNoText() throws IOException {
    Path file = directory.resolve("tampered.itf.json");
    Files.write(file, "{\"\u00e9\": 1}".getBytes(StandardCharsets.ISO_8859_1));
    CommandLineRun.of("replay", file.toString()).endsWith(150).complains("tampered.itf.json");
  }

  @Test
  void aFileThatThereIsNot() {
    CommandLineRun.of("replay", directory.resolve("none.itf.json").toString())
        .endsWith(150)
        .complains("none.itf.json");
  }

  @Test
  void aDirectory() {
    CommandLineRun.of("show", directory.toString()).endsWith(150).complains("not a regular file");
  }
}
