package org.mhpcheck.reports.itf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.mhpcheck.model.caller.Operation;
import org.mhpcheck.model.kernel.BootLayout;
import org.mhpcheck.model.state.Geometry;
import org.mhpcheck.reports.TraceMaker;

class ItfWriterTest {
  private final JsonNode b01 =
      new ObjectMapper().readTree(ItfRoundTripTest.write(TraceMaker.b01()));

  ItfWriterTest() throws IOException {}

  @Test
  void theFileSaysWhatItIsATraceOf() {
    JsonNode meta = b01.get("#meta");
    assertEquals("ITF", meta.get("format").textValue());
    assertEquals("history/b01", meta.get("scenario").textValue());
    assertEquals("v5.4", meta.get("design").textValue());
    assertEquals("boot-usage-never-freed", meta.get("property").textValue());
    assertEquals("[\"1111\"]", meta.get("boot").toString());
    assertEquals("x86_64", meta.get("arch").textValue());
    assertEquals(1, meta.get("block").intValue());
    assertEquals(0, meta.get("node").intValue());
    assertTrue(meta.get("varTypes").get("sections").textValue().startsWith("Seq({present: Bool"));
  }

  @Test
  void everyStateHasEveryVariableAndNoPlainNumber() {
    assertEquals(4, b01.get("states").size());
    for (JsonNode state : b01.get("states")) {
      for (JsonNode variable : b01.get("vars")) {
        assertTrue(state.has(variable.textValue()), variable.textValue());
        assertNoNumber(state.get(variable.textValue()));
      }
      assertEquals(b01.get("vars").size() + 1, state.size());
    }
  }

  private static void assertNoNumber(JsonNode value) {
    assertFalse(value.isNumber());
    value.forEach(ItfWriterTest::assertNoNumber);
  }

  @Test
  void theLastStateIsTheSectionAsTheCorruptionLeftIt() {
    JsonNode last = b01.at("/states/3");
    assertEquals("arch_remove_memory", last.at("/#meta/action").textValue());
    assertEquals("{\"from\":0,\"to\":4}", last.at("/#meta/args").toString());
    assertEquals("null", last.at("/sections/0/usage").textValue());
    assertEquals("3", last.at("/calls/#bigint").textValue());
  }

  @Test
  void aFaultStandsWithItsCall() throws IOException {
    byte[] bytes =
        ItfRoundTripTest.write(
            new TraceMaker("v6.12", new Geometry(2, 4), BootLayout.FULL, BootLayout.ABSENT)
                .call(Operation.ARCH_ADD_MEMORY, 4, 8, 1)
                .trace());
    JsonNode state = new ObjectMapper().readTree(bytes).at("/states/1");
    assertEquals(
        "{\"section\":2,\"point\":\"memmap\",\"occurrence\":0}",
        state.at("/#meta/fault").toString());
    assertEquals("-ENOMEM", state.at("/#meta/rc").textValue());
    assertEquals("-12", state.at("/rc/#bigint").textValue());
  }
}
