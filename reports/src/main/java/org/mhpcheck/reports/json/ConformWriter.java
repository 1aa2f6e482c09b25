package org.mhpcheck.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.mhpcheck.model.answer.ConformReport;
import org.mhpcheck.model.answer.ConformReport.Asked;
import org.mhpcheck.model.answer.ConformReport.Compared;
import org.mhpcheck.model.answer.ConformReport.Difference;
import org.mhpcheck.model.answer.ConformReport.LinesReached;
import org.mhpcheck.model.answer.ConformReport.NotCompared;
import org.mhpcheck.model.kernel.Altmap;

/** Writes as JSON how a model and a compiled kernel compare. */
public final class ConformWriter {
  /** Raised when a reader of the format before would misread this one. */
  private static final int FORMAT = 1;

  private final ConformReport report;
  private final boolean times;

  public ConformWriter(ConformReport report) {
    this(report, true);
  }

  /**
   * @param times whether it is told when it was, and how long things took
   */
  public ConformWriter(ConformReport report, boolean times) {
    this.report = report;
    this.times = times;
  }

  /** Writes all of it; leaves {@code out} open. */
  public void write(OutputStream out) throws IOException {
    JsonGenerator json = JsonOutput.to(out);
    json.writeStartObject();
    json.writeStringField("tool", "mhpcheck");
    json.writeStringField("version", report.version());
    json.writeNumberField("format", FORMAT);
    json.writeStringField("command", report.command());
    if (times) {
      json.writeStringField("started", report.started().toString());
      json.writeNumberField("seconds", JsonOutput.seconds(report.time()));
    }
    json.writeBooleanField("complete", report.complete());
    json.writeNumberField("exitStatus", report.conclusion().exitStatus().code());
    json.writeStringField("conclusion", report.conclusion().name());
    json.writeStringField("design", report.design().name());
    json.writeBooleanField("sanitized", report.sanitized());
    json.writeArrayFieldStart("comparisons");
    for (Compared compared : report.comparisons()) {
      compared(json, compared);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("notCompared");
    for (NotCompared notCompared : report.notCompared()) {
      json.writeStartObject();
      asked(json, notCompared.asked());
      json.writeStringField("reason", notCompared.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
    if (report.lines().isPresent()) {
      lines(json, report.lines().get());
    }
    json.writeFieldName("kernel");
    new KernelObject(json).write(report.kernel());
    json.writeEndObject();
    json.writeRaw('\n');
    json.flush();
  }

  private static void asked(JsonGenerator json, Asked asked) throws IOException {
    json.writeStringField("asked", asked.what());
    json.writeNumberField("sections", asked.geometry().sections());
    json.writeNumberField("subsections", asked.geometry().subsections());
    json.writeBooleanField("anyState", asked.anyState());
  }

  private void compared(JsonGenerator json, Compared compared) throws IOException {
    json.writeStartObject();
    asked(json, compared.asked());
    strings(json, "altmaps", compared.altmaps().stream().map(Altmap::text).toList());
    json.writeNumberField("states", compared.states());
    json.writeNumberField("pairs", compared.pairs());
    json.writeNumberField("exposed", compared.exposed());
    json.writeBooleanField("agrees", compared.agrees());
    if (times) {
      json.writeNumberField("seconds", JsonOutput.seconds(compared.time()));
    }
    json.writeArrayFieldStart("disagreements");
    for (Difference difference : compared.differences()) {
      difference(json, difference);
    }
    json.writeEndArray();
    if (!compared.agrees()) {
      json.writeStringField("program", compared.program());
    }
    json.writeEndObject();
  }

  private static void difference(JsonGenerator json, Difference difference) throws IOException {
    json.writeStartObject();
    json.writeStringField("asked", difference.asked());
    json.writeStringField("model", difference.modelled());
    json.writeStringField("compiled", difference.compiled());
    strings(json, "places", difference.places());
    strings(json, "ran", difference.ran());
    json.writeStringField("again", difference.line());
    json.writeEndObject();
  }

  private static void lines(JsonGenerator json, LinesReached lines) throws IOException {
    json.writeObjectFieldStart("lines");
    json.writeNumberField("lines", lines.lines());
    json.writeNumberField("reached", lines.reached());
    strings(json, "notReached", lines.notReached());
    json.writeEndObject();
  }

  private static void strings(JsonGenerator json, String name, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
