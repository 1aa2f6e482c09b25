package org.mhpcheck.reports.sarif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mhpcheck.model.answer.ExitStatus;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.reports.RunMaker;
import org.mhpcheck.reports.Runs;
import org.mhpcheck.reports.text.Fingerprint;

class SarifWriterTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static JsonNode run(RunReport report) throws IOException {
    return log(report).at("/runs/0");
  }

  private static JsonNode log(RunReport report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new SarifWriter().write(report, out);
    return MAPPER.readTree(out.toByteArray());
  }

  /** The official one, which ./verify fetches. */
  private static JsonSchema schema() throws IOException {
    String file = System.getenv().getOrDefault("MHPCHECK_SARIF_SCHEMA", "");
    assumeTrue(!file.isEmpty(), "MHPCHECK_SARIF_SCHEMA is not set; ./verify does it");
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4)
        .getSchema(Files.readString(Path.of(file)));
  }

  @Test
  void theOfficialSchemaTakesIt() throws IOException {
    JsonSchema schema = schema();
    for (RunReport report :
        Set.of(
            RunMaker.everything(),
            RunMaker.everything().withoutTiming(),
            RunMaker.runOfTree(),
            RunMaker.run(true, ExitStatus.INCONCLUSIVE))) {
      assertEquals(Set.of(), schema.validate(log(report)));
    }
    ObjectNode broken = (ObjectNode) log(RunMaker.everything());
    ((ObjectNode) broken.at("/runs/0/results/0")).put("kind", "fine");
    assertFalse(schema.validate(broken).isEmpty());
  }

  @Test
  void eachVerdictHasItsKind() throws IOException {
    JsonNode results = run(RunMaker.everything()).get("results");
    String[][] expected = {
      {"fail", "note"},
      {"pass", "none"},
      {"notApplicable", "none"},
      {"open", "none"},
      {"fail", "error"},
      {"pass", "none"},
      {"fail", "error"}
    };
    assertEquals(expected.length, results.size());
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i][0], results.get(i).get("kind").textValue());
      assertEquals(expected[i][1], results.get(i).get("level").textValue());
    }
  }

  @Test
  void aRunThatWasCutShortDidNotSucceed() throws IOException {
    JsonNode invocation = run(RunMaker.everything()).at("/invocations/0");
    assertFalse(invocation.get("executionSuccessful").booleanValue());
    assertEquals("error", invocation.at("/toolExecutionNotifications/0/level").textValue());
    JsonNode nothing = run(Runs.nothingAnswered()).at("/invocations/0");
    assertFalse(nothing.get("executionSuccessful").booleanValue());
    assertEquals("error", nothing.at("/toolExecutionNotifications/0/level").textValue());
    JsonNode whole = run(RunMaker.run(true, ExitStatus.OK, RunMaker.holds())).at("/invocations/0");
    assertTrue(whole.get("executionSuccessful").booleanValue());
    assertTrue(whole.path("toolExecutionNotifications").isMissingNode());
  }

  @Test
  void aCounterexampleIsACodeFlowInTheTree() throws IOException {
    JsonNode result = run(RunMaker.runOfTree()).at("/results/0");
    assertEquals("mm/a.c", uri(result.at("/locations/0")));
    assertEquals(34, result.at("/locations/0/physicalLocation/region/startLine").intValue());
    JsonNode flow = result.at("/codeFlows/0/threadFlows/0/locations");
    assertEquals(7, flow.size()); // boot, and three calls of a step each
    assertEquals("mm/hotplug.c", uri(flow.at("/1/location")));
    assertTrue(flow.at("/6/location/message/text").textValue().contains("map 1111 -> 0000"));
  }

  private static String uri(JsonNode location) {
    return location.at("/physicalLocation/artifactLocation/uri").textValue();
  }

  @Test
  void rulesAndFingerprintsAreThoseOfTheFindings() throws IOException {
    JsonNode run = run(RunMaker.everything());
    JsonNode result = run.at("/results/0");
    assertEquals(
        result.get("ruleId"),
        run.at("/tool/driver/rules").get(result.get("ruleIndex").intValue()).get("id"));
    assertEquals(
        Fingerprint.of(RunMaker.violated()),
        result.get("partialFingerprints").get("mhpcheck/v1").textValue());
  }
}
