package org.mhpcheck.reports.itf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mhpcheck.model.answer.Trace;
import org.mhpcheck.reports.TraceMaker;
import org.mhpcheck.reports.ZonedTrace;

class ItfSchemaTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static JsonSchema schema() throws IOException {
    try (InputStream in = ItfWriter.class.getResourceAsStream("itf.schema.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
    }
  }

  @Test
  void theSchemaTakesEveryTrace() throws IOException {
    for (Trace trace : List.of(TraceMaker.b01(), TraceMaker.ofTree(), ZonedTrace.b20())) {
      assertEquals(Set.of(), schema().validate(MAPPER.readTree(ItfRoundTripTest.write(trace))));
    }
  }

  @Test
  void theSchemaRefusesPlainNumbersAndUnknownSigns() throws IOException {
    for (String value : List.of("3", "null", "{\"#bigint\": \"x\"}", "{\"#new\": true}")) {
      ObjectNode file = (ObjectNode) MAPPER.readTree(ItfRoundTripTest.write(TraceMaker.b01()));
      ((ObjectNode) file.at("/states/0")).set("calls", MAPPER.readTree(value));
      assertFalse(schema().validate(file).isEmpty(), value);
    }
  }
}
