package org.mhpcheck.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mhpcheck.model.answer.CompiledFrom;

/** What a compiled kernel was made of, as a JSON object. */
final class KernelObject {
  private final JsonGenerator json;

  KernelObject(JsonGenerator json) {
    this.json = json;
  }

  void write(CompiledFrom kernel) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", kernel.kernel());
    json.writeStringField("tree", kernel.tree());
    json.writeStringField("release", kernel.release());
    if (kernel.patch().isPresent()) {
      json.writeObjectFieldStart("patch");
      json.writeStringField("file", kernel.patch().get().file());
      json.writeStringField("sha256", kernel.patch().get().sha256());
      json.writeEndObject();
    }
    json.writeStringField("compiler", kernel.compiler());
    json.writeStringField("sources", kernel.sources());
    digests("files", kernel.files());
    strings("functions", kernel.functions());
    json.writeObjectFieldStart("texts");
    digests("functions", kernel.texts().functions());
    digests("definitions", kernel.texts().definitions());
    json.writeEndObject();
    strings("shimmed", kernel.shimmed());
    json.writeEndObject();
  }

  private void digests(String name, Map<String, String> digests) throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, String> digest : new TreeMap<>(digests).entrySet()) {
      json.writeStringField(digest.getKey(), digest.getValue());
    }
    json.writeEndObject();
  }

  private void strings(String name, Iterable<String> values) throws IOException {
    TreeSet<String> sorted = new TreeSet<>();
    values.forEach(sorted::add);
    json.writeArrayFieldStart(name);
    for (String value : sorted) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
