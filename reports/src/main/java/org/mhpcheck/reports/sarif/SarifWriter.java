package org.mhpcheck.reports.sarif;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.model.claim.Property;
import org.mhpcheck.reports.json.JsonOutput;
import org.mhpcheck.reports.text.Tally;

/** Writes a run as SARIF. */
public final class SarifWriter {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  private JsonGenerator json;

  /** Writes all of {@code report}; leaves {@code out} open. */
  public void write(RunReport report, OutputStream out) throws IOException {
    json = JsonOutput.to(out);
    json.writeStartObject();
    json.writeStringField("$schema", SCHEMA);
    json.writeStringField("version", "2.1.0");
    json.writeArrayFieldStart("runs");
    json.writeStartObject();
    List<Property> rules = rules(report);
    tool(report, rules);
    invocation(report);
    json.writeArrayFieldStart("results");
    List<String> names = rules.stream().map(p -> p.about().name()).toList();
    for (Finding finding : report.findings()) {
      new ResultObject(json).write(finding, names.indexOf(finding.property().name()));
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
    json.flush();
  }

  /** The properties asked, by name. */
  private static List<Property> rules(RunReport report) {
    Map<String, Property> byName = new TreeMap<>();
    report.findings().forEach(f -> byName.put(f.property().name(), f.property()));
    return List.copyOf(byName.values());
  }

  private void tool(RunReport report, List<Property> rules) throws IOException {
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", "mhpcheck");
    json.writeStringField("version", report.version());
    json.writeArrayFieldStart("rules");
    for (Property rule : rules) {
      json.writeStartObject();
      json.writeStringField("id", rule.about().name());
      message("shortDescription", rule.about().statement());
      message("fullDescription", rule.about().rationale());
      message("help", "Rests on " + rule.about().citation());
      json.writeObjectFieldStart("defaultConfiguration");
      json.writeStringField("level", "error");
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private void message(String name, String text) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("text", text);
    json.writeEndObject();
  }

  /** That a run was cut short is said here; without it, no results would read as no problems. */
  private void invocation(RunReport report) throws IOException {
    Optional<String> shortfall = new Tally(report).shortfall();
    json.writeArrayFieldStart("invocations");
    json.writeStartObject();
    json.writeStringField("commandLine", "mhpcheck " + report.command());
    json.writeBooleanField("executionSuccessful", shortfall.isEmpty());
    json.writeNumberField("exitCode", report.exitStatus().code());
    json.writeStringField("exitCodeDescription", report.exitStatus().text());
    if (report.timing().isPresent()) {
      RunReport.Timing timing = report.timing().get();
      json.writeStringField("startTimeUtc", timing.started().toString());
      json.writeStringField("endTimeUtc", timing.started().plus(timing.time()).toString());
    }
    if (shortfall.isPresent()) {
      json.writeArrayFieldStart("toolExecutionNotifications");
      json.writeStartObject();
      json.writeStringField("level", "error");
      message("message", "INCOMPLETE: " + shortfall.get());
      json.writeEndObject();
      json.writeEndArray();
    }
    json.writeEndObject();
    json.writeEndArray();
  }
}
