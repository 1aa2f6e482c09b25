package org.mhpcheck.reports.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.model.answer.Verdict;
import org.mhpcheck.model.caller.Call;
import org.mhpcheck.model.caller.Operation;
import org.mhpcheck.model.kernel.Altmap;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.state.Geometry;
import org.mhpcheck.reports.RunMaker;
import org.mhpcheck.reports.TraceMaker;
import org.mhpcheck.reports.ZonedTrace;

class RunWriterTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonSchema SCHEMA = schema();

  private static JsonSchema schema() {
    try (InputStream in = RunWriter.class.getResourceAsStream("summary.schema.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RunReport everyVerdict() {
    return RunMaker.run(
        false,
        ExitStatus.VIOLATED,
        RunMaker.violated(),
        RunMaker.holds(),
        RunMaker.vacuous(),
        RunMaker.inconclusive(),
        RunMaker.numbers(),
        withFaultsAndOwners(),
        withAltmaps(),
        withZones());
  }

  private static Finding withZones() {
    return RunMaker.finding(
        "zones",
        new Verdict.Violated(RunMaker.EXHAUSTIVE, ZonedTrace.b20()),
        Optional.empty(),
        Finding.Grade.NONE);
  }

  @Test
  void spansAreSaidWhereTheyAreKept() throws IOException {
    JsonNode trace = json(everyVerdict()).at("/findings/7/trace");
    assertEquals(3, trace.get("firstSection").intValue());
    assertEquals(0, trace.at("/bootSpans/node/spanned").intValue());
    assertEquals(6, trace.at("/calls/0/spans/device/start").intValue());
    assertEquals("10", trace.at("/calls/0/after/0/memmap/pages/reserve").textValue());
    JsonNode asked = trace.at("/calls/1/onSpans/0");
    assertEquals("page_to_nid", asked.get("function").textValue());
    assertEquals("misuse", asked.at("/events/0/severity").textValue());
    assertEquals("ZONE_DEVICE", trace.at("/calls/1/onSpans/1/found").textValue());
    JsonNode other = json(everyVerdict()).at("/findings/6/trace");
    assertTrue(other.at("/bootSpans").isMissingNode());
    assertTrue(other.at("/calls/0/onSpans").isMissingNode());
    assertTrue(other.at("/boot/0/memmap/pages").isMissingNode());
  }

  private static Finding withAltmaps() {
    Call map = new Call(Operation.MEMREMAP_PAGES, 4, 6, Altmap.ALTMAP);
    Call add = new Call(Operation.ARCH_ADD_MEMORY, 6, 8, Altmap.INACCESSIBLE);
    return RunMaker.finding(
        "altmaps",
        new Verdict.Violated(
            RunMaker.EXHAUSTIVE,
            new TraceMaker("v6.12-debian", new Geometry(2, 4), BootLayout.FULL, BootLayout.ABSENT)
                .call(map, 0)
                .call(add, 0)
                .trace()),
        Optional.empty(),
        Finding.Grade.NONE);
  }

  @Test
  void anAltmapIsSaidOfCallsStepsOwnersAndMemmaps() throws IOException {
    JsonNode calls = json(everyVerdict()).at("/findings/6/trace/calls");
    assertEquals("altmap", calls.at("/0/altmap").textValue());
    assertEquals("altmap", calls.at("/0/steps/2/altmap").textValue());
    assertEquals("1100", calls.at("/0/after/1/owners/altmap").textValue());
    assertEquals("inaccessible", calls.at("/1/altmap").textValue());
    assertEquals("misuse", calls.at("/1/steps/0/events/0/severity").textValue());
    assertEquals("1111", calls.at("/1/after/1/memmap/altmap").textValue());
    assertTrue(json(everyVerdict()).at("/findings/0/trace/calls/0/altmap").isMissingNode());
  }

  private static Finding withFaultsAndOwners() {
    return RunMaker.finding(
        "device",
        new Verdict.Violated(
            RunMaker.EXHAUSTIVE,
            new TraceMaker("v6.12", new Geometry(2, 4), BootLayout.FULL, BootLayout.ABSENT)
                .call(Operation.MEMREMAP_PAGES, 4, 6)
                .call(Operation.ARCH_ADD_MEMORY, 6, 8, 2)
                .trace()),
        Optional.empty(),
        Finding.Grade.NONE);
  }

  @Test
  void everyVerdictMeetsTheSchema() throws IOException {
    JsonNode run = json(everyVerdict());
    assertEquals("[]", SCHEMA.validate(run).toString());
    assertEquals("memmap", run.at("/findings/5/trace/calls/1/fault/point").textValue());
    assertEquals("traces/a.itf.json", run.at("/findings/0/traceFile").textValue());
  }

  @Test
  void aTreesRunSaysWhatItWasMadeOfAndWhere() throws IOException {
    JsonNode run = json(RunMaker.runOfTree());
    assertEquals("[]", SCHEMA.validate(run).toString());
    assertEquals("linux-5.4.99", run.at("/findings/0/kernel").textValue());
    assertEquals("v5.4", run.at("/findings/0/design").textValue());
    assertEquals("linux-5.4.99", run.at("/kernels/0/name").textValue());
    assertEquals("fix.patch", run.at("/kernels/0/patch/file").textValue());
    assertEquals(64, run.at("/kernels/0/files").get("mm/a.c").textValue().length());
    JsonNode call = run.at("/findings/0/trace/calls/2");
    assertEquals(12, call.at("/place/line").intValue());
    assertEquals("mm/a.c", call.at("/steps/0/place/file").textValue());
    assertEquals("section_activate", call.at("/steps/0/failedAt/function").textValue());
    assertEquals(34, call.at("/steps/0/events/0/line").intValue());
    assertFalse(run.at("/findings/0/trace/beside/breaks").booleanValue());
  }

  @Test
  void aFindingHasTheWordsOfItsResultLine() throws IOException {
    JsonNode finding =
        json(RunMaker.run(true, ExitStatus.OK, RunMaker.violated())).at("/findings/0");
    assertEquals("VIOLATED", finding.get("verdict").textValue());
    assertEquals(
        "history/b01-readded-early-usage@v5.4/boot-usage-never-freed",
        finding.get("id").textValue());
    assertEquals("exhaustive", finding.at("/reach/word").textValue());
    assertEquals(3, finding.get("depth").intValue());
    assertEquals("expected", finding.get("grade").textValue());
    assertEquals(
        "boot_usage_freed", finding.at("/trace/calls/2/steps/0/events/0/event").textValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"complete", "exitStatus", "findings", "notAsked", "command", "format"})
  void nothingThatMakesARunWhatItIsCanBeLeftOut(String field) throws IOException {
    ObjectNode run = json(everyVerdict());
    run.remove(field);
    assertFalse(SCHEMA.validate(run).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/findings/0", "/findings/0/trace", "/findings/0/trace/boot/0"})
  void nothingElseCanBeAdded(String where) throws IOException {
    ObjectNode run = json(everyVerdict());
    ((ObjectNode) run.at(where)).put("more", 1);
    assertFalse(SCHEMA.validate(run).isEmpty());
  }

  @Test
  void aVerdictCannotBeWithoutItsEvidence() throws IOException {
    assertEvidenceNeeded(0, "trace");
    assertEvidenceNeeded(2, "premise");
    assertEvidenceNeeded(3, "reason");
    assertEvidenceNeeded(4, "numbers");
  }

  @Test
  void aViolationCannotBeTurnedIntoAPass() throws IOException {
    ObjectNode run = json(everyVerdict());
    ((ObjectNode) run.at("/findings/0")).put("verdict", "HOLDS");
    assertFalse(SCHEMA.validate(run).isEmpty());
  }

  private static void assertEvidenceNeeded(int finding, String evidence) throws IOException {
    ObjectNode run = json(everyVerdict());
    ((ObjectNode) run.at("/findings/" + finding)).remove(evidence);
    assertFalse(SCHEMA.validate(run).isEmpty(), evidence);
  }

  @Test
  void onlyTheNamedFieldsDependOnTheClock() throws IOException {
    String once = text(RunMaker.run(true, ExitStatus.OK, RunMaker.violated()));
    String again =
        text(
            RunMaker.run(
                Instant.parse("2031-01-01T00:00:00Z"),
                Duration.ofHours(2),
                true,
                ExitStatus.OK,
                RunMaker.violated()));
    assertTrue(!once.equals(again));
    assertEquals(timeless(once), timeless(again));
  }

  private static String timeless(String json) {
    return json.replaceAll("\"(started|seconds)\" : [^,\n]*", "");
  }

  private static ObjectNode json(RunReport report) throws IOException {
    return (ObjectNode) MAPPER.readTree(text(report));
  }

  private static String text(RunReport report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Finding first = report.findings().get(0);
    new RunWriter(f -> f.equals(first) ? Optional.of("traces/a.itf.json") : Optional.empty())
        .write(report, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
