package org.mhpcheck.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Set;
import org.mhpcheck.reports.past.KernelDifference;
import org.mhpcheck.reports.past.NamesChanged;

/** What became of a kernel's code, as a JSON object. */
final class KernelDifferenceObject {
  private final JsonGenerator json;

  KernelDifferenceObject(JsonGenerator json) {
    this.json = json;
  }

  void write(KernelDifference kernel) throws IOException {
    json.writeStartObject();
    json.writeStringField("old", kernel.before().name());
    json.writeStringField("new", kernel.after().name());
    names("files", kernel.files());
    if (kernel.functions().isPresent()) {
      names("functions", kernel.functions().get());
    }
    if (kernel.definitions().isPresent()) {
      names("definitions", kernel.definitions().get());
    }
    json.writeEndObject();
  }

  private void names(String what, NamesChanged names) throws IOException {
    json.writeObjectFieldStart(what);
    names("changed", names.changed());
    names("gone", names.gone());
    names("added", names.added());
    json.writeEndObject();
  }

  private void names(String what, Set<String> names) throws IOException {
    json.writeArrayFieldStart(what);
    for (String name : names) {
      json.writeString(name);
    }
    json.writeEndArray();
  }
}
