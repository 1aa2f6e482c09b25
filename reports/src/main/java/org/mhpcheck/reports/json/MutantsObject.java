package org.mhpcheck.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.mhpcheck.model.answer.MutantReport;
import org.mhpcheck.model.answer.MutantReport.Equivalent;
import org.mhpcheck.model.answer.MutantReport.Killed;
import org.mhpcheck.model.answer.MutantReport.Row;
import org.mhpcheck.model.answer.MutantReport.Survived;
import org.mhpcheck.model.claim.Property;

/** What became of planted faults, as a JSON object. */
final class MutantsObject {
  private final JsonGenerator json;

  MutantsObject(JsonGenerator json) {
    this.json = json;
  }

  void write(MutantReport report) throws IOException {
    json.writeStartObject();
    json.writeStringField("design", report.design());
    json.writeStringField("score", report.score());
    json.writeBooleanField("complete", report.complete());
    json.writeArrayFieldStart("mutants");
    for (Row row : report.rows()) {
      write(row);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("stale");
    for (String stale : report.stale()) {
      json.writeString(stale);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(Row row) throws IOException {
    json.writeStartObject();
    json.writeStringField("function", row.mutant().site().function());
    json.writeStringField("site", row.mutant().site().what());
    json.writeStringField("way", row.mutant().way().name());
    json.writeStringField("fate", row.fate().word());
    if (row.fate() instanceof Killed killed) {
      json.writeStringField("scenario", killed.scenario());
      json.writeArrayFieldStart("by");
      for (Property property : killed.by()) {
        json.writeString(property.name());
      }
      json.writeEndArray();
    } else if (row.fate() instanceof Equivalent equivalent) {
      json.writeStringField("shownFor", equivalent.shownFor());
    } else if (row.fate() instanceof Survived survived && survived.why().isPresent()) {
      json.writeStringField("why", survived.why().get());
    }
    json.writeEndObject();
  }
}
