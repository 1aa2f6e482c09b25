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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mhpcheck.model.answer.CompiledFrom.Texts;
import org.mhpcheck.model.question.Expectation.Word;
import org.mhpcheck.reports.past.PastKernel;
import org.mhpcheck.reports.past.PastMaker;
import org.mhpcheck.reports.past.PastRun;
import org.mhpcheck.reports.past.RunDifference;

class DifferenceWriterTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static JsonNode json(PastRun before, PastRun after) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new DifferenceWriter("1.2.3", "diff a b", RunDifference.of(before, after)).write(out);
    JsonNode json = MAPPER.readTree(out.toByteArray());
    assertEquals(Set.of(), schema().validate(json));
    return json;
  }

  private static JsonSchema schema() throws IOException {
    try (InputStream in = DifferenceWriter.class.getResourceAsStream("difference.schema.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
    }
  }

  private static PastRun before() {
    return PastMaker.run(
        PastMaker.violated("a", "a", 3),
        PastMaker.violated("b", "a", 3),
        PastMaker.finding("c", Word.HOLDS));
  }

  private static PastRun after() {
    return PastMaker.run(
        PastMaker.finding("a", Word.HOLDS),
        PastMaker.violated("b", "b", 3),
        PastMaker.violated("d", "a", 3));
  }

  @Test
  void bothSidesAreWritten() throws IOException {
    JsonNode json = json(before(), after());
    assertEquals(12, json.get("exitStatus").intValue());
    assertFalse(json.get("equal").booleanValue());
    assertEquals(4, json.get("differences").size());
    assertEquals("NEW", json.at("/differences/0/kind").textValue());
    assertTrue(json.at("/differences/0/old").isNull());
    assertEquals(3, json.at("/differences/0/new/depth").intValue());
    assertTrue(json.at("/differences/1/anotherCounterexample").booleanValue());
    assertTrue(json.at("/differences/2/new").isNull());
    assertEquals(1, json.at("/counts/fixed").intValue());
  }

  @Test
  void kernelsWhoseCodeDiffersAreNamed() throws IOException {
    PastRun before = PastMaker.of(before(), kernel("1", Optional.empty()));
    Optional<Texts> texts = Optional.of(new Texts(Map.of("a", "1"), Map.of()));
    Optional<Texts> others = Optional.of(new Texts(Map.of("a", "2", "b", "1"), Map.of()));
    JsonNode kernels = json(before, PastMaker.of(before(), kernel("2", texts))).get("kernels");
    assertEquals("mm/sparse.c", kernels.at("/0/files/changed/0").textValue());
    assertFalse(kernels.get(0).has("functions"));
    kernels =
        json(
                PastMaker.of(before(), kernel("1", texts)),
                PastMaker.of(before(), kernel("2", others)))
            .get("kernels");
    assertEquals("a", kernels.at("/0/functions/changed/0").textValue());
    assertEquals("b", kernels.at("/0/functions/added/0").textValue());
    assertEquals(0, json(before, before).get("kernels").size());
  }

  private static PastKernel kernel(String sha256, Optional<Texts> texts) {
    return new PastKernel("linux-6.12.1", "../linux", Map.of("mm/sparse.c", sha256), texts);
  }

  @Test
  void anIncompleteRunIsNotEqual() throws IOException {
    PastRun incomplete = PastMaker.run(false, "nightly", PastMaker.finding("a", Word.HOLDS));
    JsonNode json = json(incomplete, incomplete);
    assertEquals(0, json.get("differences").size());
    assertFalse(json.get("equal").booleanValue());
    assertFalse(json.get("complete").booleanValue());
    assertEquals(5, json.get("exitStatus").intValue());
    assertTrue(json(before(), before()).get("equal").booleanValue());
  }

  @Test
  void theSchemaRefusesWhatIsMissingOrMore() throws IOException {
    ObjectNode json = (ObjectNode) json(before(), after());
    ((ObjectNode) json.at("/differences/0")).remove("kind");
    assertFalse(schema().validate(json).isEmpty());
    ObjectNode more = (ObjectNode) json(before(), after());
    more.put("more", 1);
    assertFalse(schema().validate(more).isEmpty());
  }
}
