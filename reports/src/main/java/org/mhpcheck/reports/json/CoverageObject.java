package org.mhpcheck.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.mhpcheck.model.answer.CoverageReport;
import org.mhpcheck.model.answer.CoverageReport.Judgement;
import org.mhpcheck.model.answer.CoverageReport.NeverFired;

/** What has fired of the modelled kernel, as a JSON object. */
final class CoverageObject {
  private final JsonGenerator json;

  CoverageObject(JsonGenerator json) {
    this.json = json;
  }

  void write(CoverageReport report) throws IOException {
    json.writeStartObject();
    write("fired", report.fired());
    if (report.judgement().isPresent()) {
      Judgement judgement = report.judgement().get();
      json.writeArrayFieldStart("neverFired");
      for (NeverFired never : judgement.neverFired()) {
        write(never);
      }
      json.writeEndArray();
      write("stale", judgement.stale());
    }
    json.writeEndObject();
  }

  private void write(NeverFired never) throws IOException {
    json.writeStartObject();
    json.writeStringField("what", never.what());
    if (never.reason().isPresent()) {
      json.writeStringField("reason", never.reason().get());
    }
    json.writeEndObject();
  }

  private void write(String field, List<String> texts) throws IOException {
    json.writeArrayFieldStart(field);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
