package org.mhpcheck.reports.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mhpcheck.model.answer.ConformReport;
import org.mhpcheck.reports.ConformMaker;

class ConformWriterTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static JsonNode schemaText(String file) {
    try (InputStream in = ConformWriter.class.getResourceAsStream(file)) {
      return MAPPER.readTree(in);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(schemaText("conform.schema.json"));

  private static Stream<ConformReport> reports() {
    return Stream.of(
        ConformMaker.report(ConformMaker.agrees(), ConformMaker.agreesOnAnyState()),
        ConformMaker.report(ConformMaker.agrees(), ConformMaker.disagrees()),
        ConformMaker.interrupted(ConformMaker.agrees()),
        ConformMaker.interrupted(ConformMaker.disagrees()),
        ConformMaker.interrupted());
  }

  @ParameterizedTest
  @MethodSource("reports")
  void meetsTheSchema(ConformReport report) throws IOException {
    assertEquals("[]", SCHEMA.validate(json(report)).toString());
  }

  @ParameterizedTest
  @MethodSource("reports")
  void saysAgreesOnlyIfEverythingWasCompared(ConformReport report) throws IOException {
    ObjectNode json = json(report);
    boolean agrees = json.get("conclusion").textValue().equals("AGREES");
    assertEquals(agrees, json.get("exitStatus").intValue() == 0);
    json.put("conclusion", "AGREES").put("exitStatus", 0);
    assertEquals(agrees, SCHEMA.validate(json).isEmpty());
  }

  @Test
  void aDisagreementHasBothAnswersAndHowToDoItAgain() throws IOException {
    JsonNode compared = json(ConformMaker.report(ConformMaker.disagrees())).at("/comparisons/0");
    assertFalse(compared.get("agrees").booleanValue());
    assertEquals("cache/kernel-4 2 text", compared.get("program").textValue());
    JsonNode disagreement = compared.at("/disagreements/0");
    assertEquals("rc=0 flags=----", disagreement.get("model").textValue());
    assertEquals("rc=0 flags=PM--", disagreement.get("compiled").textValue());
    assertEquals("mm/a.c:1-3,5", disagreement.at("/ran/0").textValue());
    assertEquals("remove range=1111", disagreement.get("again").textValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/comparisons/0", "/comparisons/0/disagreements/0", "/lines"})
  void nothingElseCanBeAdded(String where) throws IOException {
    ObjectNode json = json(ConformMaker.report(ConformMaker.disagrees()));
    ((ObjectNode) json.at(where)).put("more", 1);
    assertFalse(SCHEMA.validate(json).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"complete", "conclusion", "design", "kernel", "comparisons", "lines"})
  void nothingCanBeLeftOut(String field) throws IOException {
    ObjectNode json = json(ConformMaker.report(ConformMaker.agrees()));
    json.remove(field);
    assertFalse(SCHEMA.validate(json).isEmpty());
  }

  @Test
  void onlyTheNamedFieldsDependOnTheClock() throws IOException {
    String once = text(ConformMaker.report(ConformMaker.agrees()));
    String again =
        text(
            ConformMaker.report(
                Instant.parse("2031-01-01T00:00:00Z"), Duration.ofHours(2), ConformMaker.agrees()));
    assertNotEquals(once, again);
    assertEquals(timeless(once), timeless(again));
  }

  private static String timeless(String json) {
    return json.replaceAll("\"(started|seconds)\" : [^,\n]*", "");
  }

  /** Each schema stands alone, and both say the same of a kernel. */
  @Test
  void aKernelIsToldAsInARun() {
    JsonNode ofRun = schemaText("summary.schema.json").at("/$defs/kernel");
    assertTrue(ofRun.isObject());
    assertEquals(ofRun, schemaText("conform.schema.json").at("/$defs/kernel"));
  }

  private static ObjectNode json(ConformReport report) throws IOException {
    return (ObjectNode) MAPPER.readTree(text(report));
  }

  private static String text(ConformReport report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ConformWriter(report).write(out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
