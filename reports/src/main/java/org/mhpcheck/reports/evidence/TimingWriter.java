package org.mhpcheck.reports.evidence;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import org.mhpcheck.model.answer.Finding;
import org.mhpcheck.model.answer.RunReport;
import org.mhpcheck.model.answer.Space;
import org.mhpcheck.reports.json.JsonOutput;

/** Writes when a run was, how long it took, and how fast it went: all that differs next time. */
public final class TimingWriter {
  private final RunReport report;

  /**
   * @param report with its times
   */
  public TimingWriter(RunReport report) {
    this.report = report;
  }

  public void write(OutputStream out) throws IOException {
    JsonGenerator json = JsonOutput.to(out);
    RunReport.Timing timing = report.timing().orElseThrow();
    json.writeStartObject();
    json.writeStringField("started", timing.started().toString());
    json.writeNumberField("seconds", JsonOutput.seconds(timing.time()));
    json.writeStringField("java", System.getProperty("java.runtime.version"));
    json.writeNumberField("processors", Runtime.getRuntime().availableProcessors());
    json.writeArrayFieldStart("findings");
    for (Finding finding : report.findings()) {
      json.writeStartObject();
      json.writeStringField("id", finding.id());
      json.writeNumberField("seconds", JsonOutput.seconds(finding.statistics().time()));
      json.writeNumberField("transitionsPerSecond", finding.statistics().transitionsPerSecond());
      if (finding.statistics().space().isPresent()) {
        Space space = finding.statistics().space().get();
        json.writeNumberField("bytesPerState", space.bytesPerState());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
    json.flush();
  }
}
