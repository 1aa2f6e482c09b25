package org.mhpcheck.reports.itf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mhpcheck.model.answer.CallsAtHand;
import org.mhpcheck.model.answer.Script;
import org.mhpcheck.model.caller.Caller;
import org.mhpcheck.model.caller.Operation;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.state.Geometry;
import org.mhpcheck.reports.TraceMaker;

class ItfReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          "ITF" | "XTF" | #meta.format: found "XTF", expected "ITF"
          "mhpcheck" | "quint" | #meta.tool: found "quint", expected "mhpcheck"
          "tool" | "tol" | #meta.tool is missing in an mhpcheck trace
          "v5.4" | "v5.44" | #meta.design: found "v5.44", release v5.44 is not catalogued, the nearest is v5.19
          "v5.4" | "v5.4+8068df3b6038" | #meta.design: found "v5.4+8068df3b6038", v5.4+8068df3b6038: no change is named 8068df3b6038, did you mean 8068df3b6037? (hashes need at least 7 digits)
          "sections" : 1 | "sections" : 9 | #meta.sections: found 9, expected a whole number, 1 to 8
          "sections" : 1 | "sections" : 1.0 | #meta.sections: found 1.0, expected a whole number, 1 to 8
          [ "1111" ] | [ "11111" ] | #meta.boot[0]: found "11111", expected 4 digits 0 and 1
          [ "1111" ] | [ ] | #meta.boot: found a list with nothing in it, expected a bitmap for each of 1 section
          "arch_add_memory" | "arch_ad_memory" | states[2].#meta.action: found "arch_ad_memory", did you mean arch_add_memory?
          "index" : 2 | "index" : 3 | states[2].#meta.index: found 3, expected 2
          "to" : 4 | "to" : 5 | states[1].#meta.args.to: found 5, expected a whole number, 1 to 4
          "states" : | "states" : 7, "x" : | states: found 7, expected a list
          "x86_64" | "x86" | #meta.arch: found "x86", did you mean x86_64?
          "block" : 1 | "block" : 2 | #meta.block: found 2, expected 1
          "node" : 0 | "node" : 1024 | #meta.node: found 1024, expected a whole number, 0 to 1023
          "node" : | "nod" : | #meta.node is missing in an mhpcheck trace
          "taint" : false | "taint" : 0 | states[0].sections[0].taint: found 0, expected true or false
          "linear_map" : "0000" | "linear_map" : "00" | states[0].sections[0].linear_map: found "00", expected 4 digits 0 and 1
          """)
  void whatIsWrongIsNamedWithWhereItStands(String from, String to, String message)
      throws IOException {
    String written = new String(ItfRoundTripTest.write(TraceMaker.b01()), StandardCharsets.UTF_8);
    assertTrue(written.contains(from), from);
    assertEquals("t.itf.json: " + message, refusal(written.replace(from, to)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          "device" ] | "devise" ] | #meta.callers[0]: found "devise", did you mean device?
          "device" ] | ] | #meta.callers: found a list with nothing in it, expected at least one
          "none", | "inaccessible", | #meta.altmaps[0]: found "inaccessible", v5.4 knows no inaccessible altmap: it lacks c5f1e2d18909 (inaccessible-altmap)
          "altmaps" | "altmap" | #meta.altmaps is missing in an mhpcheck trace
          "faults" : true | "faults" : 1 | #meta.faults: found 1, expected true or false
          """)
  void theCallsAtHandAreHeldAgainstThoseThereAre(String from, String to, String message)
      throws IOException {
    CallsAtHand atHand =
        new CallsAtHand(List.of(Caller.DEVICE), List.of(Altmap.NONE, Altmap.ALTMAP), true);
    byte[] bytes = ItfRoundTripTest.write(TraceMaker.with(TraceMaker.b01(), atHand));
    String written = new String(bytes, StandardCharsets.UTF_8);
    assertTrue(written.contains(from), written);
    assertEquals("t.itf.json: " + message, refusal(written.replace(from, to)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 | altmp        | found "altmp", did you mean altmap?
          1 | inaccessible | found "inaccessible", v5.4 knows no inaccessible altmap: it lacks \
          c5f1e2d18909 (inaccessible-altmap)
          """)
  void anAltmapIsHeldAgainstThoseThereAre(int state, String altmap, String message)
      throws IOException {
    assertEquals(
        "t.itf.json: states[%d].#meta.args.altmap: %s".formatted(state, message),
        refusal(withAltmap("v5.4", altmap)));
  }

  @Test
  void anAltmapIsOneThatTheCallMayBeToldOf() throws IOException {
    assertEquals(
        "t.itf.json: states[1].#meta.args.altmap: found \"inaccessible\", arch_remove_memory is"
            + " never told of it",
        refusal(withAltmap("v6.12", "inaccessible")));
  }

  @Test
  void noAltmapMayBeSaidToo() throws IOException {
    byte[] said = withAltmap("v5.4", "none").getBytes(StandardCharsets.UTF_8);
    assertEquals(TraceMaker.b01().script(), ItfRoundTripTest.read(said));
  }

  /** What no caller could do is no trace; else it were done somehow, or ended in an error. */
  @ParameterizedTest
  @CsvSource({
    "v5.2,memremap_pages,0,4,false",
    "v5.2,memremap_pages,0,3,true",
    "v6.12,memremap_pages,0,4,false",
    "v6.12,add_memory,0,4,false",
    "v6.12,add_memory,0,8,false",
    "v6.12,add_memory,1,4,true",
    "v6.12,add_memory,0,3,true",
    "v6.12,online_pages,0,8,true",
    "v6.12,online_pages,4,8,false",
    "v6.12,sparse_add_section,4,4,false",
    "v6.12,sparse_add_section,1,1,true",
    "v6.12,sparse_add_section,3,5,true",
    "v5.2,sparse_add_section,0,0,true"
  })
  void aCallIsOneThatThereIs(String design, String operation, int from, int to, boolean refused)
      throws IOException {
    String written =
        new String(
            ItfRoundTripTest.write(
                new TraceMaker("v6.12", new Geometry(2, 4), BootLayout.ABSENT, BootLayout.ABSENT)
                    .call(Operation.ARCH_ADD_MEMORY, 0, 8)
                    .trace()),
            StandardCharsets.UTF_8);
    assertTrue(written.contains("\"from\" : 0"), written);
    String changed =
        written
            .replace("\"v6.12\"", "\"" + design + "\"")
            .replace("\"arch_add_memory\"", "\"" + operation + "\"")
            .replace("\"from\" : 0", "\"from\" : " + from)
            .replace("\"to\" : 8", "\"to\" : " + to);
    if (!refused) {
      Script script = ItfRoundTripTest.read(changed.getBytes(StandardCharsets.UTF_8));
      assertEquals(from, script.calls().get(0).call().from());
      assertEquals(to, script.calls().get(0).call().to());
    } else {
      assertEquals(
          "t.itf.json: states[1].#meta.args.to: found %d, expected the end of a range that %s is"
                  .formatted(to, operation)
              + " called with in %s, from %d on".formatted(design, from),
          refusal(changed));
    }
  }

  /** The trace of B01 with an altmap in each of its calls. */
  private static String withAltmap(String design, String altmap) throws IOException {
    String written = new String(ItfRoundTripTest.write(TraceMaker.b01()), StandardCharsets.UTF_8);
    assertTrue(written.contains("\"to\" : 4"));
    return written
        .replace("\"v5.4\"", "\"" + design + "\"")
        .replace("\"to\" : 4", "\"to\" : 4, \"altmap\": \"" + altmap + "\"");
  }

  @Test
  void aFaultPointIsHeldAgainstThoseThereAre() throws IOException {
    String written = new String(ItfRoundTripTest.write(TraceMaker.b01()), StandardCharsets.UTF_8);
    String fault = "\"fault\":{\"section\":1,\"point\":\"usge\",\"occurrence\":0},\"index\" : 1";
    assertEquals(
        "t.itf.json: states[1].#meta.fault.point: found \"usge\", did you mean usage?",
        refusal(written.replace("\"index\" : 1", fault)));
  }

  @Test
  void jsonThatIsNoneIsNamedWithLineAndColumn() {
    String message = refusal("{\n  \"a\" : }\n");
    assertTrue(message.startsWith("t.itf.json:2:"), message);
    assertTrue(message.contains("not JSON"), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      nullValues = "EMPTY",
      textBlock =
          """
          EMPTY | the file: found nothing, expected an object with #meta
          null | the file: found null, expected an object with #meta
          [1] | the file: found a list, expected an object with #meta
          {} | #meta is missing in an mhpcheck trace
          {"#meta":7} | #meta: found 7, expected an object with format
          """)
  void whatIsNoTraceIsRefused(String content, String message) {
    assertEquals("t.itf.json: " + message, refusal(content == null ? "" : content));
  }

  @Test
  void deepNestingIsRefused() {
    assertTrue(refusal("[".repeat(100_000)).contains("not JSON"));
  }

  @Test
  void aFileThatIsNotThereIsNamed(@TempDir Path directory) {
    Path file = directory.resolve("none.itf.json");
    TraceFileException e = assertThrows(TraceFileException.class, () -> ItfReader.read(file));
    assertEquals("cannot read %s: there is no %s".formatted(file, file), e.getMessage());
  }

  private static String refusal(String content) {
    return assertThrows(
            TraceFileException.class,
            () -> ItfRoundTripTest.read(content.getBytes(StandardCharsets.UTF_8)))
        .getMessage();
  }
}
