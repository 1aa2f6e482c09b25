package org.mhpcheck.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Function;
import org.mhpcheck.model.answer.CompiledFrom;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.NotAsked;
import org.mhpcheck.model.answer.RunReport;

/** Writes a run as JSON. Who reads it must ask {@code complete} and each verdict. */
public final class RunWriter {
  /** Raised when a reader of the format before would misread this one. */
  private static final int FORMAT = 1;

  private final Function<Finding, Optional<String>> traceFile;

  /** For runs whose traces are in no files of their own. */
  public RunWriter() {
    this(finding -> Optional.empty());
  }

  /**
   * @param traceFile where a finding's trace is, relative to what is written
   */
  public RunWriter(Function<Finding, Optional<String>> traceFile) {
    this.traceFile = traceFile;
  }

  /** Writes all of {@code report}; leaves {@code out} open. */
  public void write(RunReport report, OutputStream out) throws IOException {
    JsonGenerator json = JsonOutput.to(out);
    json.writeStartObject();
    json.writeStringField("tool", "mhpcheck");
    json.writeStringField("version", report.version());
    json.writeNumberField("format", FORMAT);
    json.writeStringField("command", report.command());
    if (report.timing().isPresent()) {
      json.writeStringField("started", report.timing().get().started().toString());
      json.writeNumberField("seconds", JsonOutput.seconds(report.timing().get().time()));
    }
    json.writeBooleanField("complete", report.complete());
    json.writeNumberField("exitStatus", report.exitStatus().code());
    json.writeArrayFieldStart("findings");
    for (Finding finding : report.findings()) {
      new FindingObject(json, report.timing().isPresent()).write(finding, traceFile.apply(finding));
    }
    json.writeEndArray();
    json.writeArrayFieldStart("notAsked");
    for (NotAsked notAsked : report.notAsked()) {
      json.writeStartObject();
      json.writeStringField("property", notAsked.property());
      json.writeStringField("reason", notAsked.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("kernels");
    for (CompiledFrom kernel : report.kernels()) {
      new KernelObject(json).write(kernel);
    }
    json.writeEndArray();
    if (report.mutants().isPresent()) {
      json.writeFieldName("mutants");
      new MutantsObject(json).write(report.mutants().get());
    }
    if (report.coverage().isPresent()) {
      json.writeFieldName("coverage");
      new CoverageObject(json).write(report.coverage().get());
    }
    json.writeEndObject();
    json.writeRaw('\n');
    json.flush();
  }
}
